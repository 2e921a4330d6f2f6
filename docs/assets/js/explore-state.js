// Reads and writes the finder's state as a query: `?technology=redis:left&technology-mode=all&from=2010`.
import { byId, emptyState, rangeOf } from "./explore-finder.js"

/** @import { Choice, Facet, Finder, State } from "./explore-finder.js" */

const SORTS = ["relevance", "date", "scale", "name"]
const VIEWS = ["cards", "table"]

/**
 * @typedef {{ name: string, value: string }} Part A part of a query.
 * @typedef {(state: State) => State} Change A function from one state to the next.
 */

/**
 * Read a state from a query; skip unknown parts and return them in `ignored`.
 * @param {string} query
 * @param {Finder} finder
 */
export function readState(query, finder) {
  let state = emptyState(finder)
  /** @type {Part[]} */
  const ignored = []
  for (const [name, value] of new URLSearchParams(query)) {
    const next = value ? taken(finder, state, name, value) : state
    if (!next) ignored.push({ name, value })
    state = next ?? state
  }
  const ordered = inOrder(finder, state)
  return { state: ordered, ignored: [...ignored, ...unknownSteps(state, ordered)] }
}

/**
 * Return the bounds of a range that its dimension does not have.
 * @param {State} asked
 * @param {State} ordered
 */
function unknownSteps({ scale }, ordered) {
  const known = [ordered.scale.from, ordered.scale.to]
  const ends = [{ name: "scale-from", value: scale.from }, { name: "scale-to", value: scale.to }]
  return ends.filter(({ value }) => value && !known.includes(value))
}

/**
 * Return the state changed by one part of a query; null if the part is unknown.
 * @param {Finder} finder
 * @param {State} state
 * @param {string} name
 * @param {string} value
 * @returns {State | null}
 */
function taken(finder, state, name, value) {
  const facet = byId(finder.facets, name)
  if (facet) return withChoice(facet, state, value)
  const moded = finder.facets.find(({ id, several }) => several && name === `${id}-mode`)
  if (moded) return ["all", "any"].includes(value) ? withMode(state, moded.id, value === "all") : null
  const read = Object.hasOwn(READERS, name) && READERS[name]
  return read ? read(finder, state, value) : null
}

/** @type {Record<string, (finder: Finder, state: State, value: string) => State | null>} */
const READERS = {
  from: (finder, state, value) => (isYear(finder, value) ? { ...state, from: Number(value) } : null),
  to: (finder, state, value) => (isYear(finder, value) ? { ...state, to: Number(value) } : null),
  scale: ({ dimensions }, state, value) =>
    byId(dimensions, value) ? { ...state, scale: { ...state.scale, dimension: value } } : null,
  "scale-from": (_, state, value) => ({ ...state, scale: { ...state.scale, from: value } }),
  "scale-to": (_, state, value) => ({ ...state, scale: { ...state.scale, to: value } }),
  sort: (_, state, value) => (SORTS.includes(value) ? { ...state, sort: value } : null),
  view: (_, state, value) => (VIEWS.includes(value) ? { ...state, view: value } : null),
  column: ({ dimensions }, state, value) =>
    byId(dimensions, value) ? { ...state, columns: [...new Set([...state.columns, value])] } : null,
}

/**
 * @param {Facet} facet
 * @param {State} state
 * @param {string} value
 */
function withChoice(facet, state, value) {
  const [id, stance = ""] = value.split(":")
  const known = facet.numbers.has(id) && (stance === "" || facet.stances.includes(stance))
  const chosen = state.chosen[facet.id]
  if (!known || byId(chosen, id)) return null
  return withChosen(state, facet.id, [...chosen, { id, stance }])
}

/**
 * @param {Finder} finder
 * @param {string} value
 */
function isYear({ years: [first, last] }, value) {
  return /^\d{4}$/.test(value) && Number(value) >= first && Number(value) <= last
}

/**
 * Return the state with the bounds of ranges in ascending order, and without bounds that the dimension does not have.
 * @param {Finder} finder
 * @param {State} state
 * @returns {State}
 */
export function inOrder(finder, state) {
  const { from, to, scale } = state
  const dimension = byId(finder.dimensions, scale.dimension)
  const has = (/** @type {string} */ id) => (byId(dimension?.steps ?? [], id) ? id : "")
  const ends = { dimension: scale.dimension, from: has(scale.from), to: has(scale.to) }
  const [low, high] = dimension ? rangeOf(dimension, ends) : [0, 0]
  const turned = low > high ? { ...ends, from: ends.to, to: ends.from } : ends
  return { ...state, scale: turned, ...(from && to && from > to ? { from: to, to: from } : {}) }
}

/**
 * Write a state as a query; omit defaults, and return an empty string if nothing is left.
 * @param {Finder} finder
 * @param {State} state
 */
export function writeQuery(finder, state) {
  const usual = emptyState(finder)
  const { dimension, from, to } = state.scale
  const parts = [
    ...finder.facets.flatMap((facet) => partsOf(facet, state)),
    ["from", state.from && `${state.from}`], ["to", state.to && `${state.to}`],
    ["scale", dimension], ["scale-from", from], ["scale-to", to],
    ["sort", state.sort !== usual.sort && state.sort], ["view", state.view !== usual.view && state.view],
    ...state.columns.map((id) => ["column", id]),
  ]
  const said = parts.flatMap(([name, value]) => (name && value ? [[name, value]] : []))
  const query = new URLSearchParams(said).toString().replaceAll("%3A", ":")
  return query && `?${query}`
}

/**
 * @param {Facet} facet
 * @param {State} state
 */
function partsOf({ id }, { chosen, all }) {
  const parts = chosen[id].map((choice) => [id, choice.stance ? `${choice.id}:${choice.stance}` : choice.id])
  return all[id] && parts.length ? [...parts, [`${id}-mode`, "all"]] : parts
}

/**
 * Return the state with an option chosen or removed.
 * @param {State} state
 * @param {string} facet
 * @param {string} id
 * @param {boolean} taken
 * @returns {State}
 */
export function withOption(state, facet, id, taken) {
  const others = state.chosen[facet].filter((choice) => choice.id !== id)
  return withChosen(state, facet, taken ? [...others, { id, stance: "" }] : others)
}

/**
 * Return the state with another stance on a chosen option.
 * @param {State} state
 * @param {string} facet
 * @param {string} id
 * @param {string} stance
 * @returns {State}
 */
export function withStance(state, facet, id, stance) {
  const choices = state.chosen[facet].map((choice) => (choice.id === id ? { ...choice, stance } : choice))
  return withChosen(state, facet, choices)
}

/**
 * Return the state in which all choices of a facet have to match, or any.
 * @param {State} state
 * @param {string} facet
 * @param {boolean} all
 * @returns {State}
 */
export function withMode(state, facet, all) {
  return { ...state, all: { ...state.all, [facet]: all } }
}

/**
 * @param {State} state
 * @param {string} facet
 * @param {Choice[]} choices
 */
function withChosen(state, facet, choices) {
  return { ...state, chosen: { ...state.chosen, [facet]: choices } }
}
