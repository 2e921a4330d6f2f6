// A range on a logarithmic scale: two fields to type in, and a slider with two handles.
import { element } from "./element.js"
import { amount, inWords, rough } from "./practice-numbers.js"

/** Steps of the slider for each power of ten. */
const FINE = 20

/**
 * Make the fields and the slider of a range between two powers of ten.
 * @param {{ low: number, high: number, unit: string, onChange: () => void }} options
 */
export function makeRange({ low, high, unit, onChange }) {
  const names = ["Lowest", "Highest"]
  const fields = names.map((name) => element("input", { type: "text", "aria-label": `${name} value`, inputmode: "text", autocomplete: "off", spellcheck: "false", size: 12 }))
  const sliders = names.map((name) => element("input", { type: "range", "aria-label": `${name} value, slider`, min: low * FINE, max: high * FINE, step: 1 }))
  const value = (/** @type {HTMLInputElement} */ slider) => rough(10 ** (slider.valueAsNumber / FINE))
  const say = (/** @type {number} */ at) => sliders[at].setAttribute("aria-valuetext", `${inWords(value(sliders[at]), 2)} ${unit}`)

  sliders.forEach((slider, at) => {
    slider.valueAsNumber = Math.round((low + (high - low) * (at ? 0.75 : 0.25)) * FINE)
    say(at)
    slider.addEventListener("input", () => {
      const other = sliders[1 - at]
      if (at ? slider.valueAsNumber < other.valueAsNumber : slider.valueAsNumber > other.valueAsNumber) other.value = slider.value
      sliders.forEach((one, place) => {
        fields[place].value = inWords(value(one), 2)
        fields[place].removeAttribute("aria-invalid")
        say(place)
      })
      onChange()
    })
  })
  fields.forEach((field, at) => field.addEventListener("input", () => {
    const typed = amount(field.value)
    field.toggleAttribute("aria-invalid", typed === null && field.value !== "")
    if (typed !== null) sliders[at].valueAsNumber = Math.round(Math.log10(typed) * FINE)
    say(at)
    onChange()
  }))

  /** Return the range as typed, in order; null if a field has no number above zero. */
  const read = () => {
    const [one, other] = fields.map((field) => amount(field.value))
    return one === null || other === null ? null : { low: Math.min(one, other), high: Math.max(one, other) }
  }
  const labels = names.map((name, at) => element("label", {}, `${name} `, fields[at]))
  return { read, fields, nodes: [element("div", { class: "hs-range__fields" }, ...labels, unit), element("div", { class: "hs-range" }, ...sliders)] }
}
