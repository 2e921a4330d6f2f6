// The facets of the index of case studies: the address, and which cards match.
import assert from "node:assert/strict"
import { test } from "node:test"
import { byFacet, chosenFrom, matches, queryOf } from "../../docs/assets/js/facets-match.js"

const known = { domain: ["video", "mail"], level: ["easy", "hard"] }

test("an address is read as far as it is known", () => {
  const read = chosenFrom("?domain=video&domain=x&colour=red&level=hard", known)
  assert.deepEqual(read, { domain: ["video"], level: ["hard"] })
})

test("what was chosen is written, and nothing chosen is no query", () => {
  assert.equal(queryOf({ domain: ["video", "mail"], level: [] }), "?domain=video&domain=mail")
  assert.equal(queryOf({ domain: [], level: [] }), "")
})

test("a card matches if it has one of each facet in which something is chosen", () => {
  const card = { domain: "video", level: "easy" }
  assert.equal(matches(card, { domain: [], level: [] }), true)
  assert.equal(matches(card, { domain: ["video", "mail"], level: [] }), true)
  assert.equal(matches(card, { domain: ["video"], level: ["hard"] }), false)
  assert.equal(matches({}, { domain: ["video"] }), false)
})

test("boxes are put together by facet", () => {
  const boxes = [{ name: "domain", value: "video" }, { name: "domain", value: "mail" }]
  assert.deepEqual(byFacet(boxes, ["domain", "level"]), { domain: ["video", "mail"], level: [] })
})
