// Filtering and sorting of a list or a table. This module does not use the page.
import { words } from "./search-words.js"

/** @typedef {Record<string, string>} State The query (`find`), the order (`sort`) and the chosen value of each facet; empty if none. */
/** @typedef {{ text: string, values: Record<string, string | undefined> }} Item The text of an item, and its values by facet, separated by spaces. */

const CONNECTORS = new Set(["vs", "versus", "or", "and", "compared", "with", "to"])

/**
 * Read the state from the query of an address; ignore unknown values.
 * @param {string} query
 * @param {Record<string, string[]>} known the values of the facets and of the order
 * @returns {State}
 */
export function stateFrom(query, known) {
  const parameters = new URLSearchParams(query)
  const chosen = Object.entries(known).map(([name, values]) => {
    const value = parameters.get(name) ?? ""
    return [name, values.includes(value) ? value : ""]
  })
  return { find: parameters.get("find") ?? "", ...Object.fromEntries(chosen) }
}

/**
 * Write the state as the query of an address; empty for the default state.
 * @param {State} state
 */
export function queryOf(state) {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(state)) if (value.trim()) parameters.set(name, value.trim())
  return parameters.size ? `?${parameters}` : ""
}

/**
 * Return whether an item has the chosen value of every facet and contains every word of the query, except connectors.
 * @param {Item} item
 * @param {State} state
 */
export function matches(item, state) {
  const facets = Object.entries(state).filter(([name, value]) => value && name !== "find" && name !== "sort")
  if (!facets.every(([facet, value]) => item.values[facet]?.split(" ").includes(value))) return false
  const find = state.find ?? ""
  const has = words(item.text)
  const wanted = words(find)
  const telling = wanted.filter((word) => !CONNECTORS.has(word))
  return (telling.length ? telling : wanted).every((word) => has.some((other) => other.includes(word)))
}

/**
 * Return the indexes of items by descending weight; items of equal weight keep their order.
 * @param {number[]} weights
 */
export function byWeight(weights) {
  return weights.map((_, place) => place).sort((one, other) => weights[other] - weights[one])
}

/**
 * Return the indexes of the values of a column in the order `sort`: numbers by size, other texts by letter, empty ones last.
 * @param {string[]} values
 * @param {boolean} numeric
 * @param {boolean} down the greatest first
 */
export function byValue(values, numeric, down) {
  const order = new Intl.Collator("en", { numeric: true }).compare
  const compared = (/** @type {string} */ one, /** @type {string} */ other) => (numeric ? Number(one) - Number(other) : order(one, other))
  return values.map((_, place) => place).sort((one, other) => {
    const [a, b] = [values[one], values[other]]
    if (!a || !b) return Number(!a) - Number(!b)
    return down ? compared(b, a) : compared(a, b)
  })
}

/**
 * Return the text that says how many items are shown.
 * @param {number} shown
 * @param {number} all
 * @param {string} noun for the items: `technologies`
 */
export function counted(shown, all, noun) {
  return shown === all ? `All ${all} ${noun}` : `${shown} of ${all} ${noun}`
}
