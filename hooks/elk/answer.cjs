// Lays out one graph, and answers with places and routes. The build and the editor in the browser share it.
async function answer(elk, graph) {
  const { children, edges } = await elk.layout(graph)
  return { children: children.map(({ id, x, y, width, height }) => ({ id, x, y, width, height })), edges: edges.map(route) }
}

function route({ id, sections }) {
  return { id, points: sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]) }
}

module.exports = answer
