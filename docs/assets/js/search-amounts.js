// Amounts in a query: `300k qps`, `1.2tb`, `a billion tweets per day`, `more than 10,000 servers`, `petabytes`.
import { COUNTS } from "./search-question.js"

/**
 * @typedef {object} Amount An amount, or what is known of one.
 * @property {number} low the lowest value that fits, in the base unit; NaN if no value is given
 * @property {number} high the highest value that fits
 * @property {number} value the value closest to what is asked
 * @property {string} dimension what the unit measures: `data`, `time`; `count` if it counts things; empty if unknown
 * @property {number} per the seconds in the unit of time of a rate, or 0
 * @property {string[]} rest the words of the query that are no part of the amount
 * @property {boolean} sure whether a digit, a scale or a question for a number shows that a number is asked for
 *
 * @typedef {{ dimension: string, factor: number }} Unit
 * @typedef {ReadonlyMap<string, Unit>} Units Units by lower-case name or symbol.
 */

const TOKEN = /\d+(?:\.\d+)?(?![\p{L}\p{N}]*\d)|[\p{L}\p{N}+#]+|[%$£/<>~]/gu
const SCALES = new Map(Object.entries({
  k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6, b: 1e9, bn: 1e9, billion: 1e9, trillion: 1e12,
  hundred: 100, dozen: 12,
}))
/** Scales that stand alone for an order of magnitude. */
const ORDERS = new Map([...SCALES].filter(([name]) => name.length > 3).map(([name, scale]) => [`${name}s`, scale]))
const SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
const SPELT = new Map([...SMALL.map((word, at) => /** @type {const} */ ([word, at + 1])), ["single", 1], ["twenty", 20]])
const TIMES = new Map(Object.entries({
  s: 1, sec: 1, second: 1, min: 60, minute: 60, h: 3600, hr: 3600, hour: 3600, d: 86400, day: 86400, week: 604800,
  mo: 2629800, month: 2629800, y: 31557600, yr: 31557600, year: 31557600,
}))
const ADVERBS = new Map([["hourly", 3600], ["daily", 86400], ["weekly", 604800], ["monthly", 2629800], ["yearly", 31557600]])
/** Short forms of a rate a second, each with what it counts. */
const RATES = new Map([
  ["qps", "query"], ["rps", "request"], ["tps", "transaction"], ["ops", "operation"], ["wps", "write"], ["iops", "operation"],
])
const DATA_RATES = new Map([["kbps", "kilobit"], ["mbps", "megabit"], ["gbps", "gigabit"], ["tbps", "terabit"]])
const MORE = new Set(["over", "above", "least", ">", "beyond", "exceeding"])
const LESS = new Set(["under", "below", "most", "<", "within"])
const QUALIFIERS = new Set(["than", "more", "less", "fewer", "about", "around", "nearly", "almost", "roughly", "approximately"])
const STATISTIC = /^p\d{2,3}$/
const STEP = 1000

/**
 * Return whether a query may ask for a figure, so that the figures are worth loading.
 * @param {string} query
 */
export function mayAskForFigure(query) {
  const tokens = tokensOf(query)
  const tells = (/** @type {string} */ token) =>
    /^\d/.test(token) || ORDERS.has(token) || RATES.has(token) || STATISTIC.test(token) || SPELT.has(token) ||
    /^(kilo|mega|giga|tera|peta|exa)bytes?$/.test(token) || (SCALES.has(token) && token.length > 2)
  return COUNTS.test(query.trim()) || tokens.some(tells)
}

/**
 * Return the amount that a query names or asks for; null if it does neither.
 * @param {string} query
 * @param {Units} units
 * @returns {Amount | null}
 */
export function amountIn(query, units) {
  const tokens = tokensOf(query.trim().replace(COUNTS, " "))
  const asked = COUNTS.test(query.trim()) || tokens.some((token) => STATISTIC.test(token))
  const rate = takeRate(tokens)
  const number = takeNumber(tokens, units) ?? takeOrder(tokens, units)
  if (!number && !asked) return null
  const { at = 0, taken = 0, value = NaN, high = NaN, dimension = "", sure = asked } = number ?? {}
  const bound = number && Number.isNaN(high) ? boundsOf(tokens, at, value) : { low: value, high }
  tokens.splice(at, taken)
  const rest = tokens.filter((token) => isWord(token)).map((token) => RATES.get(token) ?? token)
  return { ...bound, value, dimension, per: rate, rest, sure }
}

/**
 * Return whether a token tells something: it is no sign, and no word that only qualifies a number.
 * @param {string} token
 */
function isWord(token) {
  return /^[\p{L}\p{N}]/u.test(token) && !MORE.has(token) && !LESS.has(token) && !QUALIFIERS.has(token)
}

/** @param {string} query */
function tokensOf(query) {
  return query.normalize("NFKD").toLowerCase().replace(/(?<=\d)[,_](?=\d{3})/g, "").match(TOKEN) ?? []
}

/**
 * Take the unit of time of a rate out of the tokens; return its seconds, or 0 if there is none.
 * @param {string[]} tokens
 */
function takeRate(tokens) {
  for (const [at, token] of tokens.entries()) {
    const adverb = ADVERBS.get(token)
    if (adverb) return tokens.splice(at, 1) && adverb
    if (RATES.has(token) || DATA_RATES.has(token)) return 1
    const time = TIMES.get(singular(tokens[at + 1] ?? ""))
    if (time && ["per", "a", "an", "each", "every", "/"].includes(token)) return tokens.splice(at, 2) && time
  }
  return 0
}

/**
 * Return the first number with its scale and unit, and the position and number of its tokens.
 * @param {string[]} tokens
 * @param {Units} units
 */
function takeNumber(tokens, units) {
  for (const [at, token] of tokens.entries()) {
    const digits = /^\d/.test(token)
    const scaled = token === "a" && SCALES.has(tokens[at + 1])
    if (!digits && !scaled && !SPELT.has(token)) continue
    let taken = 1
    let value = digits ? Number(token) : (SPELT.get(token) ?? 1)
    for (; SCALES.has(tokens[at + taken]); taken += 1) value *= SCALES.get(tokens[at + taken]) ?? 1
    const unit = unitOf(tokens[at + taken] ?? "", units)
    const counts = !unit || unit.dimension === "count"
    if (!counts) taken += 1
    const money = ["$", "£"].includes(tokens[at - 1]) ? "money" : ""
    const dimension = counts ? money || (unit?.dimension ?? "") : unit.dimension
    return { at, taken, value: value * (counts ? 1 : unit.factor), high: NaN, dimension, sure: digits || taken > 1 }
  }
  return null
}

/**
 * Return the order of magnitude that a word alone names: `millions`, `petabytes`.
 * @param {string[]} tokens
 * @param {Units} units
 */
function takeOrder(tokens, units) {
  const at = tokens.findIndex((token) => ORDERS.has(token) || (unitOf(token, units)?.dimension === "data" && token.length > 4))
  if (at < 0) return null
  const unit = unitOf(tokens[at], units)
  const value = ORDERS.get(tokens[at]) ?? unit?.factor ?? NaN
  return { at, taken: 1, value, high: value * STEP, dimension: ORDERS.has(tokens[at]) ? "" : "data", sure: true }
}

/**
 * Return the bounds of the values that fit a number: itself, or all above or below it; drop the words that say so.
 * @param {string[]} tokens
 * @param {number} at the position of the number
 * @param {number} value
 */
function boundsOf(tokens, at, value) {
  const before = tokens[at - 1] === "than" ? tokens[at - 2] : tokens[at - 1]
  if (MORE.has(before) || (before === "more" && tokens[at - 1] === "than")) return { low: value, high: Infinity }
  if (LESS.has(before) || ["less", "fewer"].includes(before)) return { low: 0, high: value }
  return { low: value, high: value }
}

/**
 * @param {string} token
 * @param {Units} units
 * @returns {Unit | undefined}
 */
function unitOf(token, units) {
  const bits = DATA_RATES.get(token)
  return units.get(bits ?? token) ?? units.get(singular(token))
}

/** @param {string} word */
function singular(word) {
  return word.replace(/(?<=..)s$/, "")
}
