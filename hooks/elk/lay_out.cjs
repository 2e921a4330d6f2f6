// Lays out the graphs that come in as JSON, and answers with places and routes.
const { readFileSync } = require("node:fs")
const ELK = require("./elk.bundled.cjs")

const elk = new ELK()

async function answer(graph) {
  const { children, edges } = await elk.layout(graph)
  return { children: children.map(({ id, x, y, width, height }) => ({ id, x, y, width, height })), edges: edges.map(route) }
}

function route({ id, sections }) {
  return { id, points: sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]) }
}

async function main() {
  const answers = []
  for (const graph of JSON.parse(readFileSync(0, "utf-8"))) answers.push(await answer(graph))
  process.stdout.write(JSON.stringify(answers))
}

main()
