// The range filters: years and scale. Each bound shows how many systems would match.
import { element, part } from "./element.js"
import { byId } from "./explore-finder.js"

/** @import { Finder, State } from "./explore-finder.js" */
/** @import { Found } from "./explore-match.js" */
/** @import { Change } from "./explore-state.js" */

/** @typedef {[value: string, words: string, count?: number]} Item An option of a `select` element. */

/**
 * Fill a `select` element; disable options that would match nothing.
 * @param {HTMLSelectElement} select
 * @param {Item[]} items
 * @param {string} chosen
 */
export function fill(select, items, chosen) {
  const made = items.map(([value, words, count]) => {
    const counted = count === undefined ? words : `${words} (${count || "none"})`
    const option = element("option", { value, disabled: count === 0 && value !== chosen }, counted)
    option.selected = value === chosen
    return option
  })
  select.replaceChildren(...made)
}

/**
 * Set up the choice of years; return a function that updates it.
 * @param {HTMLElement} place
 * @param {Finder} finder
 * @param {(change: Change) => void} change
 * @returns {(state: State, found: Found) => void}
 */
export function yearPanel(place, finder, change) {
  const from = part(place, "[data-from]", HTMLSelectElement)
  const to = part(place, "[data-to]", HTMLSelectElement)
  from.addEventListener("change", () => change((state) => ({ ...state, from: Number(from.value) })))
  to.addEventListener("change", () => change((state) => ({ ...state, to: Number(to.value) })))
  return (state, found) => {
    fillYears(from, finder, found.from, state.from)
    fillYears(to, finder, found.to, state.to)
    showChosen(place, Boolean(state.from || state.to))
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {Finder} finder
 * @param {Uint32Array} counts
 * @param {number} chosen
 */
function fillYears(select, { years: [first] }, counts, chosen) {
  const years = Array.from(counts, (count, at) => /** @type {Item} */ ([`${first + at}`, `${first + at}`, count]))
  fill(select, [["", "any year"], ...years], chosen ? `${chosen}` : "")
}

/**
 * Set up the choice of a dimension and its range; return a function that updates it.
 * @param {HTMLElement} place
 * @param {Finder} finder
 * @param {(change: Change) => void} change
 * @returns {(state: State, found: Found) => void}
 */
export function scalePanel(place, finder, change) {
  const dimension = part(place, "[data-dimension]", HTMLSelectElement)
  const least = part(place, "[data-least]", HTMLSelectElement)
  const most = part(place, "[data-most]", HTMLSelectElement)
  const begin = () => ({ dimension: dimension.value, from: "", to: "" })
  dimension.addEventListener("change", () => change((state) => ({ ...state, scale: begin() })))
  least.addEventListener("change", () => change((state) => ({ ...state, scale: { ...state.scale, from: least.value } })))
  most.addEventListener("change", () => change((state) => ({ ...state, scale: { ...state.scale, to: most.value } })))
  return ({ scale }, { dimensions, low, high }) => {
    const items = finder.dimensions.map(({ id, name }, number) => /** @type {Item} */ ([id, name, dimensions[number]]))
    fill(dimension, [["", "any"], ...items], scale.dimension)
    fillSteps(least, finder, scale.dimension, low, scale.from)
    fillSteps(most, finder, scale.dimension, high, scale.to)
    part(place, "[data-range]", HTMLElement).hidden = !scale.dimension
    showChosen(place, Boolean(scale.dimension))
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {Finder} finder
 * @param {string} dimension
 * @param {number[]} counts
 * @param {string} chosen
 */
function fillSteps(select, { dimensions }, dimension, counts, chosen) {
  const steps = byId(dimensions, dimension)?.steps ?? []
  fill(select, [["", "any"], ...steps.map(({ id, words }, at) => /** @type {Item} */ ([id, words, counts[at]]))], chosen)
}

/**
 * @param {HTMLElement} place
 * @param {boolean} chosen
 */
function showChosen(place, chosen) {
  part(place, "[data-chosen-count]", HTMLElement).textContent = chosen ? "chosen" : ""
}
