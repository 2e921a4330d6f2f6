// The options of a facet on the page, with live counts and a filter.
import { element, part, parts } from "./element.js"
import { FIRST, moreWords, optionState, SHORT, visibleOptions } from "./explore-options.js"
import { fill } from "./explore-ranges.js"
import { withMode, withOption, withStance } from "./explore-state.js"

/** @import { OptionCounts } from "./explore-counts.js" */
/** @import { Facet, State } from "./explore-finder.js" */
/** @import { Item } from "./explore-ranges.js" */
/** @import { Change } from "./explore-state.js" */

/** @typedef {ReturnType<typeof makeRow>} OptionRow */

/** A facet on the page; `show` updates it for a state and its counts. */
export class OptionPanel {
  /** @type {Map<number, OptionRow>} */
  #rows = new Map()
  #wide = false
  /** @type {(() => void) | null} */
  #again = null

  /**
   * @param {HTMLElement} place
   * @param {Facet} facet
   * @param {(change: Change) => void} change
   */
  constructor(place, facet, change) {
    this.facet = facet
    this.change = change
    this.list = part(place, "[data-options]", HTMLElement)
    this.field = part(place, "[data-options-filter]", HTMLInputElement)
    this.more = part(place, "[data-options-more]", HTMLElement)
    this.none = part(place, "[data-options-none]", HTMLElement)
    this.chosenCount = part(place, "[data-chosen-count]", HTMLElement)
    this.modes = parts(place, "[data-mode]", HTMLInputElement)
    part(place, "[data-options-tools]", HTMLElement).hidden = facet.options.length <= SHORT
    this.#listen()
  }

  #listen() {
    this.field.addEventListener("input", () => this.#again?.())
    this.field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault())
    this.more.addEventListener("click", () => {
      this.#wide = !this.#wide
      this.#again?.()
    })
    for (const radio of this.modes) {
      radio.addEventListener("change", () => this.change((state) => withMode(state, this.facet.id, radio.value === "all")))
    }
  }

  /**
   * @param {State} state
   * @param {OptionCounts} counts
   */
  show(state, counts) {
    this.#again = () => this.show(state, counts)
    const chosen = state.chosen[this.facet.id]
    this.#showRows(state, counts)
    for (const radio of this.modes) radio.checked = (radio.value === "all") === state.all[this.facet.id]
    this.chosenCount.textContent = chosen.length ? `${chosen.length} chosen` : ""
    this.more.textContent = this.#wide ? `Show ${FIRST}` : moreWords(this.facet.options.length)
    this.more.setAttribute("aria-expanded", `${this.#wide}`)
  }

  /**
   * @param {State} state
   * @param {OptionCounts} counts
   */
  #showRows(state, counts) {
    const chosen = state.chosen[this.facet.id]
    const wanted = new Set(visibleOptions(this.facet, chosen, counts.totals, this.field.value, this.#wide))
    for (const number of wanted) if (!this.#rows.has(number)) this.#rows.set(number, this.#addRow(number))
    for (const [number, row] of this.#rows) {
      row.item.hidden = !wanted.has(number)
      if (!row.item.hidden) updateRow(row, this.facet, number, state, counts)
    }
    this.none.hidden = wanted.size > 0
  }

  /**
   * Add the row of an option at its fixed position, so that the focus does not move.
   * @param {number} number
   */
  #addRow(number) {
    const { id } = this.facet
    const row = makeRow(this.facet, number)
    const { box, stance } = row
    box.addEventListener("click", (event) => {
      if (box.getAttribute("aria-disabled") === "true") event.preventDefault()
      else this.change((state) => withOption(state, id, box.value, box.checked))
    })
    stance?.addEventListener("change", () => this.change((state) => withStance(state, id, box.value, stance.value)))
    const after = parts(this.list, "li", HTMLElement).find((other) => Number(other.dataset.number) > number)
    this.list.insertBefore(row.item, after ?? null)
    return row
  }
}

/**
 * @param {Facet} facet
 * @param {number} number
 */
function makeRow(facet, number) {
  const { id, name, hue } = facet.options[number]
  const box = element("input", { type: "checkbox", name: facet.id, value: id })
  const count = element("span", { class: "hs-count" })
  const label = element("label", { class: hue === null ? null : `hs-hue-${hue}` }, box, " ", name, " ", count)
  const stance = facet.stances.length ? element("select", { "aria-label": `Stance on ${name}`, "data-stance": id }) : null
  return { item: element("li", { "data-number": number }, label, stance), box, count, stance, label }
}

/**
 * Update the row of an option. If choosing it would match nothing, the checkbox is disabled but keeps its tab stop.
 * @param {OptionRow} row
 * @param {Facet} facet
 * @param {number} number
 * @param {State} state
 * @param {OptionCounts} counts
 */
function updateRow({ box, count, stance, label }, facet, number, state, { totals, codes }) {
  const told = optionState(facet, state, number, totals)
  box.checked = Boolean(told.choice)
  count.textContent = told.count
  disable(box, label, told.empty)
  if (!stance) return
  stance.hidden = !told.choice
  const counted = facet.stances.map((name, at) => /** @type {Item} */ ([name, name, codes[number * facet.width + at]]))
  if (told.choice) fill(stance, [["", "any stance"], ...counted], told.choice.stance)
}

/**
 * @param {HTMLInputElement} box
 * @param {HTMLLabelElement} label
 * @param {boolean} empty
 */
function disable(box, label, empty) {
  const why = "explore-nothing"
  box.setAttribute("aria-disabled", `${empty}`)
  if (empty) box.setAttribute("aria-describedby", why)
  else box.removeAttribute("aria-describedby")
  label.title = empty ? (document.getElementById(why)?.textContent ?? "") : ""
  label.classList.toggle("is-empty", empty)
}
