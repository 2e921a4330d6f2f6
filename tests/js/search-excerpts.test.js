// Excerpts of pages count only if they mark a word of the query.
import assert from "node:assert/strict"
import { test } from "node:test"
import { marksAny } from "../../docs/assets/js/search-excerpts.js"

test("an excerpt that marks another form of a word belongs to the query", () => {
  assert.equal(marksAny("the <mark>shards,</mark> of a table", ["sharding"]), true)
  assert.equal(marksAny("a <mark>thundering</mark> <mark>herd</mark>", ["herd"]), true)
  assert.equal(marksAny("<mark>Kafka\u2019s</mark> log", ["kaf"]), true)
})

test("an excerpt that marks only stop words or near words does not", () => {
  assert.equal(marksAny("this <mark>and</mark> that", ["kafka", "hbase"]), false)
  assert.equal(marksAny("Glossary: <mark>F.</mark> failover", ["flurbnax"]), false)
  assert.equal(marksAny("no mark of kafka", ["kafka"]), false)
})
