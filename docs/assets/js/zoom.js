// Zooms and pans a diagram inside its frame.
import { part, parts } from "./element.js"

const STEP = 1.25
const LARGEST = 4
const DRAG = 4

/**
 * Make the zoom buttons of a diagram work, and let a mouse drag it if it is larger than its frame.
 * @param {HTMLElement} figure
 */
export function zoom(figure) {
  const frame = part(figure, ".hs-diagram__frame", HTMLElement)
  const svg = part(frame, "svg", SVGSVGElement)
  const tools = part(figure, "[data-diagram-tools]", HTMLElement)
  /** @type {Record<string, () => void>} */
  const change = {
    in: () => scaleTo(frame, svg, svg.clientWidth * STEP),
    out: () => scaleTo(frame, svg, svg.clientWidth / STEP),
    fit: () => fit(frame, svg),
  }
  for (const button of parts(tools, "[data-zoom]", HTMLElement)) {
    button.addEventListener("click", () => change[button.dataset.zoom ?? "fit"]())
  }
  tools.hidden = false
  letDrag(frame)
  new ResizeObserver(() => figure.classList.toggle("is-whole", frame.scrollWidth <= frame.clientWidth)).observe(frame)
}

/**
 * @param {HTMLElement} frame
 * @param {SVGSVGElement} svg
 * @param {number} width
 */
function scaleTo(frame, svg, width) {
  const natural = svg.viewBox.baseVal.width
  svg.style.width = `${Math.min(Math.max(width, natural / LARGEST), natural * LARGEST)}px`
  frame.classList.add("is-zoomed")
}

/**
 * @param {HTMLElement} frame
 * @param {SVGSVGElement} svg
 */
function fit(frame, svg) {
  svg.style.width = ""
  frame.classList.remove("is-zoomed")
}

/** @param {HTMLElement} frame */
function letDrag(frame) {
  /** @type {{ x: number, y: number } | null} The pointer position plus the scroll offset when dragging began. */
  let from = null
  frame.addEventListener("pointerdown", (event) => {
    if (drags(frame, event)) from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop }
  })
  frame.addEventListener("pointermove", (event) => {
    if (from) drag(frame, event, from.x - event.clientX, from.y - event.clientY)
  })
  for (const end of ["pointerup", "pointercancel"]) {
    frame.addEventListener(end, () => {
      from = null
      frame.classList.remove("is-dragged")
    })
  }
}

/**
 * @param {HTMLElement} frame
 * @param {PointerEvent} event
 */
function drags(frame, { pointerType, button, target }) {
  const larger = frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight
  const words = target instanceof Element && target.closest("text") && !target.closest(".b") // text can be selected
  return pointerType === "mouse" && button === 0 && larger && !words
}

/**
 * @param {HTMLElement} frame
 * @param {PointerEvent} event
 * @param {number} x
 * @param {number} y
 */
function drag(frame, { pointerId }, x, y) {
  if (Math.hypot(x - frame.scrollLeft, y - frame.scrollTop) < DRAG) return
  if (!frame.classList.contains("is-dragged")) frame.setPointerCapture(pointerId)
  frame.classList.add("is-dragged")
  frame.scrollTo(x, y)
}
