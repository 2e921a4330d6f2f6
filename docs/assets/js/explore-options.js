// Which options of a facet are listed: those of most systems first, those that were chosen, or those that have a word.
import { byId } from "./explore-finder.js"

/** @import { Choice, Facet, State } from "./explore-finder.js" */

/** How many are shown first. */
export const FIRST = 8
/** Up to how many are all shown at once, and need no field to find one. */
export const SHORT = 12
/** How many are shown at most. */
export const MOST = 200

/**
 * The numbers of the options to show.
 * @param {Facet} facet
 * @param {Choice[]} chosen
 * @param {Uint32Array} totals
 * @param {string} typed
 * @param {boolean} wide whether all are asked for
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
 * What the button says that shows more.
 * @param {number} count
 */
export function moreWords(count) {
  return count > MOST ? `Show ${MOST} of ${count.toLocaleString("en")}` : `Show all ${count}`
}

/**
 * What is told of an option in a state: how many systems it would leave, and whether it can be chosen at all.
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
