// Which entries of a list match what was typed and chosen, and in which order they stand: the logic, without the page.
import { words } from "./search-words.js"

/** @typedef {{ find: string, category: string, sort: string }} State What was typed and chosen; empty: nothing. */
/** @typedef {{ text: string, category?: string }} Item The words of an entry of the list, and its category. */

const NAMES = /** @type {const} */ (["find", "category", "sort"])
const CONNECTORS = new Set(["vs", "versus", "or", "and", "compared", "with", "to"])

/**
 * Read the state from the query of an address; values that a choice does not have are left out.
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
 * Write the state as the query of an address; nothing typed and nothing chosen is no query.
 * @param {State} state
 */
export function queryOf(state) {
  const parameters = new URLSearchParams()
  for (const name of NAMES) if (state[name].trim()) parameters.set(name, state[name].trim())
  return parameters.size ? `?${parameters}` : ""
}

/**
 * Tell whether an entry has every word that was typed, or the beginning of a word, and is of the chosen category.
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
 * Return the places of entries by their weights, the greatest first; those of one weight keep their order.
 * @param {number[]} weights
 */
export function byWeight(weights) {
  return weights.map((_, place) => place).sort((one, other) => weights[other] - weights[one])
}

/**
 * Say how many entries are shown.
 * @param {number} shown
 * @param {number} all
 * @param {string} noun what they are: `technologies`
 */
export function counted(shown, all, noun) {
  return shown === all ? `All ${all} ${noun}` : `${shown} of ${all} ${noun}`
}
