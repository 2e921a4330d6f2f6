// Download a diagram as a file: SVG with inline styles and font, Mermaid, or Excalidraw.
import { asExcalidraw, asMermaid, cornersOf } from "./drawings.js"
import { part, parts } from "./element.js"
import { save } from "./save.js"

const FONT = new URL("../fonts/sans.woff2", import.meta.url)
/** The height in px of the credit lines below a diagram. */
const CREDIT = 60
const NARROWEST = 480
const STYLES = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "rx", "marker-start", "marker-end",
  "font-family", "font-size", "font-weight", "text-anchor",
]

/** @type {Record<string, [string, (figure: HTMLElement, svg: SVGSVGElement) => string | Promise<string>]>} */
const FORMATS = {
  svg: ["image/svg+xml", standalone],
  mmd: ["text/plain", (figure, svg) => asMermaid(drawingOf(figure, svg))],
  excalidraw: ["application/json", (figure, svg) => asExcalidraw(drawingOf(figure, svg))],
}

/**
 * Make the download buttons of a diagram work.
 * @param {HTMLElement} figure
 */
export function offerDownload(figure) {
  for (const button of parts(figure, "[data-download]", HTMLElement)) {
    const ending = button.dataset.download ?? "svg"
    const [type, text] = FORMATS[ending]
    button.addEventListener("click", async () => {
      save(new Blob([await text(figure, part(figure, "svg", SVGSVGElement))], { type }), `${figure.dataset.diagram}.${ending}`)
    })
  }
}

/**
 * Return the title, licence and address that every downloaded file contains.
 * @param {HTMLElement} figure
 */
function creditOf(figure) {
  const credit = figure.closest("[data-credit]")?.getAttribute("data-credit") ?? ""
  return { title: figure.dataset.title ?? "", credit, address: location.href.split(/[?#]/)[0] }
}

/**
 * @param {HTMLElement} figure
 * @param {SVGSVGElement} svg
 * @returns {import("./drawings.js").Drawing}
 */
function drawingOf(figure, svg) {
  const boxes = parts(svg, "[data-node]", SVGGElement).map((node) => {
    const { x, y, width, height } = part(node, ".n", SVGPathElement).getBBox()
    const name = parts(node, "a:first-of-type text:not(.c)", SVGTextElement).map(({ textContent }) => textContent).join(" ")
    return { id: node.dataset.node ?? "", name, kind: node.classList[0] ?? "", x, y, width, height }
  })
  const arrows = parts(svg, "[data-line]", SVGPathElement).map((line) => {
    const [start, end] = (line.dataset.line ?? "").split(" ")
    const carries = line.querySelector("title")?.textContent ?? ""
    return { start, end, mode: line.classList[0], carries, points: cornersOf(line.getAttribute("d") ?? "") }
  })
  return { ...creditOf(figure), boxes, arrows }
}

/**
 * Return the diagram as a self-contained SVG file with its credits below.
 * @param {HTMLElement} figure
 * @param {SVGSVGElement} svg
 */
async function standalone(figure, svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true))
  const copies = [copy, ...parts(copy, "*", SVGElement)]
  ;[svg, ...parts(svg, "*", SVGElement)].forEach((original, index) => inline(original, copies[index]))
  for (const link of copy.querySelectorAll("a")) link.setAttribute("href", absolute(link.getAttribute("href") ?? ""))
  const { width, height } = svg.viewBox.baseVal
  const wide = Math.max(width, NARROWEST)
  copy.setAttribute("viewBox", `0 0 ${wide} ${height + CREDIT}`)
  copy.setAttribute("width", `${wide}`)
  copy.setAttribute("height", `${height + CREDIT}`)
  copy.append(...credits(figure, height, getComputedStyle(part(svg, "text", SVGTextElement))))
  copy.style.width = copy.style.height = ""
  copy.style.background = getComputedStyle(document.body).backgroundColor
  copy.prepend(await typeface())
  return new XMLSerializer().serializeToString(copy)
}

/**
 * Return the credit lines below a diagram.
 * @param {HTMLElement} figure
 * @param {number} top
 * @param {CSSStyleDeclaration} style
 */
function credits(figure, top, style) {
  const { title, credit, address } = creditOf(figure)
  return [title, credit, address].map((words, number) => {
    const line = document.createElementNS("http://www.w3.org/2000/svg", "text")
    for (const [name, value] of Object.entries({ x: 4, y: top + 20 + number * 16, "font-size": 12, fill: style.fill })) {
      line.setAttribute(name, `${value}`)
    }
    line.style.fontFamily = style.fontFamily.replaceAll('"', "'")
    line.textContent = words
    return line
  })
}

/** @param {string} href */
function absolute(href) {
  return new URL(href, document.baseURI).href
}

/**
 * @param {SVGElement} original
 * @param {SVGElement} copy
 */
function inline(original, copy) {
  const style = getComputedStyle(original)
  copy.removeAttribute("class")
  copy.removeAttribute("style")
  for (const name of STYLES) {
    const value = style.getPropertyValue(name)
    if (value && value !== "none" && value !== "auto") copy.style.setProperty(name, value.replaceAll('"', "'"))
  }
  if (style.fill === "none") copy.style.fill = "none"
}

/** Return a style element with the font; it is empty in a page opened from a folder, which cannot fetch the font. */
async function typeface() {
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style")
  try {
    const bytes = new Uint8Array(await (await fetch(FONT)).arrayBuffer())
    const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    style.textContent = `@font-face{font-family:"Scaled Drawn";font-weight:400 700;src:url(data:font/woff2;base64,${data})}`
  } catch {
    style.textContent = ""
  }
  return style
}
