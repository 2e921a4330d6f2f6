// Buttons to remove choices, suggestions if nothing matches, and a notice about ignored parts of the address.
import { element } from "./element.js"
import { choicesOf, withoutChoices } from "./explore-choices.js"
import { find } from "./explore-match.js"

/** @import { Finder, State } from "./explore-finder.js" */
/** @import { Found } from "./explore-match.js" */
/** @import { Change, Part } from "./explore-state.js" */
/** @import { Child, Value } from "./element.js" */

/**
 * Show every choice as a button that removes it.
 * @param {HTMLElement} place
 * @param {Finder} finder
 * @param {(change: Change) => void} change
 * @returns {(state: State) => void}
 */
export function chosenPanel(place, finder, change) {
  return (state) => {
    const choices = choicesOf(finder, state)
    const buttons = choices.map(({ name, without }) => {
      const cross = element("span", { "aria-hidden": "true" }, " ×")
      return taker(place, change, without, { "aria-label": `Take back ${name}` }, name, cross)
    })
    const nothing = withoutChoices(finder, state)
    if (choices.length > 1) buttons.push(taker(place, change, nothing, { class: "hs-explore__clear" }, "Clear all"))
    place.replaceChildren(...buttons.map((button) => element("li", {}, button)))
    place.hidden = !buttons.length
  }
}

/**
 * If nothing matches, offer to remove a single choice, with the number of matches that are left without it.
 * @param {HTMLElement} place
 * @param {Finder} finder
 * @param {(change: Change) => void} change
 * @returns {(state: State, found: Found) => void}
 */
export function nothingPanel(place, finder, change) {
  return (state, found) => {
    place.hidden = found.order.length > 0
    if (place.hidden) return place.replaceChildren()
    const ways = choicesOf(finder, state)
      .map((choice) => ({ ...choice, left: find(finder, choice.without).order.length }))
      .filter(({ left }) => left)
    const buttons = ways.map(({ name, without, left }) =>
      element("li", {}, taker(place, change, without, {}, `Without ${name}: ${left.toLocaleString("en")}`)),
    )
    const rest = ways.length ? ". Remove one choice:" : "; remove more than one choice."
    place.replaceChildren(element("p", {}, `No system has all of this${rest}`), element("ul", {}, buttons))
  }
}

/**
 * Show the parts of the address that the finder does not know.
 * @param {HTMLElement} place
 * @param {Part[]} ignored
 */
export function showIgnored(place, ignored) {
  const said = ignored.map(({ name, value }) => `${name} “${value}”`).join(", ")
  place.textContent = said && `Ignored, because the finder does not know it: ${said}.`
  place.hidden = !said
}

/**
 * Return a button that changes to a state. It disappears with its choice, so it moves the focus to an element nearby.
 * @param {HTMLElement} place
 * @param {(change: Change) => void} change
 * @param {State} next
 * @param {Record<string, Value>} attributes
 * @param {...Child} words
 */
function taker(place, change, next, attributes, ...words) {
  const button = element("button", { type: "button", ...attributes }, ...words)
  button.addEventListener("click", () => {
    const near = place.closest("[data-explore]")
    change(() => next)
    const other = near?.querySelector("[data-explore-choices] button") ?? near?.querySelector("[data-explore-count]")
    if (other instanceof HTMLElement) other.focus()
  })
  return button
}
