// The results of the finder: cards that say why they match, and a table to compare them.
import { addressOf } from "./address.js"
import { element } from "./element.js"
import { optionsOf, reasons, valueOf } from "./explore-case.js"
import { byId, scaleOf } from "./explore-match.js"
import { filled } from "./records.js"

const COLUMNS = 3

/** Return the cards of these case studies. */
export function cards(finder, state, numbers) {
  return element("ul", { class: "hs-cards" }, numbers.map((number) => card(finder, state, number)))
}

function card(finder, state, number) {
  const { id, title, period, value, what } = finder.cases[number]
  const of = (facet) => optionsOf(byId(finder.facets, facet), number)[0]
  const organisation = of("organisation")
  return element(
    "li",
    { class: "hs-card", "data-case": id },
    element("p", { class: "hs-card__kicker" }, link(finder.organisation, organisation, organisation.name), element("span", {}, period)),
    element("h3", {}, element("a", { class: "hs-card__link", href: addressOf(filled(finder.page, { id })) }, title)),
    value && element("p", { class: "hs-card__figure" }, element("b", {}, value), element("span", {}, what)),
    why(finder, state, number),
    element("p", { class: "hs-card__foot" }, of("domain").name, element("span", {}, of("level").name)),
  )
}

/** Say why a case study matches; nothing where nothing was asked for. */
function why(finder, state, number) {
  const { options, period, value } = reasons(finder, state, number)
  const said = options.map((option) => [chip(finder, option, number)])
  if (period) said.push([period])
  if (value) said.push([figureLink(finder, value, number), ` (${value.date})`])
  if (!said.length) return null
  const list = element("ul", { class: "hs-chips" }, said.map((parts) => element("li", {}, parts)))
  return element("div", { class: "hs-why-match" }, element("b", {}, "Matches"), list)
}

/** A chip that leads to what the case study says of it; a family is said by its patterns. */
function chip(finder, option, number) {
  const { facet, name, hue, stance } = option
  const words = [name, stance && stance !== "uses" ? element("span", { class: "hs-chip__stance" }, ` ${stance}`) : ""]
  const look = `hs-chip${hue === null ? "" : " hs-chip--family"}${stance && ` hs-chip--${stance}`}`
  const style = hue === null ? null : `--hs-hue:${hue}`
  const href = facet.claims ? claimOf(finder, facet.id, option.claim, number) : null
  return element(href ? "a" : "span", { class: look, style, href }, ...words)
}

function link(address, values, ...words) {
  return element("a", { href: addressOf(filled(address, values)) }, ...words)
}

/** The address where a case study makes a claim. */
function claimOf(finder, kind, claim, number) {
  return addressOf(filled(finder.claim, { id: finder.cases[number].id, kind, claim }))
}

function figureLink(finder, { words, figure }, number) {
  return element("a", { href: claimOf(finder, "figure", figure, number) }, words)
}

/** Return the dimensions that the table compares: those chosen, or else the scale and those that most have published. */
export function columnsOf(finder, state, found) {
  if (state.columns.length) return finder.dimensions.filter(({ id }) => state.columns.includes(id))
  const known = (dimension) => found.dimensions[finder.dimensions.indexOf(dimension)]
  const most = finder.dimensions.toSorted((one, other) => known(other) - known(one))
  const shown = [...new Set([scaleOf(finder, state), ...most])].slice(0, COLUMNS)
  return finder.dimensions.filter((dimension) => shown.includes(dimension))
}

/** Return the table of these case studies: the dimensions, and every technology, pattern and family that was chosen. */
export function table(finder, state, numbers, found) {
  const dimensions = columnsOf(finder, state, found)
  const chosen = finder.facets
    .filter(({ stances }) => stances.length)
    .flatMap((facet) => state.chosen[facet.id].map(({ id }) => ({ facet, option: facet.options[facet.numbers.get(id)] })))
  const names = ["Period", ...dimensions.map(({ name }) => name), ...chosen.map(({ option }) => option.name), "Field"]
  const head = element("tr", {}, ["System", ...names].map((name) => element("th", { scope: "col" }, name)))
  const lines = numbers.map((number) => line(finder, dimensions, chosen, number))
  return element(
    "div",
    { class: "hs-explore__table", tabindex: "0", role: "region", "aria-label": "Systems side by side" },
    element("table", {}, element("thead", {}, head), element("tbody", {}, lines)),
  )
}

function line(finder, dimensions, chosen, number) {
  const { id, name, period } = finder.cases[number]
  return element(
    "tr",
    { "data-case": id },
    element("th", { scope: "row" }, link(finder.page, { id }, name)),
    element("td", {}, period),
    dimensions.map((dimension) => element("td", {}, figure(finder, dimension, number))),
    chosen.map(({ facet, option }) => element("td", {}, stances(finder, facet, option, number))),
    element("td", {}, optionsOf(byId(finder.facets, "domain"), number)[0].name),
  )
}

function figure(finder, dimension, number) {
  const value = valueOf(finder, dimension, number)
  if (!value) return missing("no figure")
  return [figureLink(finder, value, number), " ", element("small", {}, value.date)]
}

function stances(finder, facet, option, number) {
  const own = optionsOf(facet, number).filter(({ id }) => id === option.id)
  if (!own.length) return missing("no stance")
  return own.flatMap(({ stance, claim }, at) => {
    const words = facet.claims ? element("a", { href: claimOf(finder, facet.id, claim, number) }, stance) : stance
    return [at ? ", " : "", words]
  })
}

function missing(words) {
  const dash = element("span", { "aria-hidden": "true" }, "–")
  return element("span", { class: "hs-explore__missing" }, dash, element("span", { class: "hs-hidden" }, words))
}
