// The results of the finder as a table.
import { element } from "./element.js"
import { only } from "./explore-cards.js"
import { optionsOf, valueOf } from "./explore-case.js"
import { scaleOf } from "./explore-finder.js"
import { caseAddress, figureLink, useAddress } from "./explore-links.js"

/** @import { Child } from "./element.js" */
/** @import { Dimension, Facet, Finder, Option, State } from "./explore-finder.js" */
/** @import { Found } from "./explore-match.js" */

/** @typedef {{ facet: Facet, option: Option }} Compared An option with its own column. */

const COLUMNS = 3

/**
 * Return the table's dimensions: those chosen, or the one sorted by and those with the most values.
 * @param {Finder} finder
 * @param {State} state
 * @param {Found} found
 */
export function columnsOf(finder, state, found) {
  if (state.columns.length) return finder.dimensions.filter(({ id }) => state.columns.includes(id))
  const known = (/** @type {Dimension} */ dimension) => found.dimensions[finder.dimensions.indexOf(dimension)]
  const most = finder.dimensions.toSorted((one, other) => known(other) - known(one))
  const shown = [...new Set([scaleOf(finder, state), ...most])].slice(0, COLUMNS)
  return finder.dimensions.filter((dimension) => shown.includes(dimension))
}

/**
 * Return a table of case studies with columns for dimensions and for each chosen option that has stances.
 * @param {Finder} finder
 * @param {State} state
 * @param {number[]} numbers
 * @param {Found} found
 */
export function table(finder, state, numbers, found) {
  const dimensions = columnsOf(finder, state, found)
  const compared = comparedIn(finder, state)
  const names = ["Period", ...dimensions.map(({ name }) => name), ...compared.map(({ option }) => option.name), "Field"]
  const head = element("tr", {}, ["System", ...names].map((name) => element("th", { scope: "col" }, name)))
  const lines = numbers.map((number) => line(finder, dimensions, compared, number))
  return element(
    "div",
    { class: "hs-explore__table", tabindex: "0", role: "region", "aria-label": "Systems side by side" },
    element("table", {}, element("thead", {}, head), element("tbody", {}, lines)),
  )
}

/**
 * @param {Finder} finder
 * @param {State} state
 * @returns {Compared[]}
 */
function comparedIn({ facets }, state) {
  const taken = facets.filter(({ stances }) => stances.length)
  return taken.flatMap((facet) =>
    state.chosen[facet.id].map(({ id }) => ({ facet, option: facet.options[facet.numbers.get(id) ?? 0] })),
  )
}

/**
 * @param {Finder} finder
 * @param {Dimension[]} dimensions
 * @param {Compared[]} compared
 * @param {number} number
 */
function line(finder, dimensions, compared, number) {
  const { id, name, period } = finder.cases[number]
  return element(
    "tr",
    { "data-case": id },
    element("th", { scope: "row" }, element("a", { href: caseAddress(finder, number) }, name)),
    element("td", {}, period),
    dimensions.map((dimension) => element("td", {}, figure(finder, dimension, number))),
    compared.map((each) => element("td", {}, stances(finder, each, number))),
    element("td", {}, only(finder, number).domain.name),
  )
}

/**
 * @param {Finder} finder
 * @param {Dimension} dimension
 * @param {number} number
 * @returns {Child[]}
 */
function figure(finder, dimension, number) {
  const value = valueOf(finder, dimension, number)
  return value ? [figureLink(finder, number, value), " ", element("small", {}, value.date)] : [missing("no figure")]
}

/**
 * @param {Finder} finder
 * @param {Compared} compared
 * @param {number} number
 * @returns {Child[]}
 */
function stances(finder, { facet, option }, number) {
  const own = optionsOf(facet, number).filter(({ id }) => id === option.id)
  if (!own.length) return [missing("no stance")]
  return own.flatMap((use, at) => {
    const href = useAddress(finder, number, use)
    return [at ? ", " : "", href ? element("a", { href }, use.stance) : use.stance]
  })
}

/** @param {string} words */
function missing(words) {
  const dash = element("span", { "aria-hidden": "true" }, "–")
  return element("span", { class: "hs-explore__missing" }, dash, element("span", { class: "hs-hidden" }, words))
}
