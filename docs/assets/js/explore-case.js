// The options and values of one case study, and why it matches.
import { byId } from "./explore-finder.js"
import { wantedCodes } from "./explore-match.js"

/** @import { Dimension, Facet, Finder, Option, State } from "./explore-finder.js" */

/**
 * @typedef {Option & { facet: Facet, code: number, stance: string, claim: string }} Use
 *   An option of a case study with its stance; `claim` is the id of the claim that states it.
 * @typedef {{ words: string, date: string, figure: string }} Value
 */

/**
 * Return the options of a case study in a facet, each with its stance and its claim.
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
 * Return the largest value of a case study in a dimension as text, with its date and figure; undefined if none.
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
 * Return why a case study matches: its chosen options, and its period and value if the state limits them.
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
