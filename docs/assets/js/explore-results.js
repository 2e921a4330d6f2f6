// The results of the finder: cards that say why they match, and a table to compare them.
import { element } from "./element.js"
import { optionsOf, reasons, valueOf, yearsOf } from "./explore-case.js"
import { byId, scaleOf } from "./explore-match.js"

const COLUMNS = 3
const CLAIMED = ["technology", "pattern"]

/** Return where the pages of case studies and organisations live, told by a link of this page. */
export function addressesFrom(link) {
  const index = link.href.endsWith("/") ? "" : link.href.slice(link.href.lastIndexOf("/") + 1)
  const root = new URL("..", new URL(".", link.href))
  return (folder, id, anchor = "") => new URL(`${folder}/${id}/${index}${anchor && `#${anchor}`}`, root).href
}

/** Return the cards of these case studies. */
export function cards(finder, state, numbers, address) {
  return element("ul", { class: "hs-cards" }, numbers.map((number) => card(finder, state, number, address)))
}

function card(finder, state, number, address) {
  const [id, , title, , , , headline, what] = finder.cases[number]
  const of = (facet) => optionsOf(finder, byId(finder.facets, facet), number)[0]
  const organisation = element("a", { href: address("organisations", of("organisation").id) }, of("organisation").name)
  const [value, words] = [finder.words[headline], finder.words[what]]
  return element(
    "li",
    { class: "hs-card", "data-case": id },
    element("p", { class: "hs-card__kicker" }, organisation, element("span", {}, yearsOf(finder, number))),
    element("h3", {}, element("a", { class: "hs-card__link", href: address("case-studies", id) }, title)),
    value && element("p", { class: "hs-card__figure" }, element("b", {}, value), element("span", {}, words)),
    why(finder, state, number, address),
    element("p", { class: "hs-card__foot" }, of("domain").name, element("span", {}, of("level").name)),
  )
}

/** Say why a case study matches; nothing where nothing was asked for. */
function why(finder, state, number, address) {
  const { options, years, value } = reasons(finder, state, number)
  const said = options.map((option) => [chip(finder, option, number, address)])
  if (years) said.push([years])
  if (value) {
    const href = address("case-studies", finder.cases[number][0], value.claim)
    said.push([element("a", { href }, value.words), ` (${value.date})`])
  }
  if (!said.length) return null
  const list = element("ul", { class: "hs-chips" }, said.map((parts) => element("li", {}, parts)))
  return element("div", { class: "hs-why-match" }, element("b", {}, "Matches"), list)
}

/** A chip that leads to what the case study says of it; a family is said by its patterns. */
function chip(finder, { facet, name, hue, stance, claim }, number, address) {
  const words = [name, stance && stance !== "uses" ? element("span", { class: "hs-chip__stance" }, ` ${stance}`) : ""]
  const look = `hs-chip${hue === undefined ? "" : " hs-chip--family"}${stance && ` hs-chip--${stance}`}`
  const style = hue === undefined ? null : `--hs-hue:${hue}`
  if (!CLAIMED.includes(facet)) return element("span", { class: look, style }, ...words)
  return element("a", { class: look, style, href: address("case-studies", finder.cases[number][0], claim) }, ...words)
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
export function table(finder, state, numbers, address, found) {
  const dimensions = columnsOf(finder, state, found)
  const chosen = finder.facets
    .filter(({ stances }) => stances.length)
    .flatMap((facet) => state.chosen[facet.id].map(({ id }) => ({ facet, option: facet.options[facet.numbers.get(id)] })))
  const names = ["Period", ...dimensions.map(({ name }) => name), ...chosen.map(({ option }) => option.name), "Field"]
  const head = element("tr", {}, ["System", ...names].map((name) => element("th", { scope: "col" }, name)))
  const rows = numbers.map((number) => row(finder, dimensions, chosen, number, address))
  return element(
    "div",
    { class: "hs-explore__table", tabindex: "0", role: "region", "aria-label": "Systems side by side" },
    element("table", {}, element("thead", {}, head), element("tbody", {}, rows)),
  )
}

function row(finder, dimensions, chosen, number, address) {
  const [id, name] = finder.cases[number]
  return element(
    "tr",
    { "data-case": id },
    element("th", { scope: "row" }, element("a", { href: address("case-studies", id) }, name)),
    element("td", {}, yearsOf(finder, number)),
    dimensions.map((dimension) => element("td", {}, figure(finder, dimension, number, address))),
    chosen.map(({ facet, option }) => element("td", {}, stances(finder, facet, option, number, address))),
    element("td", {}, optionsOf(finder, byId(finder.facets, "domain"), number)[0].name),
  )
}

function figure(finder, dimension, number, address) {
  const value = valueOf(finder, dimension, number)
  if (!value) return missing("no figure")
  const href = address("case-studies", finder.cases[number][0], value.claim)
  return [element("a", { href }, value.words), " ", element("small", {}, value.date)]
}

function stances(finder, facet, option, number, address) {
  const own = optionsOf(finder, facet, number).filter(({ id }) => id === option.id)
  if (!own.length) return missing("no stance")
  return own.flatMap(({ stance, claim }, at) => {
    const href = address("case-studies", finder.cases[number][0], claim)
    return [at ? ", " : "", CLAIMED.includes(facet.id) ? element("a", { href }, stance) : stance]
  })
}

function missing(words) {
  const dash = element("span", { "aria-hidden": "true" }, "–")
  return element("span", { class: "hs-explore__missing" }, dash, element("span", { class: "hs-hidden" }, words))
}
