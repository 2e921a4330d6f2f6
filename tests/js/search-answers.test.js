// Figures for amounts, claims for questions, and their place among the entries.
import assert from "node:assert/strict"
import { before, test } from "node:test"
import { Answers } from "../../docs/assets/js/search-answers.js"
import { EntrySearch } from "../../docs/assets/js/search-match.js"
import { CASES_DATA, CLAIMS_DATA, ENTRIES, entriesData, FIGURES_DATA } from "./made-up.js"

const search = new EntrySearch(entriesData(ENTRIES))
const paths = (/** @type {string} */ query) => search.find(query).map(({ path }) => path)
const figure = (/** @type {string} */ study, /** @type {string} */ id) => `/case-studies/${study}/#figure-${id}`

before(async () => {
  await search.ready
  await search.addCases(CASES_DATA)
  const answers = search.answerWith(Answers)
  answers.addFigures(FIGURES_DATA)
  answers.addClaims(CLAIMS_DATA)
})

for (const [query, first] of [
  ["300k qps", figure("timelines", "reads")], ["300,000 requests a second", figure("timelines", "reads")],
  ["4,600 tweets per second", figure("timelines", "tweets")], ["400 million tweets", figure("timelines", "tweets")],
  ["1.2tb database", figure("tumblr", "data")], ["1200 GB", figure("tumblr", "data")], ["terabytes", figure("tumblr", "data")],
  ["how many engineers at tumblr", figure("tumblr", "engineers")], ["20 employees", figure("tumblr", "engineers")],
  ["under 20 ms", figure("tumblr", "latency")], ["p99 latency", figure("tumblr", "latency")],
  ["how much does it cost per month", figure("tumblr", "cost")], ["more than 980 machines", figure("tumblr", "servers")],
]) {
  test(`“${query}” leads to ${first}`, () => assert.equal(paths(query)[0], first))
}

test("the same value comes before values close to it, and others are left out", () => {
  assert.deepEqual(paths("1000 servers").slice(0, 2), [figure("tumblr", "servers"), figure("tumblr", "spare")])
  assert.equal(paths("5000 servers").includes(figure("tumblr", "servers")), false)
})

test("a figure of another unit or rate does not fit", () => {
  assert.deepEqual(paths("20 tb"), [])
  assert.deepEqual(paths("20 engineers per second"), [])
})

test("a figure says its value, its system and its date", () => {
  const [{ label, name, line }] = search.find("300k qps")
  assert.deepEqual([label, name, line], ["Figure", "Timeline requests: 300,000 queries a second", "Birdsite timelines, 2012"])
})

for (const [query, ...first] of [
  ["who left kafka", "/case-studies/timelines/#technology-kafka", "/technologies/kafka/", "/left/"],
  ["who uses kafka", "/technologies/kafka/", "/explore/?technology=kafka", "/case-studies/tumblr/#technology-kafka"],
  ["why did tumblr put in kafka", "/case-studies/tumblr/#decision-queue"],
  ["what does birdsite use redis for", "/case-studies/timelines/#technology-redis", "/technologies/redis/"],
  ["why is tumblr not in the cloud", "/case-studies/tumblr/#decision-own-hardware", "/case-studies/tumblr/"],
  ["which companies run their own hardware", "/case-studies/tumblr/#decision-own-hardware"],
  ["why is sharding hard", "/patterns/sharding/"], ["who left what", "/left/"], ["systems before 2010", "/timeline/"],
  ["systems using kafka and redis", "/explore/?technology=kafka&technology=redis&technology-mode=all", "/technologies/kafka/"],
  ["kafka and rabbitmq", "/compare/kafka-vs-rabbitmq/", "/explore/?technology=kafka&technology=rabbitmq&technology-mode=all"],
  ["kafka with rabbitmq", "/explore/?technology=kafka&technology=rabbitmq&technology-mode=all"],
  ["sharding vs cache-aside", "/patterns/sharding/", "/patterns/cache-aside/"],
  ["difference between kafka and rabbitmq", "/compare/kafka-vs-rabbitmq/"],
  ["what to use instead of kafka", "/compare/kafka-vs-rabbitmq/"],
]) {
  test(`“${query}” leads to ${first[0]}`, () => assert.deepEqual(paths(query).slice(0, first.length), first))
}

test("while a name is typed, nothing comes before it", () => {
  assert.equal(paths("birdsite time")[0], "/case-studies/timelines/")
  assert.equal(paths("redis sen")[0], "/technologies/redis-sentinel/")
})

test("a search that an entry names comes before words of a text", () => {
  assert.equal(paths("thundering herd")[0], "/patterns/sharding/")
})

test("what few entries say has to be in an entry, or it does not fit", () => {
  assert.deepEqual([paths("cache grid centering"), paths("the what is")], [[], []])
})

test("answers may come before the case studies, and find them later", async () => {
  const own = new EntrySearch(entriesData(ENTRIES))
  const answers = own.answerWith(Answers)
  await Promise.all([own.ready, own.addCases(CASES_DATA)])
  answers.addFigures(FIGURES_DATA)
  assert.equal(own.find("how many engineers at tumblr")[0].path, figure("tumblr", "engineers"))
})

test("the files that help are known before they are loaded", () => {
  const fresh = new EntrySearch(entriesData(ENTRIES)).answerWith(Answers)
  assert.deepEqual(fresh.helpful("redis"), { figures: false, claims: false })
  assert.deepEqual(fresh.helpful("300k qps"), { figures: true, claims: false })
  assert.deepEqual(fresh.helpful("who left kafka"), { figures: false, claims: true })
  assert.deepEqual(fresh.helpful("how many engineers at birdsite"), { figures: true, claims: false })
})
