// How fresh an entry is today, by the dates that it stores. This module does not use the page.

/** @typedef {"fresh" | "due" | "stale"} Grade */
/** @typedef {{ fresh?: string, added?: string, checked?: string, release?: string }} Dates The last review, or else the addition; the dates on which sources were opened, with their numbers (`2024-03:2 2025:1`); and that of the release. */
/** @typedef {{ grade: Grade, reason: string }} Finding */

/** @type {Grade[]} */
const GRADES = ["fresh", "due", "stale"]
/** After how many months a date makes an entry due for review, and stale. */
const MONTHS = { review: [12, 24], sources: [24, 48], release: [6, 18] }

/**
 * Return the grade of an entry, and the reasons for it; a fresh entry has none.
 * @param {Dates} dates
 * @param {Date} today
 * @returns {{ grade: Grade, reasons: string[] }}
 */
export function freshness(dates, today) {
  const found = [...review(dates, today), ...sources(dates.checked ?? "", today), ...release(dates.release ?? "", today)]
  const grade = found.reduce((worst, one) => Math.max(worst, GRADES.indexOf(one.grade)), 0)
  return { grade: GRADES[grade], reasons: found.map((one) => one.reason) }
}

/**
 * @param {Dates} dates
 * @param {Date} today
 * @returns {Finding[]}
 */
function review({ fresh, added }, today) {
  const months = monthsSince(fresh || added || "", today)
  const reason = fresh ? `reviewed ${counted(months, "month")} ago` : `added ${counted(months, "month")} ago and not reviewed since`
  return graded(months, MONTHS.review, reason)
}

/**
 * @param {string} checked
 * @param {Date} today
 * @returns {Finding[]}
 */
function sources(checked, today) {
  const all = checked.split(" ").filter(Boolean).map((each) => each.split(":"))
  const old = all.filter(([date]) => monthsSince(date, today) >= MONTHS.sources[0])
  if (!old.length) return []
  const count = old.reduce((sum, [, number]) => sum + Number(number), 0)
  const [oldest, newest] = [old[0][0], old[old.length - 1][0]]
  return graded(monthsSince(oldest, today), MONTHS.sources, `${counted(count, "source")} not opened since ${newest.slice(0, 4)}`)
}

/**
 * @param {string} date
 * @param {Date} today
 * @returns {Finding[]}
 */
function release(date, today) {
  const months = monthsSince(date, today)
  return graded(months, MONTHS.release, `release looked up ${counted(months, "month")} ago`)
}

/**
 * @param {number} months
 * @param {number[]} limits after how many months something is due, and stale
 * @param {string} reason
 * @returns {Finding[]}
 */
function graded(months, [due, stale], reason) {
  if (months < due) return []
  return [{ grade: months < stale ? "due" : "stale", reason }]
}

/**
 * Return the number of whole months since a date: of a year or a month, since its end; 0 without a date.
 * @param {string} date `2024`, `2024-03` or `2024-03-05`
 * @param {Date} today
 */
export function monthsSince(date, today) {
  if (!date) return 0
  const [year, month = 12, day = 31] = date.split("-").map(Number)
  const months = (today.getFullYear() - year) * 12 + today.getMonth() + 1 - month
  const lastDay = new Date(today.getFullYear(), today.getMonth() + 1, 0).getDate()
  return Math.max(0, today.getDate() < Math.min(day, lastDay) ? months - 1 : months)
}

/**
 * @param {number} count
 * @param {string} one
 */
function counted(count, one) {
  return count === 1 ? `1 ${one}` : `${count} ${one}s`
}
