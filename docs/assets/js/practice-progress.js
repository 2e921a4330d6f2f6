// The progress of a reader: its shape, reading it from a text, and merging two of them. This module does not use the page.

/**
 * @typedef {object} Card The schedule of a question; times are milliseconds since 1970.
 * @property {number} due
 * @property {number} stability
 * @property {number} difficulty
 * @property {number} elapsed_days
 * @property {number} scheduled_days
 * @property {number} learning_steps
 * @property {number} reps
 * @property {number} lapses
 * @property {number} state 0 new, 1 learning, 2 review, 3 learning again
 * @property {number} at the last review
 * @typedef {{ agreed: boolean, at: number }} Decided Whether a reader decided as the system did.
 * @typedef {{ low: number, high: number, value: number, at: number }} Estimated A range, and the published value.
 * @typedef {{ read: boolean, at: number }} Reading Whether a page was read.
 * @typedef {object} Progress Entries by id: questions, decisions and figures; pages by address.
 * @property {Record<string, Card>} cards
 * @property {Record<string, Decided>} decisions
 * @property {Record<string, Estimated>} estimates
 * @property {Record<string, Reading>} pages
 */

const FORMAT = "how-it-scaled-practice"
const VERSION = 1
const LONGEST = 5_000_000
/** The shape of one entry of each list: the type of each key. */
const SHAPES = {
  cards: {
    due: "number", stability: "number", difficulty: "number", elapsed_days: "number", scheduled_days: "number",
    learning_steps: "number", reps: "number", lapses: "number", state: "number", at: "number",
  },
  decisions: { agreed: "boolean", at: "number" },
  estimates: { low: "number", high: "number", value: "number", at: "number" },
  pages: { read: "boolean", at: "number" },
}
const CLAIM = /^[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*$/
const PAGE = /^\/([a-z0-9-]+\/)+$/

/** @returns {Progress} */
export function empty() {
  return { cards: {}, decisions: {}, estimates: {}, pages: {} }
}

/**
 * Write a progress as the text of a file.
 * @param {Progress} progress
 */
export function written(progress) {
  return JSON.stringify({ format: FORMAT, version: VERSION, ...progress })
}

/**
 * Read a progress from the text of a file; throw an error with a sentence for the reader if it is not one.
 * @param {string} text
 * @returns {Progress}
 */
export function parsed(text) {
  if (text.length > LONGEST) throw new Error("This file is too large to be the progress of a reader.")
  const data = asObject(fromJson(text))
  if (data.format !== FORMAT) throw new Error("This is not a file that this page exported.")
  if (data.version !== VERSION) throw new Error("This file comes from another version of this site, which this one cannot read.")
  return /** @type {Progress} */ (Object.fromEntries(Object.entries(SHAPES).map(([list, shape]) => [list, entriesOf(list, shape, data[list])])))
}

/** @param {string} text */
function fromJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error("This file is not JSON, so it is not one that this page exported.")
  }
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function asObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : {}
}

/**
 * @param {string} list
 * @param {Record<string, string>} shape
 * @param {unknown} value
 */
function entriesOf(list, shape, value) {
  return Object.fromEntries(Object.entries(asObject(value)).map(([id, entry]) => {
    const fields = asObject(entry)
    const fits = Object.entries(shape).every(([key, type]) => typeof fields[key] === type && (type !== "number" || Number.isFinite(fields[key])))
    const named = (list === "pages" ? PAGE : CLAIM).test(id)
    if (!fits || !named || !isPlausible(fields)) throw new Error(`This file is damaged: its entry “${id.slice(0, 80)}” is not readable.`)
    return [id, Object.fromEntries(Object.keys(shape).map((key) => [key, fields[key]]))]
  }))
}

/** @param {Record<string, unknown>} fields */
function isPlausible({ state = 0, low = 1, high = 1, value = 1, at, due = 0 }) {
  const isDate = (/** @type {unknown} */ time) => Math.abs(Number(time)) < 8.64e15
  const isRange = Number(low) > 0 && Number(low) <= Number(high) && Number(value) > 0
  return [0, 1, 2, 3].includes(Number(state)) && isRange && isDate(at) && isDate(due)
}

/**
 * Merge two progresses; of an entry that both have, the latest counts.
 * @param {Progress} one
 * @param {Progress} other
 * @returns {Progress}
 */
export function merged(one, other) {
  return {
    cards: latest(one.cards, other.cards),
    decisions: latest(one.decisions, other.decisions),
    estimates: latest(one.estimates, other.estimates),
    pages: latest(one.pages, other.pages),
  }
}

/**
 * @template {{ at: number }} Entry
 * @param {Record<string, Entry>} one
 * @param {Record<string, Entry>} other
 * @returns {Record<string, Entry>}
 */
function latest(one, other) {
  const newer = Object.entries(other).filter(([id, { at }]) => !Object.hasOwn(one, id) || at > one[id].at)
  return { ...one, ...Object.fromEntries(newer) }
}

/**
 * Return the number of entries in words: `12 questions, 3 decisions, 1 estimate, 4 pages`; `nothing` if there are none.
 * @param {Progress} progress
 */
export function counted(progress) {
  const nouns = { cards: "question", decisions: "decision", estimates: "estimate", pages: "page" }
  const counts = Object.entries(nouns).map(([list, noun]) => [Object.keys(progress[/** @type {keyof Progress} */ (list)]).length, noun])
  const told = counts.filter(([count]) => count).map(([count, noun]) => `${count} ${noun}${count === 1 ? "" : "s"}`)
  return told.join(", ") || "nothing"
}
