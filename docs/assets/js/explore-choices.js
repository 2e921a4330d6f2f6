// What was chosen, as buttons that take it back; what to take back where nothing is left; what could not be understood.
import { element } from "./element.js"
import { emptyState, find } from "./explore-match.js"
import { choicesOf } from "./explore-state.js"

/** Show every choice as a button that takes it back. */
export function choicesPanel(place, finder, change) {
  return (state) => {
    const choices = choicesOf(finder, state)
    const { chosen, all, from, to, scale } = emptyState(finder)
    const buttons = choices.map((choice) => {
      const name = nameOf(choice)
      const cross = element("span", { "aria-hidden": "true" }, " ×")
      return taker(place, change, choice.without, { "aria-label": `Take back ${name}` }, name, cross)
    })
    const nothing = { ...state, chosen, all, from, to, scale }
    if (choices.length > 1) buttons.push(taker(place, change, nothing, { class: "hs-explore__clear" }, "Clear all"))
    place.replaceChildren(...buttons.map((button) => element("li", {}, button)))
    place.hidden = !buttons.length
  }
}

/** Where nothing is left, say which single choice to take back, and what that would give. */
export function nothingPanel(place, finder, change) {
  return (state, found) => {
    place.hidden = found.order.length > 0
    if (place.hidden) return place.replaceChildren()
    const ways = choicesOf(finder, state)
      .map((choice) => ({ ...choice, left: find(finder, choice.without).order.length }))
      .filter(({ left }) => left)
    const words = (way) => `Without ${nameOf(way)}: ${way.left.toLocaleString("en")}`
    const buttons = ways.map((way) => element("li", {}, taker(place, change, way.without, {}, words(way))))
    const rest = ways.length ? ". One choice less:" : "; take back more than one choice."
    const says = `No system has all of this${rest}`
    place.replaceChildren(element("p", {}, says), element("ul", {}, buttons))
  }
}

/** Name what the address asked for and the finder does not know. */
export function showIgnored(place, ignored) {
  const said = ignored.map(({ name, value }) => `${name} “${value}”`).join(", ")
  place.textContent = said && `Left out of this search, for the finder does not know it: ${said}.`
  place.hidden = !said
}

const nameOf = ({ name, stance }) => (stance ? `${name} (${stance})` : name)

/** A button that goes on to a state; it disappears with the choice, so the focus moves to what is near. */
function taker(place, change, next, attributes, ...words) {
  const button = element("button", { type: "button", ...attributes }, ...words)
  button.addEventListener("click", () => {
    change(() => next)
    const near = place.closest("[data-explore]")
    const other = near.querySelector("[data-explore-choices] button") ?? near.querySelector("[data-explore-count]")
    other.focus()
  })
  return button
}
