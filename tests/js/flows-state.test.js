// What is chosen in an architecture, in the address.
import assert from "node:assert/strict"
import test from "node:test"

import { readChoice, withChoice } from "../../docs/assets/js/flows-state.js"

const PAGE = "https://example.org/case-studies/example/"

test("an address says what is chosen and says nothing of what is not", () => {
  assert.deepEqual(readChoice(`${PAGE}?era=y2012&flow=write-path`), { era: "y2012", flow: "write-path" })
  assert.deepEqual(readChoice(PAGE), {})
})

test("a choice goes into the address, and all else stays", () => {
  const address = withChoice(`${PAGE}?a=1&flow=old#lessons`, { era: "y2012" })
  assert.equal(address, `${PAGE}?a=1&era=y2012#lessons`)
})

test("what was written is read again", () => {
  const choice = { era: "y2012", flow: "write-path" }
  assert.deepEqual(readChoice(withChoice(PAGE, choice)), choice)
})
