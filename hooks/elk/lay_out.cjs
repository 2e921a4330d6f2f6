// Lays out the graphs that come in as JSON, and answers with places and routes.
const { readFileSync } = require("node:fs")
const ELK = require("./elk.bundled.cjs")
const answer = require("./answer.cjs")

const elk = new ELK()

async function main() {
  const answers = []
  for (const graph of JSON.parse(readFileSync(0, "utf-8"))) answers.push(await answer(elk, graph))
  process.stdout.write(JSON.stringify(answers))
}

main()
