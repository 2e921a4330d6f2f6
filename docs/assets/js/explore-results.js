// The results of the finder, and the choice of their order, view and columns.
import { element, part, parts } from "./element.js"
import { cards } from "./explore-cards.js"
import { scaleOf } from "./explore-finder.js"
import { columnsOf, table } from "./explore-table.js"

/** @import { Finder, State } from "./explore-finder.js" */
/** @import { Found } from "./explore-match.js" */
/** @import { Change } from "./explore-state.js" */

const AT_ONCE = 60

/**
 * Show the first results, and a button that shows more and moves the focus to the first of them.
 * @param {HTMLElement} page
 * @param {Finder} finder
 * @param {State} state
 * @param {Found} found
 */
export function showResults(page, finder, state, found, most = AT_ONCE) {
  const results = part(page, "[data-explore-results]", HTMLElement)
  const more = part(page, "[data-explore-more]", HTMLElement)
  const numbers = found.order.slice(0, most)
  const draw = state.view === "table" ? table : cards
  results.replaceChildren(...(numbers.length ? [draw(finder, state, numbers, found)] : []))
  const left = found.order.length - numbers.length
  more.hidden = left === 0
  more.textContent = `Show ${Math.min(left, AT_ONCE)} more of ${left.toLocaleString("en")}`
  more.onclick = () => {
    showResults(page, finder, state, found, most + AT_ONCE)
    part(parts(results, "[data-case]", HTMLElement)[most], ":is(h3, th) a", HTMLElement).focus()
  }
}

/**
 * Set up the choice of an order; return a function that updates it.
 * @param {HTMLElement} page
 * @param {Finder} finder
 * @param {(change: Change) => void} change
 * @returns {(state: State) => void}
 */
export function sortPanel(page, finder, change) {
  const select = part(page, "[data-explore-sort]", HTMLSelectElement)
  const scale = part(select, '[value="scale"]', HTMLElement)
  select.addEventListener("change", () => change((state) => ({ ...state, sort: select.value })))
  return (state) => {
    scale.textContent = `Scale: ${scaleOf(finder, state)?.name ?? "none published"}`
    select.value = state.sort
  }
}

/**
 * Set up the choice of cards or a table; return a function that updates it.
 * @param {HTMLElement} page
 * @param {(change: Change) => void} change
 * @returns {(state: State) => void}
 */
export function viewPanel(page, change) {
  const buttons = parts(page, "[data-view]", HTMLElement).map((button) => ({ button, view: button.dataset.view ?? "" }))
  for (const { button, view } of buttons) button.addEventListener("click", () => change((state) => ({ ...state, view })))
  return (state) => buttons.forEach(({ button, view }) => button.setAttribute("aria-pressed", `${view === state.view}`))
}

/**
 * Set up the choice of table columns; return a function that updates it.
 * @param {HTMLElement} page
 * @param {Finder} finder
 * @param {(change: Change) => void} change
 * @returns {(state: State, found: Found) => void}
 */
export function columnPanel(page, finder, change) {
  const place = part(page, "[data-explore-columns]", HTMLElement)
  const boxes = finder.dimensions.map(({ id }) => element("input", { type: "checkbox", name: "column", value: id }))
  place.append(...finder.dimensions.map(({ name }, at) => element("label", {}, boxes[at], " ", name)))
  place.addEventListener("change", () => {
    const columns = boxes.filter((box) => box.checked).map((box) => box.value)
    change((state) => ({ ...state, columns }))
  })
  return (state, found) => {
    place.hidden = state.view !== "table"
    const shown = columnsOf(finder, state, found).map(({ id }) => id)
    for (const box of boxes) box.checked = shown.includes(box.value)
  }
}
