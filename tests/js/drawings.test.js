// Diagrams as Mermaid and Excalidraw.
import assert from "node:assert/strict"
import test from "node:test"

import { asExcalidraw, asMermaid, cornersOf } from "../../docs/assets/js/drawings.js"

/** @type {import("../../docs/assets/js/drawings.js").Drawing} */
const DRAWING = {
  title: "Example", credit: "How It Scaled, CC BY 4.0", address: "https://example.org/case-studies/example/",
  boxes: [
    { id: "end", name: 'The "web"', kind: "service", x: 0, y: 0, width: 80, height: 40 },
    { id: "store", name: "Store", kind: "store", x: 200, y: 0, width: 80, height: 40 },
  ],
  arrows: [{ start: "end", end: "store", mode: "async", carries: "a row", points: [[80, 20], [140, 20], [140, 30], [200, 30]] }],
}

test("Mermaid gets shapes by kind, arrows by mode, and no word of its own as a name", () => {
  const [, , , ...lines] = asMermaid(DRAWING).trimEnd().split("\n")
  assert.deepEqual(lines, [
    "flowchart LR", '  c-end["The #quot;web#quot;"]', '  c-store[("Store")]', '  c-end -.->|"a row"| c-store',
  ])
})

test("every file names title, licence and address", () => {
  for (const text of [asMermaid(DRAWING), asExcalidraw(DRAWING)]) {
    for (const words of [DRAWING.title, DRAWING.credit, DRAWING.address]) assert.ok(text.includes(words), words)
  }
})

test("Excalidraw gets boxes with their words, and arrows that are bound to them", () => {
  const { elements } = JSON.parse(asExcalidraw(DRAWING))
  const [box, words] = elements
  assert.deepEqual([box.type, box.boundElements[0].id], ["rectangle", words.id])
  assert.equal(words.containerId, box.id)
  const arrow = elements.find((/** @type {{ type: string }} */ { type }) => type === "arrow")
  assert.deepEqual([arrow.startBinding.elementId, arrow.endBinding.elementId], ["end", "store"])
  assert.deepEqual(arrow.points, [[0, 0], [60, 0], [60, 10], [120, 10]])
})

test("the corners of a path are those of the route", () => {
  assert.deepEqual(cornersOf("M80 20h54q6 0 6 6v-2h60"), [[80, 20], [140, 20], [200, 24]])
  assert.deepEqual(cornersOf("M2 2h10"), [[2, 2], [12, 2]])
})
