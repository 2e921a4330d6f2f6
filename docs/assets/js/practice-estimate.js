// Estimate: the reader gives a range, then sees the figure, the score, and how often the ranges were right so far.
import { element, part } from "./element.js"
import { axis } from "./practice-axis.js"
import { startDrills } from "./practice-drills.js"
import { inWords } from "./practice-numbers.js"
import { makeRange } from "./practice-range.js"
import { advice, calibration, isInside, score } from "./practice-score.js"
import { progress, record } from "./practice-store.js"

const update = startDrills({
  isDone: (id) => id in progress().estimates,
  onShow: (item) => {
    if (!item.querySelector("[data-estimate]")) ask(item)
  },
  told: () => told(),
})

function told() {
  const { count, inside } = calibration(Object.values(progress().estimates))
  return count ? `${inside} of your ${count} ranges had the true value; you aim at 8 of 10.` : ""
}

/** @param {HTMLElement} item */
function ask(item) {
  const { low, high, unit, number } = item.dataset
  const compare = element("button", { type: "button", class: "hs-button", disabled: true }, "Compare")
  const range = makeRange({
    low: Number(low), high: Number(high), unit: unit ?? "",
    onChange: () => { compare.disabled = range.read() === null },
  })
  const said = element("p", { role: "status", class: "hs-drill__said" })
  const hint = element("p", { class: "hs-when" }, "Type numbers such as 300k, 2.5 million or 1,200, or move the handles.")
  part(item, "details", HTMLElement).before(element("div", { "data-estimate": true, class: "hs-estimate" }, ...range.nodes, hint, compare, said))
  compare.addEventListener("click", () => {
    const given = range.read()
    if (!given) return
    const estimate = { ...given, value: Number(number), at: Date.now() }
    record({ estimates: { [item.id]: estimate } })
    for (const field of range.fields) field.disabled = true
    range.nodes[1].replaceWith(axis({
      width: item.clientWidth - 40, ends: { low: Number(low), high: Number(high) }, bar: given, mark: Number(number),
      says: "true value", label: "Your range and the true value", inWords,
    }))
    compare.hidden = hint.hidden = true
    said.textContent = sentence(estimate)
    part(item, "details", HTMLDetailsElement).open = true
    update()
  })
}

/** @param {import("./practice-progress.js").Estimated} estimate */
function sentence(estimate) {
  const { low, high, value } = estimate
  const beside = value < low ? `below your range, by a factor of ${factor(low / value)}` : `above your range, by a factor of ${factor(value / high)}`
  const where = `The true value is ${isInside(estimate) ? "inside your range" : beside}.`
  return `${where} Score ${score(estimate).toFixed(1)}. ${advice(calibration(Object.values(progress().estimates)))}`
}

/** @param {number} ratio */
function factor(ratio) {
  return inWords(ratio, 2)
}
