// The panel for a component chosen in the diagram: its description, its count, and the flows that stop without it.
import { element, part, parts } from "./element.js"
import { chosenEra, isInEra } from "./eras.js"
import { addTooltips } from "./tooltips.js"

/**
 * Let readers choose components by mouse, touch or keyboard. The panel's text comes from the lists below the diagram.
 * @param {HTMLElement} architecture
 * @param {(flow: string) => void} follow
 */
export function chooseComponents(architecture, follow) {
  const panel = part(architecture, "[data-component]", HTMLElement)
  for (const svg of parts(architecture, ".hs-diagram__svg", SVGSVGElement)) {
    const nodes = parts(svg, "[data-node]", SVGGElement)
    addTooltips(svg)
    for (const link of parts(svg, "a", SVGAElement)) link.setAttribute("tabindex", "-1")
    const links = nodes.map((node) => part(node, "a", SVGAElement))
    links.forEach((link, number) => {
      if (!number) link.setAttribute("tabindex", "0")
      link.addEventListener("click", (event) => {
        event.preventDefault()
        show(architecture, panel, nodes[number], follow)
      })
      link.addEventListener("keydown", (event) => step(event, links, number))
    })
  }
  const close = () => hide(architecture, panel)
  architecture.addEventListener("change", close)
  panel.addEventListener("keydown", ({ key }) => key === "Escape" && close())
  part(panel, "[data-close]", HTMLElement).addEventListener("click", close)
}

/**
 * Move between components with the arrow keys, so that a diagram is a single tab stop.
 * @param {KeyboardEvent} event
 * @param {SVGAElement[]} links
 * @param {number} number
 */
function step(event, links, number) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (!by) return
  event.preventDefault()
  const next = links[(number + by + links.length) % links.length]
  links[number].setAttribute("tabindex", "-1")
  next.setAttribute("tabindex", "0")
  next.focus()
}

/**
 * @param {HTMLElement} architecture
 * @param {HTMLElement} panel
 */
function hide(architecture, panel) {
  panel.hidden = true
  for (const chosen of architecture.querySelectorAll(".is-chosen")) chosen.classList.remove("is-chosen")
}

/**
 * @param {HTMLElement} architecture
 * @param {HTMLElement} panel
 * @param {SVGGElement} node
 * @param {(flow: string) => void} follow
 */
function show(architecture, panel, node, follow) {
  const id = node.dataset.node ?? ""
  const item = document.getElementById(`component-${id}`)
  if (!item) return
  hide(architecture, panel)
  node.classList.add("is-chosen")
  const flows = flowsThrough(architecture, id)
  part(panel, "[data-component-words]", HTMLElement).replaceChildren(
    ...[...item.childNodes].map((child) => child.cloneNode(true)),
  )
  const list = part(panel, "[data-component-flows]", HTMLElement)
  list.replaceChildren(...flows.map((flow) => element("li", {}, followButton(flow, follow))))
  part(panel, "[data-component-stops]", HTMLElement).hidden = flows.length === 0
  part(panel, "[data-component-alone]", HTMLElement).hidden = flows.length > 0
  panel.hidden = false
}

/**
 * Return the flows of the chosen era with a step that starts or ends at a component.
 * @param {HTMLElement} architecture
 * @param {string} id
 */
function flowsThrough(architecture, id) {
  const era = chosenEra(architecture)
  return parts(architecture, ".hs-flow", HTMLElement).filter((flow) =>
    parts(flow, "[data-step]", HTMLElement).some(
      (step) => isInEra(step, era) && (step.dataset.step ?? "").split(" ").includes(id),
    ),
  )
}

/**
 * @param {HTMLElement} flow
 * @param {(flow: string) => void} follow
 */
function followButton(flow, follow) {
  const button = element("button", { type: "button" }, flow.dataset.name)
  button.addEventListener("click", () => follow(flow.id))
  return button
}
