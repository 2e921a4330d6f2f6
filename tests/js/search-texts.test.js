// The text search: blocks, pages, their order, and excerpts.
import assert from "node:assert/strict"
import { test } from "node:test"
import { bestPlace, blockOf, pagesOf, ranked } from "../../docs/assets/js/search-texts.js"

const BLOCK = { words: ["queue", "shard", "shardkey"], pages: [[7, 53], [11, 23], [18]] }

test("the block of a word is the last one that begins at or before it", () => {
  const firsts = ["apple", "kafka", "shard"]
  assert.deepEqual(["aa", "apple", "k", "kafka", "zoo"].map((word) => blockOf(firsts, word)), [0, 0, 0, 1, 2])
  assert.equal(blockOf([], "x"), 0)
})

test("the pages of a word are unpacked from distances", () => {
  assert.deepEqual([...pagesOf(BLOCK, "queue", false, 16)], [[0, 7], [3, 5]])
  assert.deepEqual([...pagesOf(BLOCK, "none", true, 16)], [])
})

test("a word that is not finished finds what begins with it, and a finished one only itself", () => {
  assert.deepEqual([...pagesOf(BLOCK, "shar", true, 16)], [[0, 11], [1, 7]])
  assert.deepEqual([...pagesOf(BLOCK, "shard", true, 16)], [[0, 11], [1, 7]])
  assert.deepEqual([...pagesOf(BLOCK, "shar", false, 16)], [])
})

test("pages have all words, and a rare word counts more", () => {
  const [common, rare] = [new Map([[1, 9], [2, 5], [3, 6], [4, 9]]), new Map([[2, 9], [3, 3]])]
  assert.deepEqual(ranked([common, rare], 10), [2, 3])
  assert.deepEqual(ranked([common, new Map()], 10), [])
  assert.deepEqual(ranked([new Map([[7, 4], [5, 4]])], 10), [5, 7])
  assert.deepEqual(ranked([], 10), [])
})

test("the excerpt is the stretch with the most words of the query, which are marked in any form", () => {
  const filler = "one two three four five six seven eight nine ten eleven twelve"
  const text = `A shard. ${filler} ${filler} Sharding needs a queue, and queues. ${filler} ${filler}`
  const place = bestPlace([{ anchor: "a", title: "A", text: "shard" }, { anchor: "b", title: "B", text }], ["shard", "queu"])
  assert.equal(place?.anchor, "b")
  assert.deepEqual(place?.excerpt.filter((_, number) => number % 2), ["Sharding", "queue", "queues"])
  assert.match(place?.excerpt[0] ?? "", /^… /)
  assert.match(place?.excerpt.at(-1) ?? "", / …$/)
})

test("a part whose title has a word comes before one that only mentions it", () => {
  const parts = [{ anchor: "a", title: "Costs", text: "caches cost" }, { anchor: "b", title: "The cache", text: "the cache" }]
  assert.equal(bestPlace(parts, ["cach"])?.anchor, "b")
})

test("without a word of the query there is no place", () => {
  assert.equal(bestPlace([{ anchor: "", title: "", text: "nothing here" }], ["kafka"]), undefined)
})

test("markup in a text stays text", () => {
  const place = bestPlace([{ anchor: "", title: "", text: "<img src=x> redis </mark>" }], ["redi"])
  assert.deepEqual(place?.excerpt, ["<img src=x> ", "redis", " </mark>"])
})
