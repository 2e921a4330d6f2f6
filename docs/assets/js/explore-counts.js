// Counts how many case studies would match with each further choice. Each bit in `misses` is a condition that a case
// study fails. A case study counts if it fails no condition except `bit`, that of the facet or range being counted.
import { byId, OPEN, rangeOf } from "./explore-finder.js"

/** @import { Choice, Dimension, Facet, Finder, State } from "./explore-finder.js" */
/** @import { Hits } from "./explore-match.js" */

/** @typedef {{ totals: Uint32Array, codes: Uint32Array }} OptionCounts By option, and by option and stance. */

/**
 * Count the case studies that would match if an option, or a stance on it, were chosen too.
 * @param {Facet} facet
 * @param {State} state
 * @param {Uint16Array} misses
 * @param {number} bit
 * @param {Hits} hits
 * @returns {OptionCounts}
 */
export function countOptions(facet, state, misses, bit, hits) {
  const all = state.all[facet.id] ? state.chosen[facet.id] : []
  const totals = new Uint32Array(facet.options.length)
  const codes = new Uint32Array(facet.options.length * facet.width)
  const last = new Int32Array(facet.options.length).fill(-1)
  for (let number = 0; number < misses.length; number++) {
    if (misses[number] & ~bit) continue
    const missing = all.length ? missingChoice(all, hits, number) : 0
    if (missing < 0) continue
    for (let at = facet.starts[number]; at < facet.starts[number + 1]; at++) {
      const code = facet.codes[at]
      const option = Math.trunc(code / facet.width)
      if (missing && facet.options[option].id !== all[missing - 1].id) continue
      codes[code]++
      if (!missing && last[option] !== number) totals[option]++
      last[option] = number
    }
  }
  return { totals, codes }
}

/**
 * Return the number of the only choice that a case study lacks, from 1; 0 if it has all, -1 if it lacks several.
 * @param {Choice[]} all
 * @param {Hits} hits
 * @param {number} number
 */
function missingChoice(all, { count, sum }, number) {
  if (count[number] === all.length) return 0
  return count[number] === all.length - 1 ? (all.length * (all.length + 1)) / 2 - sum[number] : -1
}

/**
 * Count the case studies for each year as the start and as the end of the range.
 * @param {Finder} finder
 * @param {State} state
 * @param {Uint16Array} misses
 * @param {number} bit
 */
export function countYears(finder, state, misses, bit) {
  const [first, last] = finder.years
  const from = new Uint32Array(Math.max(0, last - first + 1))
  const to = new Uint32Array(from.length)
  for (const number of base(misses, bit)) {
    if (finder.from[number] <= (state.to || OPEN)) from[Math.min(finder.until[number], last) - first]++
    if (finder.until[number] >= state.from) to[Math.max(finder.from[number], first) - first]++
  }
  for (let at = 1; at < from.length; at++) {
    from[from.length - 1 - at] += from[from.length - at]
    to[at] += to[at - 1]
  }
  return { from, to }
}

/**
 * Count the case studies with a value in each dimension and, in the chosen one, for each step as lower or upper bound.
 * @param {Finder} finder
 * @param {State} state
 * @param {Uint16Array} misses
 * @param {number} bit
 */
export function countScales(finder, state, misses, bit) {
  const left = base(misses, bit)
  const dimensions = finder.dimensions.map((dimension) => countWithin(dimension, left, 0, Infinity))
  const chosen = byId(finder.dimensions, state.scale.dimension)
  if (!chosen) return { dimensions, low: [], high: [] }
  const [low, high] = rangeOf(chosen, state.scale)
  return {
    dimensions,
    low: chosen.steps.map(({ value }) => countWithin(chosen, left, value, high)),
    high: chosen.steps.map(({ value }) => countWithin(chosen, left, low, value)),
  }
}

/**
 * @param {Dimension} dimension
 * @param {number[]} numbers
 * @param {number} least
 * @param {number} most
 */
function countWithin({ values }, numbers, least, most) {
  return numbers.reduce((count, number) => count + (values[number] >= least && values[number] <= most ? 1 : 0), 0)
}

/**
 * Return the numbers of the case studies that fail no condition except `bit`.
 * @param {Uint16Array} misses
 * @param {number} bit
 */
function base(misses, bit) {
  const numbers = []
  for (let number = 0; number < misses.length; number++) if (!(misses[number] & ~bit)) numbers.push(number)
  return numbers
}
