// Words: how they are cut, stemmed, joined and compared.
import assert from "node:assert/strict"
import { test } from "node:test"
import { distance, initials, key, partsOf, slips, stem, words } from "../../docs/assets/js/search-words.js"

test("a text is cut into plain lower-case words", () => {
  assert.deepEqual(words("Écoute — C++, C# & Node.js!"), ["ecoute", "c++", "c#", "node", "js"])
  assert.deepEqual(words("  "), [])
})

for (const [word, found] of [
  ["shards", "shard"], ["sharding", "shard"], ["sharded", "shard"], ["cache", "cach"], ["caches", "cach"], ["bus", "bus"],
  ["less", "less"],
]) {
  test(`the stem of ${word} is ${found}`, () => assert.equal(stem(word), found))
}

test("blanks, dots and capitals make no other name", () => {
  assert.equal(key("Node.js"), key("node js"))
  assert.equal(key("Node.js"), "nodejs")
})

test("a name has parts and initials", () => {
  assert.deepEqual(partsOf("RabbitMQ"), ["rabbit", "mq"])
  assert.deepEqual(partsOf("cache-aside"), ["cache", "aside"])
  assert.equal(initials("Google File System"), "gfs")
  assert.equal(initials("Redis"), "")
})

for (const [one, other, wrong] of /** @type {[string, string, number][]} */ ([
  ["redis", "redis", 0], ["redis", "reds", 1], ["redis", "redsi", 1], ["redis", "readis", 1], ["redis", "rodis", 1],
  ["kafka", "akfka", 1], ["", "abc", 3], ["abc", "", 3], ["sharding", "charting", 2],
])) {
  test(`from “${one}” to “${other}” it is ${wrong}`, () => assert.equal(distance(one, other), wrong))
}

test("long words may have more slips", () => {
  assert.deepEqual(["mq", "php", "java", "redis"].map(slips), [false, false, 1, 2])
})
