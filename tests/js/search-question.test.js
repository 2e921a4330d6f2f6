// Questions: what they ask for, which names they hold, and where several of these lead.
import assert from "node:assert/strict"
import { test } from "node:test"
import { makeEntry } from "../../docs/assets/js/search-entry.js"
import { counted, meant } from "../../docs/assets/js/search-meaning.js"
import { Names } from "../../docs/assets/js/search-names.js"
import { readQuestion } from "../../docs/assets/js/search-question.js"
import { finderFor } from "../../docs/assets/js/search-together.js"
import { rows } from "../../docs/assets/js/records.js"
import { ENTRIES, entriesData, entry } from "./made-up.js"

const DATA = entriesData(ENTRIES)
const KINDS = new Map(rows(DATA.kinds).map((kind, rank) => [kind.name, { ...kind, rank }]))

/** @param {SearchEntry[]} list */
function made(list) {
  return list.map((row, number) => makeEntry(row, /** @type {SearchKind & { rank: number }} */ (KINDS.get(row.kind)), number))
}

const names = new Names([...DATA.explore.kinds, "organisation"], new Set(["go"]))
names.add(made([...ENTRIES, entry("technology", "go", "Go")]))

for (const [query, general, stance, core] of /** @type {[string, boolean, string, string][]} */ ([
  ["who left cassandra?", true, "left", "cassandra"], ["Who gave up on microservices", true, "left", "microservices"],
  ["which companies run their own hardware", true, "uses", "own hardware"], ["who uses vitess", true, "uses", "vitess"],
  ["why did uber leave postgres", false, "left", "uber postgres"], ["which systems avoid sharding", true, "rejected", "sharding"],
  ["why don’t they use the cloud", false, "rejected", "cloud"], ["who wrote their own database", true, "built", "own database"],
  ["what does twitter use redis for", false, "uses", "twitter redis"], ["systems using kafka", true, "uses", "kafka"],
])) {
  test(`“${query}” asks for ${stance}`, () => {
    const question = readQuestion(query)
    assert.deepEqual([question.asks, question.general, question.stances[0], question.core], [true, general, stance, core])
    assert.equal(question.leaves, stance === "left")
  })
}

test("a name or a problem is no question", () => {
  for (const query of ["redis", "wait longer between each retry", "whole pages"]) assert.equal(readQuestion(query).asks, false)
})

test("questions for reasons and for numbers are told apart", () => {
  assert.deepEqual([readQuestion("why x").reasons, readQuestion("who x").reasons], [true, false])
  assert.deepEqual([readQuestion("how many servers").counts, readQuestion("how to shard").counts], [true, false])
})

test("the longest names in a query are found, with the other words", () => {
  const { things, rest } = names.find("why did Birdsite use the google file system with shards")
  const found = things.map(({ entries }) => entries.map(({ id }) => id))
  assert.deepEqual(found, [["birdsite"], ["google-file-system"], ["sharding"]])
  assert.deepEqual(rest, ["why", "did", "use", "the", "with"])
})

test("names without blanks, with other endings and other names are found; stop words and numbers are not", () => {
  assert.deepEqual(names.find("GFS nodejs").things.map(({ entries: [one] }) => one.id), ["google-file-system", "node-js"])
  assert.deepEqual(names.find("go 25").things, [])
})

/** @param {string} query */
const finder = (query) => finderFor(names.find(query).things, DATA.explore)

test("several things lead to the finder with all of them", () => {
  assert.deepEqual(finder("kafka and redis"), {
    label: "Finder", name: "Systems with Apache Kafka and Redis", line: "in the finder",
    path: "/explore/?technology=kafka&technology=redis&technology-mode=all",
  })
  assert.equal(finder("redis with sharding")?.path, "/explore/?technology=redis&pattern=sharding")
  assert.equal(finder("sharding and caching")?.path, "/explore/?pattern=sharding&family=caching")
})

test("what cannot be chosen leads nowhere", () => {
  assert.equal(finder("kafka at birdsite"), null)
  assert.equal(finder("nothing"), null)
})

test("words for the same thing have one meaning", () => {
  assert.equal(meant("machines"), meant("server"))
  assert.equal(meant("engineers"), meant("people"))
  assert.notEqual(meant("queries"), meant("requests"))
  assert.equal(counted("queries"), counted("requests"))
  assert.notEqual(meant("billion"), meant("bill"))
})
