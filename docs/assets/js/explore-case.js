// What one case study has: its options, its figures, and why it matches.
import { byId } from "./explore-finder.js"
import { wantedCodes } from "./explore-match.js"

/** @import { Dimension, Facet, Finder, Option, State } from "./explore-finder.js" */

/**
 * @typedef {Option & { facet: Facet, code: number, stance: string, claim: string }} Use
 *   What a case study has of a facet; `claim` is the id of what says so.
 * @typedef {{ words: string, date: string, figure: string }} Value
 */

/**
 * What a case study has of a facet, each with its stance and the claim that says so.
 * @param {Facet} facet
 * @param {number} number
 * @returns {Use[]}
 */
export function optionsOf(facet, number) {
  const from = facet.starts[number]
  return Array.from(facet.codes.subarray(from, facet.starts[number + 1]), (code, at) => {
    const option = facet.options[Math.trunc(code / facet.width)]
    const stance = facet.stances[code % facet.width] ?? ""
    return { ...option, facet, code, stance, claim: facet.uses.claim[from + at] || option.id }
  })
}

/**
 * The largest value of a case study in a dimension: its words, its date and its figure; undefined if none.
 * @param {Finder} finder
 * @param {Dimension} dimension
 * @param {number} number
 * @returns {Value | undefined}
 */
export function valueOf(finder, dimension, number) {
  const place = dimension.places[number]
  const { words, date, figure } = finder.scales
  return place < 0 ? undefined : { words: words[place], date: date[place], figure: figure[place] }
}

/**
 * Why a case study matches: what it has of what was chosen, its period and its value, where these were asked for.
 * @param {Finder} finder
 * @param {State} state
 * @param {number} number
 */
export function reasons(finder, state, number) {
  const found = finder.facets.flatMap((facet) => {
    const wanted = wantedCodes(facet, state.chosen[facet.id])
    return optionsOf(facet, number).filter(({ code }) => wanted[code])
  })
  const dimension = byId(finder.dimensions, state.scale.dimension)
  return {
    options: found,
    period: state.from || state.to ? finder.cases[number].period : "",
    value: dimension && valueOf(finder, dimension, number),
  }
}
