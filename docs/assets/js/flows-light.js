// Highlights the parts of a diagram that belong to the steps of a flow, and numbers the steps.

const SVG = "http://www.w3.org/2000/svg"
const RADIUS = 9

/**
 * Highlight only what belongs to these steps.
 * @param {SVGSVGElement} svg
 * @param {HTMLElement[]} steps
 */
export function light(svg, steps) {
  for (const part of svg.querySelectorAll(".is-lit")) part.classList.remove("is-lit")
  for (const badge of svg.querySelectorAll("[data-steps]")) badge.remove()
  svg.classList.toggle("is-following", steps.length > 0)
  /** @type {Map<SVGElement, number[]>} */
  const numbers = new Map()
  steps.forEach((step, index) => {
    lightStep(svg, step, index)
    const carrier = lineOf(svg, step) ?? nodeOf(svg, endsOf(step)[0])
    if (carrier) numbers.set(carrier, [...(numbers.get(carrier) ?? []), index + 1])
  })
  for (const [carrier, those] of numbers) svg.append(badge(carrier, those))
}

/**
 * @param {SVGSVGElement} svg
 * @param {HTMLElement} step
 * @param {number} index
 */
function lightStep(svg, step, index) {
  for (const part of partsOf(svg, step)) {
    if (!part.classList.contains("is-lit")) part.style.setProperty("--step", `${index}`)
    part.classList.add("is-lit")
  }
}

/**
 * Return the line and the nodes of a step.
 * @param {Element} picture
 * @param {HTMLElement} step
 */
export function partsOf(picture, step) {
  const nodes = endsOf(step).map((name) => nodeOf(picture, name))
  return [lineOf(picture, step), ...nodes].filter((part) => part !== undefined)
}

/**
 * Return the ids of the components at the start and the end of a step.
 * @param {HTMLElement} step
 */
export function endsOf(step) {
  return (step.dataset.step ?? "").split(" ")
}

/**
 * @param {Element} picture
 * @param {HTMLElement} step
 */
function lineOf(picture, step) {
  const [start, end] = endsOf(step)
  return visible(picture, `[data-line="${start} ${end}"], [data-line="${end} ${start}"]`)
}

/**
 * @param {Element} picture
 * @param {string} name
 */
function nodeOf(picture, name) {
  return visible(picture, `[data-node="${name}"]`)
}

/**
 * Return the first match of a selector in a visible diagram.
 * @param {Element} picture
 * @param {string} selector
 */
export function visible(picture, selector) {
  for (const found of picture.querySelectorAll(selector)) {
    if (found instanceof SVGElement && found.ownerSVGElement?.checkVisibility()) return found
  }
}

/**
 * Create a badge with step numbers on a line, or at the corner of a component whose step stays inside it.
 * @param {SVGElement} carrier
 * @param {number[]} numbers
 */
function badge(carrier, numbers) {
  const text = numbers.join(", ")
  const { x, y } = placeOf(carrier)
  const group = document.createElementNS(SVG, "g")
  group.classList.add("b", "is-lit")
  group.dataset.steps = numbers.join(" ")
  group.style.setProperty("--step", `${numbers[0] - 1}`)
  const half = Math.max(RADIUS, text.length * 4)
  const pill = document.createElementNS(SVG, "rect")
  for (const [name, value] of Object.entries({ x: -half, y: -RADIUS, width: 2 * half, height: 2 * RADIUS, rx: RADIUS })) {
    pill.setAttribute(name, `${value}`)
  }
  const label = document.createElementNS(SVG, "text")
  label.setAttribute("y", "4")
  label.textContent = text
  group.append(pill, label)
  group.setAttribute("transform", `translate(${Math.round(x)} ${Math.round(y)})`)
  return group
}

/** @param {SVGElement} carrier */
function placeOf(carrier) {
  if (carrier instanceof SVGGeometryElement) return carrier.getPointAtLength(carrier.getTotalLength() / 2)
  const { x, y, width } = carrier.querySelector("path")?.getBBox() ?? { x: 0, y: 0, width: 0 }
  return { x: x + width, y }
}
