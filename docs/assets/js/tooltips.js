// Tooltips of components and lines in a diagram, with text from the lists below it.
import { parts } from "./element.js"
import { isInEra } from "./eras.js"

/** @param {SVGSVGElement} svg */
export function addTooltips(svg) {
  for (const node of parts(svg, "[data-node]", SVGGElement)) addTitle(node, roleOf(node.dataset.node ?? ""))
  const steps = stepsOf(svg)
  for (const line of parts(svg, "[data-line]", SVGPathElement)) addTitle(line, carriedBy(line.dataset.line ?? "", steps))
}

/**
 * @param {SVGElement} element
 * @param {string} words
 */
function addTitle(element, words) {
  if (!words) return
  const title = document.createElementNS(element.namespaceURI, "title")
  title.textContent = words
  element.prepend(title)
}

/** @param {string} component its id */
function roleOf(component) {
  const item = document.getElementById(`component-${component}`)
  const words = [item?.closest("section")?.querySelector("h3"), item?.querySelector("span")].map((part) => part?.textContent)
  return words.filter(Boolean).join(": ")
}

/**
 * Return the steps of all flows in the era of a diagram.
 * @param {SVGSVGElement} svg
 */
function stepsOf(svg) {
  const dated = svg.closest("[data-eras]")
  const era = (dated instanceof HTMLElement && dated.dataset.eras) || ""
  const architecture = svg.closest("[data-architecture]")
  return architecture ? parts(architecture, "[data-step]", HTMLElement).filter((step) => isInEra(step, era)) : []
}

/**
 * Return what a line carries in both directions.
 * @param {string} line the ids of its two ends
 * @param {HTMLElement[]} steps
 */
function carriedBy(line, steps) {
  const ways = [line, line.split(" ").reverse().join(" ")]
  const found = ways.flatMap((way) => steps.filter((step) => step.dataset.step === way))
  return [...new Set(found.map(carried))].filter(Boolean).join("; ")
}

/** @param {HTMLElement} step */
function carried(step) {
  return (step.querySelector("small")?.textContent ?? "").replace(/^\w+: /, "")
}
