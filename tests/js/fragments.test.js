// Fragments: what is here, what moved to the page with the evidence, and the marks of old.
import assert from "node:assert/strict"
import { test } from "node:test"
import { placeOf } from "../../docs/assets/js/fragments.js"

const HERE = new Set(["figure-requests", "figure-requests-peak", "decision-cache", "brief"])
const place = (/** @type {string} */ fragment) => placeOf(fragment, (id) => HERE.has(id), "evidence/")

test("what is on the page is left alone", () => {
  for (const fragment of ["", "brief", "figure-requests", "nowhere"]) assert.equal(place(fragment), undefined)
})

test("sources are on the page with the evidence", () => {
  assert.equal(place("source-craver-2016"), "evidence/#source-craver-2016")
})

test("a mark of old leads to its claim, the longest that fits", () => {
  assert.equal(place("cite-figure-requests-craver-2016"), "#figure-requests")
  assert.equal(place("cite-figure-requests-peak-craver-2016"), "#figure-requests-peak")
  assert.equal(place("cite-decision-cache-disputed-1-craver-2016"), "#decision-cache")
  assert.equal(place("cite-lesson-gone-craver-2016"), "evidence/#cite-lesson-gone-craver-2016")
})

test("figures and uses that are not on the page are with the evidence", () => {
  for (const claim of ["figure-cpu-sql", "pattern-sharding", "technology-redis"]) assert.equal(place(claim), `evidence/#${claim}`)
  assert.equal(placeOf("figure-gone", () => false), undefined)
})
