// The finder's data, laid out to be gone through quickly, and the state of a search.
import { rows } from "./records.js"

/**
 * @typedef {FinderOption & { number: number }} Option
 * @typedef {Omit<FinderFacet, "options"> & FacetLayout} Facet
 * @typedef {object} FacetLayout
 * @property {Option[]} options
 * @property {Map<string, number>} numbers of the options, by their ids
 * @property {number} width how many codes an option has, one for each stance
 * @property {Uint32Array} starts where the codes of each case study begin
 * @property {Uint32Array} codes option × width + stance
 */
/**
 * @typedef {Omit<FinderDimension, "steps"> & DimensionLayout} Dimension
 * @typedef {object} DimensionLayout
 * @property {FinderStep[]} steps
 * @property {Float64Array} values of each case study; -1 where none was published
 * @property {Int32Array} places of each case study among the scales; -1 where none was published
 */
/**
 * @typedef {Omit<FinderData, "facets" | "dimensions" | "cases"> & FinderLayout} Finder
 * @typedef {object} FinderLayout
 * @property {Facet[]} facets
 * @property {Dimension[]} dimensions
 * @property {FinderCase[]} cases
 * @property {Int16Array} from the first year of each case study; 0 where it is open
 * @property {Int16Array} until the last year of each case study; OPEN where it is open
 * @property {[number, number]} years the first and the last of all
 */
/**
 * @typedef {{ id: string, stance: string }} Choice An option; the stance is empty where any will do.
 * @typedef {{ dimension: string, from: string, to: string }} Range Ids; empty where nothing was chosen.
 * @typedef {object} State
 * @property {Record<string, Choice[]>} chosen by facet
 * @property {Record<string, boolean>} all by facet: whether all that was chosen is wanted, or any of it
 * @property {number} from a year, or 0
 * @property {number} to a year, or 0
 * @property {Range} scale
 * @property {string} sort
 * @property {string} view
 * @property {string[]} columns ids of dimensions
 */

/** The year in which what goes on ends. */
export const OPEN = 9999

/**
 * Lay the data of the finder out so that ten thousand case studies are gone through in a few milliseconds.
 * @param {FinderData} data
 * @returns {Finder}
 */
export function makeFinder(data) {
  const cases = rows(data.cases)
  const dimensions = rows(data.dimensions)
  return {
    ...data,
    cases,
    dimensions: dimensions.map((dimension, place) => layOutDimension(dimension, place, data.scales, cases.length)),
    facets: rows(data.facets).map((facet) => layOutFacet(facet, cases.length)),
    from: Int16Array.from(cases, ({ start }) => start),
    until: Int16Array.from(cases, ({ until }) => until || OPEN),
    years: extent(cases.flatMap(({ start, until }) => [start, until]).filter(Boolean)),
  }
}

/**
 * The smallest and the largest; a range without any year where there is none.
 * @param {number[]} years
 * @returns {[number, number]}
 */
function extent(years) {
  if (!years.length) return [0, -1]
  return [years.reduce((one, other) => Math.min(one, other)), years.reduce((one, other) => Math.max(one, other))]
}

/**
 * @param {FinderFacet} facet
 * @param {number} count how many case studies there are
 * @returns {Facet}
 */
function layOutFacet(facet, count) {
  const { case: cases, option, stance } = facet.uses
  const width = Math.max(1, facet.stances.length)
  const starts = new Uint32Array(count + 1)
  for (const number of cases) starts[number + 1] += 1
  for (let number = 0; number < count; number += 1) starts[number + 1] += starts[number]
  const codes = Uint32Array.from(option, (place, at) => place * width + stance[at])
  const options = rows(facet.options).map((each, number) => ({ ...each, number }))
  const numbers = new Map(options.map(({ id, number }) => [id, number]))
  return { ...facet, options, numbers, width, starts, codes }
}

/**
 * @param {FinderDimension} dimension
 * @param {number} place
 * @param {Columns<FinderScale>} scales
 * @param {number} count how many case studies there are
 * @returns {Dimension}
 */
function layOutDimension(dimension, place, scales, count) {
  const values = new Float64Array(count).fill(-1)
  const places = new Int32Array(count).fill(-1)
  scales.case.forEach((number, at) => {
    if (scales.dimension[at] !== place) return
    values[number] = scales.value[at]
    places[number] = at
  })
  return { ...dimension, steps: rows(dimension.steps), values, places }
}

/**
 * The facet, dimension, option or step of that id.
 * @template {{ id: string }} Named
 * @param {Named[]} list
 * @param {string} id
 */
export const byId = (list, id) => list.find((one) => one.id === id)

/**
 * Return the state in which nothing is chosen.
 * @param {Finder} finder
 * @returns {State}
 */
export function emptyState({ facets }) {
  const chosen = Object.fromEntries(facets.map(({ id }) => [id, []]))
  const all = Object.fromEntries(facets.map(({ id }) => [id, false]))
  const scale = { dimension: "", from: "", to: "" }
  return { chosen, all, from: 0, to: 0, scale, sort: "relevance", view: "cards", columns: [] }
}

/**
 * The dimension by which results are sorted by scale: the chosen one, or else the first.
 * @param {Finder} finder
 * @param {State} state
 * @returns {Dimension | undefined}
 */
export const scaleOf = (finder, state) => byId(finder.dimensions, state.scale.dimension) ?? finder.dimensions[0]

/**
 * The ends of the chosen range, as numbers.
 * @param {Dimension} dimension
 * @param {Range} range
 */
export function rangeOf(dimension, { from, to }) {
  return [byId(dimension.steps, from)?.value ?? 0, byId(dimension.steps, to)?.value ?? Infinity]
}
