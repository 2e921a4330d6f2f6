// What the editor in the browser completes, and where it sends a file.
import assert from "node:assert/strict"
import { test } from "node:test"
import { complete, local } from "../../docs/assets/js/write-complete.js"
import { placeAt } from "../../docs/assets/js/write-place.js"
import { how, LONGEST, target } from "../../docs/assets/js/write-send.js"

const TEXT = `title: One
figures:
  - id: requests
    what: Requests
    sources:
      - {id: talk, at: slide 3}
architecture:
  components:
    - {id: web, name: Web}
sources:
  - id: talk
    kind: talk
  # - id: old
`
/** @param {Partial<import("../../docs/assets/js/write-complete.js").Field>} part */
const field = (part) => ({ about: "", takes: "", required: false, many: false, words: [], from: "", fields: {}, ...part })
const FIELDS = {
  title: field({ required: true }),
  technologies: field({ many: true, from: "technology" }),
  figures: field({ many: true, fields: { id: field({}), what: field({}), sources: field({ many: true, fields: { id: field({ from: "local:source" }) } }) } }),
  sources: field({ many: true, fields: { id: field({}), kind: field({ words: ["talk", "paper"] }) } }),
}
/** @type {import("../../docs/assets/js/write-complete.js").Lists} */
const LISTS = { technology: [["redis", "Redis"], ["mysql", "MySQL"]], any: [["technology:redis", "Redis"]] }

for (const [before, path, key, typed, used] of /** @type {[string, string[], string | null, string, string[]][]} */ ([
  ["ti", [], null, "ti", []],
  ["title: One\nfi", [], null, "fi", ["title"]],
  ["title: One\nfigures:\n  - ", ["figures"], null, "", []],
  ["figures:\n  - id: a\n    wh", ["figures"], null, "wh", ["id"]],
  ["figures:\n  - id: a\n  - id: b\n    wh", ["figures"], null, "wh", ["id"]],
  ["figures:\n- id: a\n  what: x\n  sou", ["figures"], null, "sou", ["what", "id"]],
  ["figures:\n  - id: a\n    sources:\n      - {id: ta", ["figures", "sources"], "id", "ta", []],
  ["figures:\n  - id: a\n    sources: [{id: talk, a", ["figures", "sources"], null, "a", ["id"]],
  ["sources:\n  - id: a\n    kind: ", ["sources"], "kind", "", ["id"]],
  ["technologies: [redis, my", [], "technologies", "my", []],
  ["technologies:\n  - my", ["technologies"], null, "my", []],
])) {
  test(`the place after ${JSON.stringify(before)}`, () => assert.deepEqual(placeAt(before), { path, key, typed, used }))
}

test("a comment and a sentence are no place", () => {
  assert.equal(placeAt("title: One\n# wo"), null)
  assert.equal(placeAt("title: One long sen"), null)
})

for (const [before, labels] of /** @type {[string, string[] | undefined][]} */ ([
  ["", ["title", "technologies", "figures", "sources"]],
  ["title: One\n", ["technologies", "figures", "sources"]],
  ["technologies:\n  - ", ["redis", "mysql"]],
  ["technologies: [", ["redis", "mysql"]],
  ["sources:\n  - kind: ", ["talk", "paper"]],
  ["figures:\n  - sources:\n      - {id: ", ["talk"]],
  ["title: See [[re", ["technology:redis"]],
  ["title: ", undefined],
])) {
  test(`the options after ${JSON.stringify(before)}`, () => {
    assert.deepEqual(complete(before, TEXT, FIELDS, LISTS)?.options.map(({ label }) => label), labels)
  })
}

test("ids of the same file are found in their section, without comments", () => {
  assert.deepEqual(local("source", TEXT), ["talk"])
  assert.deepEqual(local("component", TEXT), ["web"])
  assert.deepEqual(local("claim", TEXT), ["figure:requests", "component:web"])
})

const HOME = "https://github.com/a/b"

test("a short new file stands in the address, a long one does not", () => {
  const short = target(HOME, "edit/main/docs/", "patterns/x.yml", "name: X & Y\n", true)
  assert.equal(short?.url, "https://github.com/a/b/new/main?filename=content%2Fpatterns%2Fx.yml&value=name%3A+X+%26+Y%0A")
  assert.ok(short.holds)
  const long = target(`${HOME}/`, "edit/main/docs/", "patterns/x.yml", "x".repeat(LONGEST), true)
  assert.equal(long?.url, "https://github.com/a/b/new/main?filename=content%2Fpatterns%2Fx.yml")
  assert.match(how(long, true), /^Copy the file, and paste it/)
})

test("the longest address that fits is used to the byte", () => {
  const base = target(HOME, "edit/main/docs/", "patterns/x.yml", "", true)?.url.length ?? 0
  for (const [length, holds] of /** @type {[number, boolean][]} */ ([[LONGEST - base, true], [LONGEST - base + 1, false]])) {
    assert.equal(target(HOME, "edit/main/docs/", "patterns/x.yml", "x".repeat(length), true)?.holds, holds)
  }
})

test("an entry that exists is edited, and without a repository there is no page to open", () => {
  const page = target(HOME, "edit/main/docs/", "patterns/x.yml", "name: X\n", false)
  assert.equal(page?.url, "https://github.com/a/b/edit/main/content/patterns/x.yml")
  assert.match(how(page, false), /replace the text/)
  assert.equal(target("", "", "patterns/x.yml", "", true), null)
  assert.match(how(null, true), /copy or download/)
})
