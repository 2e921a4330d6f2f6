// The results of the finder as cards that show why they match.
import { element } from "./element.js"
import { optionsOf, reasons } from "./explore-case.js"
import { caseAddress, figureLink, organisationLink, useAddress } from "./explore-links.js"

/** @import { Child } from "./element.js" */
/** @import { Use } from "./explore-case.js" */
/** @import { Finder, State } from "./explore-finder.js" */

/**
 * Return cards for case studies.
 * @param {Finder} finder
 * @param {State} state
 * @param {number[]} numbers
 */
export function cards(finder, state, numbers) {
  return element("ul", { class: "hs-cards" }, numbers.map((number) => card(finder, state, number)))
}

/**
 * @param {Finder} finder
 * @param {State} state
 * @param {number} number
 */
function card(finder, state, number) {
  const { id, title, period, value, what } = finder.cases[number]
  const { organisation, domain, level } = only(finder, number)
  return element(
    "li",
    { class: "hs-card", "data-case": id },
    element("p", { class: "hs-card__kicker" }, organisationLink(finder, organisation), element("span", {}, period)),
    element("h3", {}, element("a", { class: "hs-card__link", href: caseAddress(finder, number) }, title)),
    value && element("p", { class: "hs-card__figure" }, element("b", {}, value), element("span", {}, what)),
    why(finder, state, number),
    element("p", { class: "hs-card__foot" }, domain.name, element("span", {}, level.name)),
  )
}

/**
 * Return the option of a case study for each facet that allows only one.
 * @param {Finder} finder
 * @param {number} number
 * @returns {Record<string, Use>}
 */
export function only({ facets }, number) {
  const single = facets.filter(({ several }) => !several)
  return Object.fromEntries(single.map((facet) => [facet.id, optionsOf(facet, number)[0]]))
}

/**
 * Return the list of reasons why a case study matches; null if nothing is chosen.
 * @param {Finder} finder
 * @param {State} state
 * @param {number} number
 */
function why(finder, state, number) {
  const { options, period, value } = reasons(finder, state, number)
  /** @type {Child[][]} */
  const said = options.map((use) => [chip(finder, number, use)])
  if (period) said.push([period])
  if (value) said.push([figureLink(finder, number, value), ` (${value.date})`])
  if (!said.length) return null
  const list = element("ul", { class: "hs-chips" }, said.map((words) => element("li", {}, words)))
  return element("div", { class: "hs-why-match" }, element("b", {}, "Matches"), list)
}

/**
 * Return a chip for an option, which links to its claim if the facet has claims.
 * @param {Finder} finder
 * @param {number} number
 * @param {Use} use
 */
function chip(finder, number, use) {
  const { name, hue, stance } = use
  const href = useAddress(finder, number, use)
  const look = `hs-chip${hue === null ? "" : ` hs-chip--family hs-hue-${hue}`}${stance && ` hs-chip--${stance}`}`
  const words = stance && stance !== "uses" ? element("span", { class: "hs-chip__stance" }, ` ${stance}`) : ""
  return element(href ? "a" : "span", { class: look, href }, name, words)
}
