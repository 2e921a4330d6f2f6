// The finder: case studies by technology, organisation, period, scale and more. The address contains its state.
import { load } from "./data.js"
import { arrived, part, parts } from "./element.js"
import { chosenPanel, nothingPanel, showIgnored } from "./explore-chosen.js"
import { OptionPanel } from "./explore-facets.js"
import { emptyState, makeFinder } from "./explore-finder.js"
import { find } from "./explore-match.js"
import { scalePanel, yearPanel } from "./explore-ranges.js"
import { columnPanel, showResults, sortPanel, viewPanel } from "./explore-results.js"
import { inOrder, readState, writeQuery } from "./explore-state.js"

/** @import { Finder, State } from "./explore-finder.js" */
/** @import { Found } from "./explore-match.js" */
/** @import { Change } from "./explore-state.js" */

const page = part(document, "[data-explore]", HTMLElement)
const fallback = part(document, "[data-explore-fallback]", HTMLElement)

load("finder").then((data) => new Explorer(makeFinder(data)).start(), failed)

/** The finder on its page: shows a state, and changes from state to state. */
class Explorer {
  /** @type {State} */
  #state

  /** @param {Finder} finder */
  constructor(finder) {
    this.finder = finder
    this.#state = emptyState(finder)
    this.notice = part(page, "[data-explore-notice]", HTMLElement)
    this.count = part(page, "[data-explore-count]", HTMLElement)
    this.panels = panelsOf(finder, (make) => this.change(make))
  }

  start() {
    fallback.hidden = true
    page.hidden = false
    openWhereThereIsRoom(part(page, "[data-explore-filters]", HTMLDetailsElement))
    addEventListener("popstate", () => this.#read())
    this.#read()
    openWhatIsChosen()
    arrived()
  }

  /**
   * Change to the next state, and add it to the browser history.
   * @param {Change} make
   */
  change(make) {
    const before = writeQuery(this.finder, this.#state)
    const next = inOrder(this.finder, make(this.#state))
    const query = writeQuery(this.finder, next)
    if (query !== before) history.pushState(null, "", location.pathname + query)
    showIgnored(this.notice, [])
    this.#show(next)
  }

  #read() {
    const { state, ignored } = readState(location.search, this.finder)
    showIgnored(this.notice, ignored)
    this.#show(state)
  }

  /** @param {State} state */
  #show(state) {
    this.#state = state
    const found = find(this.finder, state)
    for (const panel of this.panels) panel(state, found)
    this.count.textContent = countOf(found.order.length, this.finder.cases.length)
    showResults(page, this.finder, state, found)
  }
}

/**
 * Set up all controls; return the functions that update them for a state and its results.
 * @param {Finder} finder
 * @param {(change: Change) => void} change
 * @returns {((state: State, found: Found) => void)[]}
 */
function panelsOf(finder, change) {
  const facet = (/** @type {string} */ id) => part(page, `[data-facet="${id}"]`, HTMLElement)
  return [
    ...finder.facets.map((each, at) => {
      const panel = new OptionPanel(facet(each.id), each, change)
      return (/** @type {State} */ state, /** @type {Found} */ found) => panel.show(state, found.options[at])
    }),
    yearPanel(facet("period"), finder, change),
    scalePanel(facet("scale"), finder, change),
    chosenPanel(part(page, "[data-explore-choices]", HTMLElement), finder, change),
    nothingPanel(part(page, "[data-explore-nothing]", HTMLElement), finder, change),
    sortPanel(page, finder, change),
    viewPanel(page, change),
    columnPanel(page, finder, change),
  ]
}

/**
 * @param {number} found
 * @param {number} all
 */
function countOf(found, all) {
  const [some, whole] = [found, all].map((count) => count.toLocaleString("en"))
  return found === all ? `All ${whole} systems` : `${some} of ${whole} systems`
}

/**
 * Fold the filters on small screens, and keep them open on wide screens, which hide the control of the fold.
 * @param {HTMLDetailsElement} filters
 */
function openWhereThereIsRoom(filters) {
  const wide = matchMedia("(min-width: 60em)")
  filters.open = wide.matches
  wide.addEventListener("change", () => (filters.open ||= wide.matches))
}

/** Open the facets with choices. */
function openWhatIsChosen() {
  for (const facet of parts(page, "[data-facet]", HTMLDetailsElement)) {
    facet.open ||= part(facet, "[data-chosen-count]", HTMLElement).textContent !== ""
  }
}

function failed() {
  fallback.setAttribute("role", "alert")
  arrived()
}
