// The ranges that readers choose by: years, and the scale; each end with the number of systems that it would leave.
import { element } from "./element.js"
import { byId } from "./explore-match.js"

/** Fill a list of choices, each [value, words, count]; what would leave nothing says so and cannot be chosen. */
export function fill(select, choices, chosen) {
  const made = choices.map(([value, words, count]) => {
    const counted = count === undefined ? words : `${words} (${count || "none"})`
    const option = element("option", { value, disabled: count === 0 && value !== chosen }, counted)
    option.selected = value === chosen
    return option
  })
  select.replaceChildren(...made)
}

/** Equip the years. */
export function yearPanel(place, finder, change) {
  const ends = { from: place.querySelector("[data-from]"), to: place.querySelector("[data-to]") }
  for (const [end, select] of Object.entries(ends)) {
    select.addEventListener("change", () => change((state) => ({ ...state, [end]: Number(select.value) })))
  }
  return (state, found) => {
    const [first] = finder.years
    for (const [end, select] of Object.entries(ends)) {
      const years = Array.from(found[end], (count, at) => [`${first + at}`, `${first + at}`, count])
      fill(select, [["", "any year"], ...years], state[end] ? `${state[end]}` : "")
    }
    place.querySelector("[data-chosen-count]").textContent = state.from || state.to ? "chosen" : ""
  }
}

/** Equip the scale: a dimension, and a range of it. */
export function scalePanel(place, finder, change) {
  const dimension = place.querySelector("[data-dimension]")
  const ends = { from: place.querySelector("[data-least]"), to: place.querySelector("[data-most]") }
  const begin = () => ({ dimension: dimension.value, from: "", to: "" })
  dimension.addEventListener("change", () => change((state) => ({ ...state, scale: begin() })))
  for (const [end, select] of Object.entries(ends)) {
    const moved = (scale) => ({ ...scale, [end]: select.value })
    select.addEventListener("change", () => change((state) => ({ ...state, scale: moved(state.scale) })))
  }
  return ({ scale }, { dimensions, low, high }) => {
    const choices = finder.dimensions.map(({ id, name }, number) => [id, name, dimensions[number]])
    fill(dimension, [["", "any"], ...choices], scale.dimension)
    const chosen = byId(finder.dimensions, scale.dimension)
    place.querySelector("[data-range]").hidden = !chosen
    const steps = (counts) => (chosen?.steps ?? []).map(({ id, words }, at) => [id, words, counts[at]])
    fill(ends.from, [["", "any"], ...steps(low)], scale.from)
    fill(ends.to, [["", "any"], ...steps(high)], scale.to)
    place.querySelector("[data-chosen-count]").textContent = chosen ? "chosen" : ""
  }
}
