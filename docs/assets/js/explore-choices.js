// The choices of a state by name, each with the state without it. This module does not use the page.
import { byId, emptyState } from "./explore-finder.js"

/** @import { Facet, Finder, State } from "./explore-finder.js" */

/** @typedef {{ name: string, without: State }} NamedChoice */

/**
 * Return every choice of a state, each with the state without it.
 * @param {Finder} finder
 * @param {State} state
 * @returns {NamedChoice[]}
 */
export function choicesOf(finder, state) {
  return [...finder.facets.flatMap((facet) => optionsIn(facet, state)), ...periodIn(state), ...scaleIn(finder, state)]
}

/**
 * Return the state without choices, with the same sort order, view and columns.
 * @param {Finder} finder
 * @param {State} state
 * @returns {State}
 */
export function withoutChoices(finder, { sort, view, columns }) {
  return { ...emptyState(finder), sort, view, columns }
}

/**
 * @param {Facet} facet
 * @param {State} state
 * @returns {NamedChoice[]}
 */
function optionsIn(facet, state) {
  const chosen = state.chosen[facet.id]
  return chosen.map((choice) => {
    const name = byId(facet.options, choice.id)?.name ?? choice.id
    const rest = chosen.filter((other) => other !== choice)
    const without = { ...state, chosen: { ...state.chosen, [facet.id]: rest } }
    return { name: choice.stance ? `${name} (${choice.stance})` : name, without }
  })
}

/**
 * @param {State} state
 * @returns {NamedChoice[]}
 */
function periodIn(state) {
  if (!state.from && !state.to) return []
  return [{ name: between(state.from, state.to), without: { ...state, from: 0, to: 0 } }]
}

/**
 * @param {Finder} finder
 * @param {State} state
 * @returns {NamedChoice[]}
 */
function scaleIn(finder, state) {
  const { from, to } = state.scale
  const dimension = byId(finder.dimensions, state.scale.dimension)
  if (!dimension) return []
  const words = (/** @type {string} */ id) => byId(dimension.steps, id)?.words ?? ""
  const name = from || to ? `${dimension.name}: ${between(words(from), words(to))}` : dimension.name
  return [{ name, without: { ...state, scale: emptyState(finder).scale } }]
}

/**
 * @param {string | number} from
 * @param {string | number} to
 */
function between(from, to) {
  if (from && to) return `${from} to ${to}`
  return from ? `from ${from}` : `up to ${to}`
}
