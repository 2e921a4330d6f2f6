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
const EDIT = "https://github.com/owner/name/edit/main/content/case-studies/tumblr.yml"

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

test("a report names the entry, the claim and what it says now", () => {
  const address = new URL(reportAddress(EDIT, CLAIM) ?? "")
  assert.equal(address.origin + address.pathname, "https://github.com/owner/name/issues/new")
  assert.equal(address.searchParams.get("title"), "Tumblr: about 40,000 requests a second, Requests at the peak")
  const body = address.searchParams.get("body") ?? ""
  for (const part of ["content/case-studies/tumblr.yml", CLAIM.url, CLAIM.words, "Stats"]) assert.ok(body.includes(part), part)
  const long = new URL(reportAddress(EDIT, { ...CLAIM, words: "word ".repeat(50) }) ?? "")
  assert.ok((long.searchParams.get("title") ?? "").length < 100)
})

test("hosts whose forms are not known get no report", () => {
  for (const edit of ["", "https://gitlab.com/o/n/-/edit/main/content/x.yml", "https://github.com.evil.example/o/n/edit/main/x.yml"]) {
    assert.equal(reportAddress(edit, CLAIM), undefined)
  }
})
