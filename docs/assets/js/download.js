// Hand a diagram out as a file of its own: styles, colours and typeface inside.
const FONT = new URL("../fonts/ibm-plex-sans-latin-wght-normal.woff2", import.meta.url)
const STYLES = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "rx", "marker-start", "marker-end",
  "font-family", "font-size", "font-weight", "text-anchor",
]

/** Let the button of a diagram save it. */
export function offerDownload(figure) {
  figure.querySelector("[data-download]").addEventListener("click", async () => {
    const file = new Blob([await standalone(figure.querySelector("svg"))], { type: "image/svg+xml" })
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(file),
      download: `${figure.dataset.diagram}.svg`,
    })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  })
}

/** The picture as text that needs nothing else. */
async function standalone(svg) {
  const copy = svg.cloneNode(true)
  const { width, height } = svg.viewBox.baseVal
  const originals = [svg, ...svg.querySelectorAll("*")]
  const copies = [copy, ...copy.querySelectorAll("*")]
  originals.forEach((original, index) => inline(original, copies[index]))
  for (const link of copy.querySelectorAll("a")) link.setAttribute("href", new URL(link.getAttribute("href"), document.baseURI))
  copy.setAttribute("width", width)
  copy.setAttribute("height", height)
  copy.style.width = copy.style.height = ""
  copy.style.background = getComputedStyle(document.body).backgroundColor
  copy.prepend(await typeface())
  return new XMLSerializer().serializeToString(copy)
}

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
