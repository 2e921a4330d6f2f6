// Records: from columns to rows, and addresses filled.
import assert from "node:assert/strict"
import { test } from "node:test"
import { addressOf, ROOT } from "../../docs/assets/js/address.js"
import { filled, rows } from "../../docs/assets/js/records.js"

test("columns become rows, in their order", () => {
  assert.deepEqual(rows({ id: ["a", "b"], also: [["x"], []] }), [{ id: "a", also: ["x"] }, { id: "b", also: [] }])
  assert.deepEqual(rows({ id: [], also: [] }), [])
})

test("places are filled, and those without a value stay", () => {
  assert.equal(filled("/cases/{case}/#lesson-{id}", { case: "youtube", id: "cache" }), "/cases/youtube/#lesson-cache")
  assert.equal(filled("{one} or {other}?", { one: "Redis" }), "Redis or {other}?")
})

test("an address names a file where the site is opened from a folder", () => {
  assert.equal(addressOf("/technologies/redis/#uses"), `${ROOT.href}technologies/redis/index.html#uses`)
})
