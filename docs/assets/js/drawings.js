// Conversion of a diagram to Mermaid and Excalidraw. This module does not use the page.

/**
 * @typedef {{ id: string, name: string, kind: string, x: number, y: number, width: number, height: number }} DrawnBox
 * @typedef {{ start: string, end: string, mode: string, carries: string, points: [number, number][] }} DrawnArrow
 * @typedef {{ title: string, credit: string, address: string, boxes: DrawnBox[], arrows: DrawnArrow[] }} Drawing
 */

/** @type {Record<string, [string, string]>} */
const SHAPES = {
  client: ["([", "])"], store: ["[(", ")]"], cache: ["[/", "\\]"], queue: ["[[", "]]"], proxy: ["{{", "}}"], job: ["[[", "]]"],
}
/** @type {Record<string, string>} */
const ARROWS = { sync: "-->", stream: "-->", async: "-.->", batch: "==>" }
const LONGEST = 40

/**
 * Return the diagram as a Mermaid `flowchart`.
 * @param {Drawing} drawing
 */
export function asMermaid({ title, credit, address, boxes, arrows }) {
  const lines = boxes.map(({ id, name, kind }) => {
    const [open, close] = SHAPES[kind] ?? ["[", "]"]
    return `  ${named(id)}${open}"${quoted(name)}"${close}`
  })
  const links = arrows.map(({ start, end, mode, carries }) => {
    const words = carries ? `|"${quoted(shortened(carries))}"|` : ""
    return `  ${named(start)} ${ARROWS[mode] ?? "-->"}${words} ${named(end)}`
  })
  const head = [title, credit, address].map((line) => `%% ${line.replaceAll(/\s+/g, " ")}`)
  return `${[...head, "flowchart LR", ...lines, ...links].join("\n")}\n`
}

/**
 * Return an id that is not a keyword of Mermaid, such as `end`.
 * @param {string} id
 */
function named(id) {
  return `c-${id}`
}

/** @param {string} text */
function quoted(text) {
  return text.replaceAll("&", "#amp;").replaceAll('"', "#quot;").replaceAll("<", "#lt;").replaceAll(">", "#gt;")
}

/** @param {string} text */
function shortened(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text
}

/**
 * Return the diagram as an editable Excalidraw file.
 * @param {Drawing} drawing
 */
export function asExcalidraw({ title, credit, address, boxes, arrows }) {
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  const elements = [
    ...boxes.flatMap((box) => [shape(box), label(`${box.id}-text`, box.name, box, box.id)]),
    ...arrows.map(arrow),
    label("credit", [title, credit, address].join("\n"), { x: 0, y: bottom + 24, width: 700, height: 60 }, null),
  ]
  return `${JSON.stringify({ type: "excalidraw", version: 2, source: address, elements, appState: {}, files: {} }, null, 1)}\n`
}

/**
 * @param {string} id
 * @param {string} type
 * @param {{ x: number, y: number, width: number, height: number }} box
 */
function base(id, type, { x, y, width, height }) {
  return {
    id, type, x, y, width, height, angle: 0, strokeColor: "#1e1e1e", backgroundColor: "transparent", fillStyle: "solid",
    strokeWidth: 1, strokeStyle: "solid", roughness: 0, opacity: 100, groupIds: [], frameId: null, roundness: null, seed: 1,
    version: 1, versionNonce: 1, isDeleted: false, boundElements: [], updated: 1, link: null, locked: false,
  }
}

/** @param {DrawnBox} box */
function shape(box) {
  const type = { client: "ellipse", proxy: "diamond" }[box.kind] ?? "rectangle"
  const fill = { store: "#dbe7fb", queue: "#dbe7fb", cache: "#fbf0d9" }[box.kind] ?? "transparent"
  const bound = [{ type: "text", id: `${box.id}-text` }]
  return { ...base(box.id, type, box), backgroundColor: fill, boundElements: bound }
}

/**
 * @param {string} id
 * @param {string} text
 * @param {{ x: number, y: number, width: number, height: number }} box
 * @param {string | null} containerId
 */
function label(id, text, box, containerId) {
  const align = containerId ? { textAlign: "center", verticalAlign: "middle" } : { textAlign: "left", verticalAlign: "top" }
  return { ...base(id, "text", box), text, originalText: text, fontSize: 14, fontFamily: 2, lineHeight: 1.25, containerId, ...align }
}

/**
 * @param {DrawnArrow} drawn
 * @param {number} number
 */
function arrow({ start, end, mode, points }, number) {
  const [[x, y]] = points
  const width = Math.max(...points.map(([px]) => px)) - Math.min(...points.map(([px]) => px))
  const height = Math.max(...points.map(([, py]) => py)) - Math.min(...points.map(([, py]) => py))
  const style = { async: "dashed", batch: "dashed", stream: "dotted" }[mode] ?? "solid"
  return {
    ...base(`arrow-${number}`, "arrow", { x, y, width, height }),
    strokeStyle: style,
    points: points.map(([px, py]) => [px - x, py - y]),
    startBinding: { elementId: start, focus: 0, gap: 1 },
    endBinding: { elementId: end, focus: 0, gap: 1 },
    startArrowhead: null,
    endArrowhead: "arrow",
  }
}

/**
 * Return the corners of a line in our diagrams from the `d` of its path, which has straight pieces and rounded corners.
 * @param {string} d
 * @returns {[number, number][]}
 */
export function cornersOf(d) {
  /** @type {[number, number][]} */
  const corners = []
  let [x, y] = [0, 0]
  for (const [, command, numbers] of d.matchAll(/([Mhvlq])([^Mhvlq]*)/g)) {
    const [a = 0, b = 0, c = 0, e = 0] = (numbers.match(/-?[\d.]+/g) ?? []).map(Number)
    if (command === "M") [x, y] = [a, b]
    else if (command === "h") x += a
    else if (command === "v") y += a
    else if (command === "l") [x, y] = [x + a, y + b]
    if (command === "M") corners.push([x, y])
    if (command === "q") {
      corners.push([x + a, y + b])
      ;[x, y] = [x + c, y + e]
    }
  }
  return [...corners, [x, y]]
}
