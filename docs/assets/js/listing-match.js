// Filtering and sorting of a list. This module does not use the page.
import { words } from "./search-words.js"

/** @typedef {{ find: string, category: string, sort: string }} State The query and the choices; empty if none. */
/** @typedef {{ text: string, category?: string }} Item The text of a list item, and its category. */

const NAMES = /** @type {const} */ (["find", "category", "sort"])
const CONNECTORS = new Set(["vs", "versus", "or", "and", "compared", "with", "to"])

/**
 * Read the state from the query of an address; ignore unknown values.
 * @param {string} query
 * @param {{ category?: string[], sort?: string[] }} known the values of the choices
 * @returns {State}
 */
export function stateFrom(query, known) {
  const parameters = new URLSearchParams(query)
  const chosen = (/** @type {"category" | "sort"} */ name) => {
    const value = parameters.get(name) ?? ""
    return known[name]?.includes(value) ? value : ""
  }
  return { find: parameters.get("find") ?? "", category: chosen("category"), sort: chosen("sort") }
}

/**
 * Write the state as the query of an address; empty for the default state.
 * @param {State} state
 */
export function queryOf(state) {
  const parameters = new URLSearchParams()
  for (const name of NAMES) if (state[name].trim()) parameters.set(name, state[name].trim())
  return parameters.size ? `?${parameters}` : ""
}

/**
 * Return whether an item is in the chosen category and contains every word of the query, except connectors.
 * @param {Item} item
 * @param {State} state
 */
export function matches(item, { find, category }) {
  if (category && item.category !== category) return false
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
 * Return the text that says how many items are shown.
 * @param {number} shown
 * @param {number} all
 * @param {string} noun for the items: `technologies`
 */
export function counted(shown, all, noun) {
  return shown === all ? `All ${all} ${noun}` : `${shown} of ${all} ${noun}`
}
