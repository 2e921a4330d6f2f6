// A list or a table with a filter, facets and an order. The address contains their state.
import { part, parts } from "./element.js"
import { byWeight, counted, matches, queryOf, stateFrom } from "./listing-match.js"
import { columnsOf, sortTable } from "./listing-table.js"

/** @import { State } from "./listing-match.js" */

const form = document.querySelector("[data-listing]")
if (form instanceof HTMLFormElement) start(form)

/** @param {HTMLFormElement} form */
function start(form) {
  const fields = parts(form, "input, select", HTMLElement).filter(isField)
  const choices = parts(form, "select", HTMLSelectElement).map((choice) => [choice.name, valuesOf(choice)])
  const columns = columnsOf(document, (sort) => write({ sort }))
  const known = { ...(columns.length ? { sort: columns } : {}), ...Object.fromEntries(choices) }
  let state = stateFrom(location.search, known)

  const read = () => {
    state = stateFrom(location.search, known)
    for (const field of fields) field.value = state[field.name]
    show(form, state)
  }
  const write = (/** @type {State} */ change) => {
    state = { ...state, ...Object.fromEntries(fields.map(({ name, value }) => [name, value])), ...change }
    history.replaceState(null, "", location.pathname + queryOf(state) + location.hash)
    show(form, state)
  }

  form.addEventListener("input", () => write({}))
  form.addEventListener("submit", (event) => event.preventDefault())
  addEventListener("popstate", read)
  read()
}

/**
 * Show the items that match in the chosen order, and hide groups without any.
 * @param {HTMLFormElement} form
 * @param {State} state
 */
function show(form, state) {
  arrange(state.sort ?? "")
  sortTable(document, state.sort ?? "")
  for (const item of itemsIn(document)) {
    item.hidden = !matches({ text: item.textContent ?? "", values: item.dataset }, state)
  }
  for (const group of parts(document, "[data-listing-group]", HTMLElement)) {
    group.hidden = itemsIn(group).every((item) => item.hidden)
  }
  const names = (/** @type {HTMLElement[]} */ items) => new Set(items.map(nameOf)).size
  const all = itemsIn(document)
  const words = counted(names(all.filter((item) => !item.hidden)), names(all), form.dataset.listing ?? "")
  part(form, "[data-listing-count]", HTMLElement).textContent = words
}

/**
 * Show one list in order of use, which is made on first use, or the original lists.
 * @param {string} sort
 */
function arrange(sort) {
  const sorted = document.querySelector("[data-listing-sorted]")
  if (!(sorted instanceof HTMLElement)) return
  const written = parts(document, "[data-listing-written]", HTMLElement)
  if (sort && !sorted.children.length) {
    const items = itemsIn(written[0])
    sorted.append(...byWeight(items.map((item) => Number(item.dataset.weight))).map((place) => items[place].cloneNode(true)))
  }
  sorted.hidden = !sort
  for (const list of written) list.hidden = sort !== ""
}

/**
 * Return what tells an item from others: its own address, or else its first link.
 * @param {HTMLElement} item
 */
function nameOf(item) {
  return item.id || item.querySelector("a")?.href
}

/** @param {ParentNode} place */
function itemsIn(place) {
  return parts(place, "[data-listing-item]", HTMLElement)
}

/**
 * @param {HTMLElement} element
 * @returns {element is HTMLInputElement | HTMLSelectElement}
 */
function isField(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement
}

/** @param {HTMLSelectElement} choice */
function valuesOf(choice) {
  return [...choice.options].map(({ value }) => value)
}
