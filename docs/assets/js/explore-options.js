// Selects the options of a facet to list: the most frequent, the chosen ones, and those that match a filter.
import { byId } from "./explore-finder.js"

/** @import { Choice, Facet, State } from "./explore-finder.js" */

/** The number of options shown at first. */
export const FIRST = 8
/** The maximum number of options that are all shown, without a filter. */
export const SHORT = 12
/** The maximum number of options shown. */
export const MOST = 200

/**
 * Return the numbers of the options to show.
 * @param {Facet} facet
 * @param {Choice[]} chosen
 * @param {Uint32Array} totals
 * @param {string} typed
 * @param {boolean} wide whether to show all
 */
export function visibleOptions(facet, chosen, totals, typed, wide) {
  const words = typed.trim().toLowerCase()
  const own = chosen.map(({ id }) => facet.numbers.get(id) ?? 0)
  const numbers = facet.options.map(({ number }) => number)
  if (words) return numbers.filter((number) => named(facet, number).includes(words)).slice(0, MOST)
  if (wide) return [...own, ...numbers.slice(0, MOST)]
  if (numbers.length <= SHORT) return numbers
  return [...own, ...numbers.sort((one, other) => totals[other] - totals[one] || one - other).slice(0, FIRST)]
}

/**
 * @param {Facet} facet
 * @param {number} number
 */
function named({ options }, number) {
  return `${options[number].name} ${options[number].id}`.toLowerCase()
}

/**
 * Return the label of the button that shows more options.
 * @param {number} count
 */
export function moreWords(count) {
  return count > MOST ? `Show ${MOST} of ${count.toLocaleString("en")}` : `Show all ${count}`
}

/**
 * Return what to show for an option: its choice if any, how many systems would match, and whether none would.
 * @param {Facet} facet
 * @param {State} state
 * @param {number} number
 * @param {Uint32Array} totals
 */
export function optionState(facet, state, number, totals) {
  const choice = byId(state.chosen[facet.id], facet.options[number].id)
  const count = totals[number]
  return { choice, count: count ? count.toLocaleString("en") : "none", empty: count === 0 && !choice }
}
