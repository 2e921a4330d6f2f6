// A list with a filter, a choice of category and an order by use. The address contains their state.
import { part, parts } from "./element.js"
import { byWeight, counted, matches, queryOf, stateFrom } from "./listing-match.js"

/** @import { State } from "./listing-match.js" */

const form = document.querySelector("[data-listing]")
if (form instanceof HTMLFormElement) start(form)

/** @param {HTMLFormElement} form */
function start(form) {
  const fields = parts(form, "input, select", HTMLElement).filter(isField)
  const known = Object.fromEntries(parts(form, "select", HTMLSelectElement).map((choice) => [choice.name, valuesOf(choice)]))

  const read = () => {
    const state = stateFrom(location.search, known)
    for (const field of fields) field.value = state[/** @type {keyof State} */ (field.name)]
    show(form, state)
  }
  const write = () => {
    const state = { find: "", category: "", sort: "", ...Object.fromEntries(fields.map(({ name, value }) => [name, value])) }
    history.replaceState(null, "", location.pathname + queryOf(state) + location.hash)
    show(form, state)
  }

  form.hidden = false
  form.addEventListener("input", write)
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
  arrange(state.sort)
  for (const item of itemsIn(document)) {
    item.hidden = !matches({ text: item.textContent ?? "", category: item.dataset.category }, state)
  }
  for (const group of parts(document, "[data-listing-group]", HTMLElement)) {
    group.hidden = itemsIn(group).every((item) => item.hidden)
  }
  const names = (/** @type {HTMLElement[]} */ items) => new Set(items.map((item) => item.querySelector("a")?.href)).size
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
