// Which entries a query means, and in which order.
import assert from "node:assert/strict"
import { before, test } from "node:test"
import { createLessonSearch } from "../../docs/assets/js/search-lessons.js"
import { EntrySearch } from "../../docs/assets/js/search-match.js"
import { columns, ENTRIES, entriesData, entry } from "./made-up.js"

const search = new EntrySearch(entriesData(ENTRIES))
const paths = (/** @type {string} */ query) => search.find(query).map(({ path }) => path)

before(() => search.ready)

test("nothing asked, nothing found", () => assert.deepEqual([paths(""), paths("  "), paths("…")], [[], [], []]))

for (const [query, first] of [
  ["redis", "/technologies/redis/"], ["REDIS", "/technologies/redis/"], ["kafka", "/technologies/kafka/"],
  ["nodejs", "/technologies/node-js/"], ["c++", "/technologies/cpp/"], ["gfs", "/technologies/google-file-system/"],
  ["redis sent", "/technologies/redis-sentinel/"], ["mq", "/technologies/rabbitmq/"], ["shard", "/patterns/sharding/"],
  ["memchached", "/technologies/memcached/"], ["rabitmq", "/technologies/rabbitmq/"], ["thundering herd", "/patterns/sharding/"],
  ["how to split the rows", "/patterns/sharding/"], ["cache stampede", "/patterns/cache-aside/"],
]) {
  test(`“${query}” means ${first}`, () => assert.equal(paths(query)[0], first))
}

test("a name comes before a name that begins so", () => {
  assert.deepEqual(paths("redis").slice(0, 2), ["/technologies/redis/", "/technologies/redis-sentinel/"])
})

test("of two that suit equally well, more systems come first, then the kind", async () => {
  const more = [entry("case-study", "c", "Log"), entry("pattern", "p", "Log"), entry("technology", "t", "Log", { weight: 1 })]
  const even = new EntrySearch(entriesData([...ENTRIES, ...more]))
  await even.ready
  const found = even.find("log").slice(0, 3).map(({ path }) => path)
  assert.deepEqual(found, ["/technologies/t/", "/patterns/p/", "/case-studies/c/"])
})

test("of two with the same words, the one whose kind solves more problems comes first", async () => {
  const words = "backpressure signals"
  const more = [entry("technology", "x", "Xyz", { words }), entry("pattern", "y", "Yza", { words })]
  const same = new EntrySearch(entriesData([...ENTRIES, ...more]))
  await same.ready
  assert.deepEqual(same.find("backpressure signal").map(({ path }) => path), ["/patterns/y/", "/technologies/x/"])
})

test("words that tell nothing are left out", () => {
  assert.deepEqual(paths("what is the failover"), paths("failover"))
})

test("one letter is no beginning of a name", () => assert.deepEqual(paths("r"), []))

for (const query of ["kafka vs", "Kafka vs.", "kafka versus", "alternatives to kafka", "kafak vs"]) {
  test(`“${query}” finds every comparison of it first`, () => {
    const [first, second] = search.find(query)
    assert.deepEqual([first.path, first.name], ["/compare/kafka-vs-rabbitmq/", "Apache Kafka or RabbitMQ?"])
    assert.notEqual(second?.label, "Comparison")
  })
}

for (const query of ["kafka vs rabbitmq", "RabbitMQ or Kafka", "rabbitmq, kafka", "rabbitmq kafka", "kafka versus rabitmq"]) {
  test(`“${query}” means a comparison`, () => {
    const [first] = search.find(query)
    assert.equal(first.path, "/compare/kafka-vs-rabbitmq/")
    assert.equal(first.label, "Comparison")
    assert.match(first.name, /^(Apache Kafka or RabbitMQ|RabbitMQ or Apache Kafka)\?$/)
  })
}

test("two technologies without a comparison both come first, each once", () => {
  const found = paths("kafka vs redis")
  assert.deepEqual(found.slice(0, 2), ["/technologies/kafka/", "/technologies/redis/"])
  assert.equal(new Set(found).size, found.length)
})

test("one thing compared with itself is no comparison", () => {
  assert.ok(search.find("redis or redis").every(({ label }) => label === "Technology"))
})

test("a hit has the words of its kind and its line", () => {
  const [{ label, name, line }] = search.find("sharding")
  assert.deepEqual([label, name, line], ["Pattern", "Sharding", "about Sharding"])
})

test("what comes later is found by its name at once, and by its words then", async () => {
  const own = new EntrySearch(entriesData(ENTRIES))
  await own.ready
  const added = own.add([entry("case-study", "tumblr", "Tumblr", { words: "dashboard followers" })])
  assert.equal(own.find("tumblr")[0].path, "/case-studies/tumblr/")
  await added
  assert.equal(own.find("followers")[0].path, "/case-studies/tumblr/")
})

test("no more than eight are shown", () => assert.ok(search.find("a").length <= 8))

test("where nothing is found, names come near", () => {
  assert.deepEqual(paths("zzqxwv"), [])
  assert.deepEqual(search.near("memkashed").map(({ name }) => name), ["Memcached"])
})

test("an entry of no kind is a fault of the data", () => {
  assert.throws(() => search.add([entry("song", "x", "X")]), /no kind song/)
})

test("lessons are found by their words, with the name of their case study once it is known", () => {
  const lessons = columns([
    { case: "tumblr", id: "queue", text: "Put a queue before the slow part" },
    { case: "youtube", id: "cache", text: "Cache what is read often" },
  ])
  const names = new Map()
  const find = createLessonSearch({ address: "/case-studies/{case}/#lesson-{id}", lessons }, names)
  assert.equal(find("slow queues")[0].line, "tumblr")
  names.set("tumblr", "Tumblr")
  assert.deepEqual(find("slow queues"), [
    { label: "Lesson", name: "Put a queue before the slow part", line: "Tumblr", path: "/case-studies/tumblr/#lesson-queue" },
  ])
  assert.deepEqual(find("nothing of it"), [])
})
