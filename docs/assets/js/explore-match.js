// Filters and sorts case studies for a state. This module does not use the page.
import { countOptions, countScales, countYears } from "./explore-counts.js"
import { byId, OPEN, rangeOf, scaleOf } from "./explore-finder.js"

/** @import { Choice, Facet, Finder, State } from "./explore-finder.js" */
/** @import { OptionCounts } from "./explore-counts.js" */

/**
 * @typedef {{ count: Uint16Array, sum: Uint32Array }} Hits
 *   For each case study, how many choices of a facet it has, and the sum of their numbers, which start at 1.
 * @typedef {object} Found
 * @property {number[]} order the numbers of the case studies that match, sorted
 * @property {OptionCounts[]} options by facet: how many would match with each option, and with each stance on it
 * @property {Uint32Array} from how many would match with each year as the start of the range
 * @property {Uint32Array} to how many would match with each year as the end of the range
 * @property {number[]} dimensions how many have a value in each dimension
 * @property {number[]} low how many would match with each step of the chosen dimension as the lower bound
 * @property {number[]} high how many would match with each step as the upper bound
 */

/**
 * Find the case studies for a state, and count how many would match with each further choice.
 * @param {Finder} finder
 * @param {State} state
 * @returns {Found}
 */
export function find(finder, state) {
  const misses = new Uint16Array(finder.cases.length)
  const hits = finder.facets.map((facet, at) => hitsOf(facet, state, misses, 1 << at))
  const period = 1 << finder.facets.length
  const scale = period << 1
  missPeriod(finder, state, misses, period)
  missScale(finder, state, misses, scale)
  return {
    order: sorted(finder, state, misses, hits),
    options: finder.facets.map((facet, at) => countOptions(facet, state, misses, 1 << at, hits[at])),
    ...countYears(finder, state, misses, period),
    ...countScales(finder, state, misses, scale),
  }
}

/**
 * Return the number of the choice for each code, from 1; 0 if there is none.
 * @param {Facet} facet
 * @param {Choice[]} choices
 */
export function wantedCodes(facet, choices) {
  const wanted = new Uint16Array(facet.options.length * facet.width)
  choices.forEach(({ id, stance }, index) => {
    const first = (facet.numbers.get(id) ?? 0) * facet.width
    if (stance) wanted[first + facet.stances.indexOf(stance)] = index + 1
    else wanted.fill(index + 1, first, first + facet.width)
  })
  return wanted
}

/**
 * Count the choices of a facet that each case study has, sum their numbers, and set `bit` in `misses` if it fails.
 * @param {Facet} facet
 * @param {State} state
 * @param {Uint16Array} misses
 * @param {number} bit
 * @returns {Hits}
 */
function hitsOf(facet, state, misses, bit) {
  const choices = state.chosen[facet.id]
  const hits = { count: new Uint16Array(misses.length), sum: new Uint32Array(misses.length) }
  if (!choices.length) return hits
  countHits(facet, choices, hits)
  const asked = state.all[facet.id] ? choices.length : 1
  for (let number = 0; number < misses.length; number++) if (hits.count[number] < asked) misses[number] |= bit
  return hits
}

/**
 * @param {Facet} facet
 * @param {Choice[]} choices
 * @param {Hits} hits
 */
function countHits(facet, choices, { count, sum }) {
  const wanted = wantedCodes(facet, choices)
  const last = new Int32Array(choices.length + 1).fill(-1)
  for (let number = 0; number < count.length; number++) {
    for (let at = facet.starts[number]; at < facet.starts[number + 1]; at++) {
      const choice = wanted[facet.codes[at]]
      if (!choice || last[choice] === number) continue
      last[choice] = number
      count[number]++
      sum[number] += choice
    }
  }
}

/**
 * @param {Finder} finder
 * @param {State} state
 * @param {Uint16Array} misses
 * @param {number} bit
 */
function missPeriod({ from, until }, state, misses, bit) {
  if (!state.from && !state.to) return
  for (let number = 0; number < misses.length; number++) {
    if (until[number] < state.from || from[number] > (state.to || OPEN)) misses[number] |= bit
  }
}

/**
 * @param {Finder} finder
 * @param {State} state
 * @param {Uint16Array} misses
 * @param {number} bit
 */
function missScale(finder, { scale }, misses, bit) {
  const dimension = byId(finder.dimensions, scale.dimension)
  if (!dimension) return
  const [low, high] = rangeOf(dimension, scale)
  dimension.values.forEach((value, number) => {
    if (value < low || value > high) misses[number] |= bit
  })
}

/**
 * Return the numbers of all matches, sorted. Case studies are in order of name, so their numbers break ties.
 * @param {Finder} finder
 * @param {State} state
 * @param {Uint16Array} misses
 * @param {Hits[]} hits
 */
function sorted(finder, state, misses, hits) {
  const order = []
  for (let number = 0; number < misses.length; number++) if (!misses[number]) order.push(number)
  const { values } = scaleOf(finder, state) ?? { values: new Float64Array(misses.length) }
  const matched = new Uint16Array(misses.length)
  for (const { count } of hits) for (const number of order) matched[number] += count[number]
  /** @typedef {(one: number, other: number) => number} Compare */
  /** @type {Compare} */
  const larger = (one, other) => values[other] - values[one]
  /** @type {Record<string, Compare>} */
  const rules = {
    relevance: (one, other) => matched[other] - matched[one] || larger(one, other) || one - other,
    date: (one, other) => finder.until[other] - finder.until[one] || finder.from[other] - finder.from[one] || one - other,
    scale: (one, other) => larger(one, other) || one - other,
    name: (one, other) => one - other,
  }
  return order.sort(rules[state.sort])
}
