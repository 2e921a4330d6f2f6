// The finder: case studies by what they use, who built them, when, and how large they were; the state is in the address.
import { load } from "./data.js"
import { element } from "./element.js"
import { choicesPanel, nothingPanel, showIgnored } from "./explore-choices.js"
import { optionPanel } from "./explore-facets.js"
import { find, makeFinder, scaleOf } from "./explore-match.js"
import { scalePanel, yearPanel } from "./explore-ranges.js"
import { cards, columnsOf, table } from "./explore-results.js"
import { inOrder, readState, writeQuery } from "./explore-state.js"

const AT_ONCE = 60
const page = document.querySelector("[data-explore]")
const fallback = document.querySelector("[data-explore-fallback]")
const part = (name) => page.querySelector(`[data-explore-${name}]`)
const facetOf = (name) => page.querySelector(`[data-facet="${name}"]`)

load("finder").then((data) => start(makeFinder(data)), () => fallback.setAttribute("role", "alert"))

function start(finder) {
  const panels = [
    ...finder.facets.map((facet, at) => {
      const panel = optionPanel(facetOf(facet.id), facet, change)
      return (state, found) => panel(state, found.options[at])
    }),
    yearPanel(facetOf("period"), finder, change),
    scalePanel(facetOf("scale"), finder, change),
    choicesPanel(part("choices"), finder, change),
    nothingPanel(part("nothing"), finder, change),
    sortPanel(finder, change),
    viewPanel(change),
    columnPanel(finder, change),
  ]
  let state

  /** Go on to the state that `make` returns, and let the reader come back to this one. */
  function change(make) {
    const before = writeQuery(finder, state)
    const next = inOrder(finder, make(state))
    const query = writeQuery(finder, next)
    if (query !== before) history.pushState(null, "", location.pathname + query)
    showIgnored(part("notice"), [])
    show(next)
  }

  function read() {
    const { state: known, ignored } = readState(location.search, finder)
    showIgnored(part("notice"), ignored)
    show(known)
  }

  function show(next) {
    state = next
    const found = find(finder, state)
    for (const panel of panels) panel(state, found)
    part("count").textContent = countOf(found.order.length, finder.cases.length)
    showResults(finder, state, found, AT_ONCE)
  }

  fallback.hidden = true
  page.hidden = false
  openWhereThereIsRoom(part("filters"))
  addEventListener("popstate", read)
  read()
  for (const facet of page.querySelectorAll("[data-facet]")) {
    facet.open ||= facet.querySelector("[data-chosen-count]").textContent !== ""
  }
}

function countOf(found, all) {
  const [some, whole] = [found, all].map((count) => count.toLocaleString("en"))
  return found === all ? `All ${whole} systems` : `${some} of ${whole} systems`
}

/** Fold what one chooses by on small screens; on wide ones, where nothing is to be seen of the fold, it is always open. */
function openWhereThereIsRoom(filters) {
  const wide = matchMedia("(min-width: 60em)")
  filters.open = wide.matches
  wide.addEventListener("change", () => (filters.open ||= wide.matches))
}

/** Show the first results, and a button for more, which moves the focus to the first of these. */
function showResults(finder, state, found, most) {
  const numbers = found.order.slice(0, most)
  const draw = state.view === "table" ? table : cards
  const drawn = draw(finder, state, numbers, found)
  part("results").replaceChildren(...(numbers.length ? [drawn] : []))
  const left = found.order.length - numbers.length
  part("more").hidden = left === 0
  part("more").textContent = `Show ${Math.min(left, AT_ONCE)} more of ${left.toLocaleString("en")}`
  part("more").onclick = () => {
    showResults(finder, state, found, most + AT_ONCE)
    part("results").querySelectorAll("[data-case]")[most].querySelector(":is(h3, th) a").focus()
  }
}

function sortPanel(finder, change) {
  const select = part("sort")
  select.addEventListener("change", () => change((state) => ({ ...state, sort: select.value })))
  return (state) => {
    select.querySelector('[value="scale"]').textContent = `Scale: ${scaleOf(finder, state)?.name ?? "none published"}`
    select.value = state.sort
  }
}

function viewPanel(change) {
  const buttons = [...page.querySelectorAll("[data-view]")]
  for (const button of buttons) {
    button.addEventListener("click", () => change((state) => ({ ...state, view: button.dataset.view })))
  }
  return (state) => buttons.forEach((button) => button.setAttribute("aria-pressed", button.dataset.view === state.view))
}

/** Equip the choice of the columns of the table. */
function columnPanel(finder, change) {
  const place = part("columns")
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
