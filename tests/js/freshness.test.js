import assert from "node:assert/strict"
import { test } from "node:test"
import { freshness, monthsSince } from "../../docs/assets/js/freshness.js"

const TODAY = new Date(2026, 10, 30)

test("months are whole, and a date without a day counts from its end", () => {
  const cases = [["2026-11-30", 0], ["2026-10-30", 1], ["2026-10-31", 1], ["2025-11-30", 12], ["2025-12-01", 11], ["2025-11", 12], ["2025", 11], ["2027-05", 0], ["", 0]]
  for (const [date, months] of cases) assert.equal(monthsSince(`${date}`, TODAY), months, `${date}`)
  assert.equal(monthsSince("2026-10-30", new Date(2026, 10, 29)), 0)
})

test("an entry that was reviewed within a year is fresh", () => {
  assert.deepEqual(freshness({ fresh: "2025-12-01" }, TODAY), { grade: "fresh", reasons: [] })
  assert.deepEqual(freshness({ fresh: "", added: "2026-11" }, TODAY), { grade: "fresh", reasons: [] })
})

test("the grade is the worst one, and every reason is given", () => {
  const dates = { fresh: "2025-09-12", checked: "2022-05:1 2024-03:1 2026:4", release: "2026-05" }
  assert.deepEqual(freshness(dates, TODAY), {
    grade: "stale",
    reasons: ["reviewed 14 months ago", "2 sources not opened since 2024", "release looked up 6 months ago"],
  })
  assert.deepEqual(freshness({ fresh: "2025-09-12" }, TODAY), { grade: "due", reasons: ["reviewed 14 months ago"] })
  assert.deepEqual(freshness({ fresh: "", added: "2024-11-30" }, TODAY), {
    grade: "stale",
    reasons: ["added 24 months ago and not reviewed since"],
  })
})
