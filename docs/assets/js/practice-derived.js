// The operands of derived figures, with sliders; the address contains the figure that was changed, and its operands.
import { element, part, parts } from "./element.js"
import { compute, queryOf, withValues } from "./practice-arithmetic.js"
import { amount, inWords } from "./practice-numbers.js"

/** @import { Operand } from "./practice-arithmetic.js" */

/** Steps of a slider for each power of ten, and how far it reaches to both sides. */
const FINE = 50
const REACH = 3

for (const figure of parts(document, "[data-derived]", HTMLDetailsElement)) {
  figure.addEventListener("toggle", () => {
    if (figure.open && !figure.dataset.started) start(figure)
  })
}
const asked = document.getElementById(new URLSearchParams(location.search).get("figure") ?? "")
if (asked instanceof HTMLDetailsElement) {
  asked.open = true
  asked.scrollIntoView()
}

/** @param {HTMLDetailsElement} figure */
function start(figure) {
  figure.dataset.started = "yes"
  const { operation = "", factor, unit = "" } = figure.dataset
  const items = parts(part(figure, "[data-operands]", HTMLElement), "li", HTMLLIElement)
  /** @type {Operand[]} */
  const published = items.map(({ dataset }) => ({ value: Number(dataset.number), factor: Number(dataset.factor) }))
  const isAsked = new URLSearchParams(location.search).get("figure") === figure.id
  let operands = isAsked ? withValues(published, location.search) : published
  const result = element("output", {})
  const reset = element("button", { type: "button", class: "hs-button" }, "As published")

  const show = () => {
    const value = compute(operation, operands, Number(factor))
    result.textContent = Number.isFinite(value) ? `${inWords(value, 4)} ${unit}` : "cannot be computed: it divides by zero"
  }
  const fields = items.map((item, at) => operandField(item, published[at].value, (value) => {
    operands = operands.map((operand, place) => (place === at ? { ...operand, value } : operand))
    history.replaceState(null, "", location.pathname + queryOf(figure.id, operands, published))
    show()
  }))
  reset.addEventListener("click", () => {
    operands = published
    fields.forEach((set, at) => set(published[at].value))
    history.replaceState(null, "", location.pathname + queryOf(figure.id, operands, published))
    show()
  })
  fields.forEach((set, at) => set(operands[at].value))
  figure.append(element("p", { class: "hs-derived__result", role: "status" }, "Result: ", result, " ", reset))
  show()
}

/**
 * Add a field and a slider to an operand; return a function that sets both.
 * @param {HTMLLIElement} item
 * @param {number} usual
 * @param {(value: number) => void} onChange
 */
function operandField(item, usual, onChange) {
  const name = item.textContent ?? ""
  const center = Math.log10(Math.abs(usual) || 1)
  const sign = Math.sign(usual) || 1
  const field = element("input", { type: "text", "aria-label": name, autocomplete: "off", size: 12 })
  const slider = element("input", {
    type: "range", "aria-label": `${name}, slider`, min: Math.round((center - REACH) * FINE), max: Math.round((center + REACH) * FINE), step: 1,
  })
  const set = (/** @type {number} */ value) => {
    field.value = `${inWords(value, 6)}`
    slider.valueAsNumber = Math.round(Math.log10(Math.abs(value) || 1) * FINE)
    slider.setAttribute("aria-valuetext", `${inWords(value)} ${item.dataset.unit ?? ""}`)
  }
  slider.addEventListener("input", () => {
    const middle = slider.valueAsNumber === Math.round(center * FINE)
    const value = middle ? usual : sign * Number((10 ** (slider.valueAsNumber / FINE)).toPrecision(3))
    set(value)
    onChange(value)
  })
  field.addEventListener("input", () => {
    const typed = amount(field.value)
    field.toggleAttribute("aria-invalid", typed === null)
    if (typed === null) return
    slider.valueAsNumber = Math.round(Math.log10(typed) * FINE)
    onChange(typed)
  })
  item.append(element("span", { class: "hs-operand" }, field, slider))
  return set
}
