// Hand a diagram out as a file of its own: styles, colours and typeface inside.
import { part, parts } from "./element.js"

const FONT = new URL("../fonts/ibm-plex-sans-latin-wght-normal.woff2", import.meta.url)
const STYLES = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "rx", "marker-start", "marker-end",
  "font-family", "font-size", "font-weight", "text-anchor",
]

/**
 * Let the button of a diagram save it.
 * @param {HTMLElement} figure
 */
export function offerDownload(figure) {
  part(figure, "[data-download]", HTMLElement).addEventListener("click", async () => {
    const text = await standalone(part(figure, "svg", SVGSVGElement))
    save(new Blob([text], { type: "image/svg+xml" }), `${figure.dataset.diagram}.svg`)
  })
}

/**
 * @param {Blob} file
 * @param {string} name
 */
function save(file, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

/**
 * The picture as text that needs nothing else.
 * @param {SVGSVGElement} svg
 */
async function standalone(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true))
  const copies = [copy, ...parts(copy, "*", SVGElement)]
  ;[svg, ...parts(svg, "*", SVGElement)].forEach((original, index) => inline(original, copies[index]))
  for (const link of copy.querySelectorAll("a")) link.setAttribute("href", absolute(link.getAttribute("href") ?? ""))
  const { width, height } = svg.viewBox.baseVal
  copy.setAttribute("width", `${width}`)
  copy.setAttribute("height", `${height}`)
  copy.style.width = copy.style.height = ""
  copy.style.background = getComputedStyle(document.body).backgroundColor
  copy.prepend(await typeface())
  return new XMLSerializer().serializeToString(copy)
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

/** Our typeface as a style element; nothing where the page was opened as a file, for then fonts cannot be read. */
async function typeface() {
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style")
  try {
    const bytes = new Uint8Array(await (await fetch(FONT)).arrayBuffer())
    const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    style.textContent = `@font-face{font-family:"IBM Plex Sans";font-weight:100 700;src:url(data:font/woff2;base64,${data})}`
  } catch {
    style.textContent = ""
  }
  return style
}
