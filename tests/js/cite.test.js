// Citations of claims, and reports of mistakes in them.
import assert from "node:assert/strict"
import { test } from "node:test"
import { asBibTeX, asMarkdown, asText, reportAddress } from "../../docs/assets/js/cite.js"

const CLAIM = {
  site: "How It Scaled",
  entry: "Tumblr: 15 billion page views",
  words: "about 40,000 requests a second, Requests at the peak",
  when: "February 2012",
  url: "https://site.example/how/case-studies/tumblr/#figure-requests-peak",
  reviewed: "22 November 2026",
  sources: [
    { title: "Tumblr Architecture", facts: "Todd Hoff. High Scalability, 13 February 2012.", place: "Stats" },
    { title: "Growing 100% & more", facts: "Tumblr, 2012", place: "" },
  ],
}
const FORM = "https://github.com/owner/name/issues/new?template=wrong-fact.yml&entry=case-studies/tumblr"

test("a text says what, when, where, and by which places of which sources", () => {
  assert.equal(
    asText(CLAIM),
    "“about 40,000 requests a second, Requests at the peak (February 2012).” How It Scaled: Tumblr: 15 billion page " +
      "views. Last read against its sources on 22 November 2026. " +
      "https://site.example/how/case-studies/tumblr/#figure-requests-peak. " +
      "Sources: “Tumblr Architecture”. Todd Hoff. High Scalability, 13 February 2012. Stats. " +
      "“Growing 100% & more”. Tumblr, 2012.",
  )
  const bare = asText({ ...CLAIM, when: "", reviewed: "", sources: [] })
  assert.ok(bare.startsWith("“about 40,000 requests a second, Requests at the peak.”"))
  assert.doesNotMatch(bare, /Last read|Source/)
})

test("Markdown links the entry, and signs in the words stay signs", () => {
  const made = asMarkdown({ ...CLAIM, words: "A *hot* [key] in snake_case" })
  assert.match(made, /^> A \\\*hot\\\* \\\[key\\\] in snake\\_case \(February 2012\)\.\n\n\[How It Scaled: Tumblr/)
  assert.ok(made.includes(`](${CLAIM.url}).`))
})

test("BibTeX has a key, a year, and no sign that TeX would take for its own", () => {
  const made = asBibTeX(CLAIM)
  assert.ok(made.startsWith("@misc{case-studies-tumblr-figure-requests-peak,\n"))
  assert.match(made, /\n {2}year = \{2026\},\n/)
  assert.ok(made.includes("Growing 100\\% \\& more"))
  assert.doesNotMatch(asBibTeX({ ...CLAIM, reviewed: "" }), /year/)
  assert.ok(asBibTeX({ ...CLAIM, words: "a\\b{c}~^" }).includes("a\\textbackslash{}b\\{c\\}\\~{}\\^{}"))
})

test("a report fills the form with the entry, the claim and what it says now", () => {
  const address = new URL(reportAddress(FORM, CLAIM))
  assert.equal(address.origin + address.pathname, "https://github.com/owner/name/issues/new")
  assert.deepEqual(Object.fromEntries(address.searchParams), {
    template: "wrong-fact.yml",
    entry: "case-studies/tumblr",
    title: "Wrong: Tumblr: about 40,000 requests a second, Requests at the peak",
    claim: CLAIM.url,
    says: "about 40,000 requests a second, Requests at the peak (February 2012).",
  })
  const elsewhere = new URL(reportAddress(FORM.split("&")[0], CLAIM))
  assert.equal(elsewhere.searchParams.get("entry"), CLAIM.url)
})

test("no claim makes the address of a form longer than GitHub takes", () => {
  for (const word of ["word ", "\u6f22\u5b57", "\u{1f680}", "&=#%"]) {
    const { href, searchParams } = new URL(reportAddress(FORM, { ...CLAIM, entry: word.repeat(500), words: word.repeat(4000) }))
    assert.ok(href.length <= 8191 && href.length > 5000, `${href.length}`)
    assert.ok((searchParams.get("title") ?? "").length < 200)
    assert.ok((searchParams.get("says") ?? "").startsWith(word.trim()))
    assert.ok((searchParams.get("says") ?? "").isWellFormed())
  }
})

test("hosts without forms get the page that says how to report", () => {
  assert.equal(reportAddress("https://site.example/contribute/ways/#report", CLAIM), "https://site.example/contribute/ways/#report")
})
