// Elements of the search box: groups of results, and suggestions if there are none.
import { addressOf } from "./address.js"
import { element } from "./element.js"

/** @import { Hit } from "./search-entry.js" */

/** @typedef {{ title: string, hits: Hit[] }} Group A group of results; the title is empty for entries. */

/**
 * Return the element for a group of results.
 * @param {Group} group
 */
export function groupOf({ title, hits }) {
  const heading = title && element("p", { class: "hs-search__group", "aria-hidden": "true" }, title)
  const options = hits.map((hit) => optionOf(hit, !title))
  return element("div", { role: "group", "aria-label": title || "Entries" }, heading, options)
}

/**
 * @param {Hit} hit
 * @param {boolean} tagged whether to show the kind
 */
function optionOf({ label, name, line, path, excerpt }, tagged) {
  const said = `${name}, ${label}`
  return element(
    "a",
    { href: addressOf(path), role: "option", tabindex: -1, class: "hs-search__option", "data-words": said },
    element("b", {}, name),
    tagged ? element("span", { class: "hs-tag" }, label) : "",
    element("small", {}, excerpt ? marked(excerpt) : line),
  )
}

/**
 * Return the message for a query without entries.
 * @param {string} query
 * @param {{ name: string, path: string }[]} near entries with similar names
 * @param {boolean} others whether something else was found
 * @param {string} contribute the path of the page for contributors
 */
export function nothingFound(query, near, others, contribute) {
  const says = `No entry matches “${query}”${others ? "; the results are from page text" : ""}. `
  const names = near.flatMap(({ name, path }, number) => [number ? ", " : "Nearest: ", linkTo(path, name)])
  return [element("span", {}, says), ...names, names.length ? ". " : "", linkTo(contribute, "Propose the entry"), "."]
}

/**
 * @param {string} path
 * @param {string} words
 */
function linkTo(path, words) {
  return element("a", { href: addressOf(path) }, words)
}

/**
 * Return an excerpt with its matches marked.
 * @param {string[]} pieces plain and marked texts in turn
 */
function marked(pieces) {
  return pieces.map((text, number) => (number % 2 ? element("mark", {}, text) : text))
}
