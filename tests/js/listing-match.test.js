import assert from "node:assert/strict"
import { test } from "node:test"
import { byValue, byWeight, counted, matches, queryOf, stateFrom } from "../../docs/assets/js/listing-match.js"

const KNOWN = { category: ["", "cache", "message-queue"], sort: ["", "use"] }
const NOTHING = { find: "", category: "", sort: "" }

test("the state comes back from the address", () => {
  const state = { find: "kafka log", category: "message-queue", sort: "use" }
  assert.deepEqual(stateFrom(queryOf(state), KNOWN), state)
  assert.equal(queryOf(state), "?find=kafka+log&category=message-queue&sort=use")
})

test("nothing is no query, and blanks are nothing", () => {
  assert.equal(queryOf(NOTHING), "")
  assert.equal(queryOf({ ...NOTHING, find: "  " }), "")
  assert.deepEqual(stateFrom("", KNOWN), NOTHING)
})

test("a value that a choice does not have is left out", () => {
  assert.deepEqual(stateFrom("?category=nowhere&sort=colour&find=x", KNOWN), { ...NOTHING, find: "x" })
  assert.deepEqual(stateFrom("?category=cache", {}), { find: "" })
})

test("every word has to be there, also a part of a word, in any order and case", () => {
  const item = { text: "Apache Kafka or RabbitMQ used by 3", values: {} }
  for (const find of ["", "kafka", "KAF", "rabbit kafka", "mq", "kafka vs rabbitmq", "apache"]) {
    assert.ok(matches(item, { ...NOTHING, find }), find)
  }
  for (const find of ["redis", "kafka redis"]) assert.ok(!matches(item, { ...NOTHING, find }), find)
})

test("words that join two names count only where nothing else is typed", () => {
  assert.ok(matches({ text: "Kafka or RabbitMQ", values: {} }, { ...NOTHING, find: "or" }))
  assert.ok(!matches({ text: "Redis", values: {} }, { ...NOTHING, find: "vs" }))
})

test("letters with accents are found without them", () => {
  assert.ok(matches({ text: "Café", values: {} }, { ...NOTHING, find: "cafe" }))
})

test("an entry has to be of the chosen category", () => {
  const item = { text: "Redis", values: { category: "cache store" } }
  assert.ok(matches(item, { ...NOTHING, category: "cache" }))
  assert.ok(!matches(item, { ...NOTHING, category: "message-queue" }))
  assert.ok(matches(item, { ...NOTHING, category: "store" }))
  assert.ok(!matches({ text: "Redis", values: {} }, { ...NOTHING, category: "cache" }))
})

test("the greatest weight comes first, and equal ones keep their order", () => {
  assert.deepEqual(byWeight([1, 3, 0, 3, 1]), [1, 3, 0, 4, 2])
  assert.deepEqual(byWeight([]), [])
})

test("a column is sorted by number or by letter, and empty cells are last", () => {
  assert.deepEqual(byValue(["9", "10", "", "2"], true, true), [1, 0, 3, 2])
  assert.deepEqual(byValue(["9", "10", "", "2"], true, false), [3, 0, 1, 2])
  assert.deepEqual(byValue(["b", "", "Á", "a"], false, false), [3, 2, 0, 1])
  assert.deepEqual(byValue(["same", "same"], false, true), [0, 1])
})

test("what is shown is counted in words", () => {
  assert.equal(counted(186, 186, "technologies"), "All 186 technologies")
  assert.equal(counted(0, 186, "technologies"), "0 of 186 technologies")
})
