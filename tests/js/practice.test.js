// The logic of the practice pages: schedules with a moved clock, progress, scores, numbers, places and paths.
import assert from "node:assert/strict"
import { test } from "node:test"

import { compute, queryOf, withValues } from "../../docs/assets/js/practice-arithmetic.js"
import { Deck, EVERYTHING, chance } from "../../docs/assets/js/practice-deck.js"
import { following, matching, tally } from "../../docs/assets/js/practice-next.js"
import { amount, bytes, inWords, rough, sizeInWords } from "../../docs/assets/js/practice-numbers.js"
import { endsOf, levels, placeOf, rank } from "../../docs/assets/js/practice-place.js"
import { counted, empty, merged, parsed, written } from "../../docs/assets/js/practice-progress.js"
import { due, grades, inWords as spanInWords, learned, nextTime, soon } from "../../docs/assets/js/practice-schedule.js"
import { advice, calibration, isInside, score } from "../../docs/assets/js/practice-score.js"
import { countRead, placeIn, readOf } from "../../docs/assets/js/reading-path.js"

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MONDAY = Date.UTC(2026, 0, 5, 9)
const [AGAIN, , GOOD, EASY] = [0, 1, 2, 3]

test("the four grades say when a new question comes back", () => {
  assert.deepEqual(grades(undefined, MONDAY).map(({ name, again }) => [name, again]), [
    ["Again", "1 minute"], ["Hard", "6 minutes"], ["Good", "10 minutes"], ["Easy", "8 days"],
  ])
})

test("a question that is known comes back after ever longer times, one that is forgotten within minutes", () => {
  let card = grades(undefined, MONDAY)[GOOD].card
  const spans = []
  for (let review = 0; review < 4; review += 1) {
    const now = card.due
    card = grades(card, now)[GOOD].card
    spans.push(Math.round((card.due - now) / DAY))
  }
  assert.deepEqual([...spans].sort((one, other) => one - other), spans)
  assert.ok(spans[0] >= 1 && spans[3] > 30, `${spans}`)
  assert.equal(learned({ card }), 1)
  const forgotten = grades(card, card.due)[AGAIN].card
  assert.equal(forgotten.due - card.due, 10 * MINUTE)
  assert.equal(learned({ forgotten }), 0)
})

test("what is due depends on the clock alone", () => {
  const cards = { "a--x": grades(undefined, MONDAY)[EASY].card, "a--y": grades(undefined, MONDAY)[GOOD].card }
  assert.deepEqual(due(cards, MONDAY), [])
  assert.equal(soon(cards, MONDAY), "a--y")
  assert.deepEqual(due(cards, MONDAY + 9 * DAY), ["a--y", "a--x"])
  assert.equal(nextTime(cards), MONDAY + 10 * MINUTE)
  assert.equal(nextTime({}), undefined)
})

test("a question that comes back after days is due from the beginning of the day", () => {
  const cards = { "a--x": grades(undefined, MONDAY)[EASY].card }
  const morning = new Date(MONDAY + 8 * DAY).setHours(0, 0, 0, 0)
  assert.deepEqual(due(cards, morning - 1), [])
  assert.deepEqual(due(cards, morning), ["a--x"])
  assert.equal(nextTime(cards), morning)
})

test("time spans in words", () => {
  const spans = [0, 90 * MINUTE, 3 * DAY, 45 * DAY, 800 * DAY]
  assert.deepEqual(spans.map(spanInWords), ["1 minute", "2 hours", "3 days", "2 months", "2 years"])
})

test("a progress survives being written and read", () => {
  const progress = {
    cards: { "tumblr--hbase": grades(undefined, MONDAY)[GOOD].card },
    decisions: { "a--b": { agreed: true, at: 1 } },
    estimates: { "a--c": { low: 1, high: 2, value: 3, at: 1 } },
    pages: { "/case-studies/tumblr/": { read: true, at: 1 } },
  }
  assert.deepEqual(parsed(written(progress)), progress)
  assert.equal(counted(progress), "1 question, 1 decision, 1 estimate, 1 page")
  assert.equal(counted(empty()), "nothing")
})

test("of an entry that two progresses have, the latest review counts, whichever is imported", () => {
  const early = { ...empty(), cards: { "a--x": grades(undefined, MONDAY)[GOOD].card, "a--y": grades(undefined, MONDAY)[GOOD].card } }
  const late = { ...empty(), cards: { "a--x": grades(undefined, MONDAY + DAY)[EASY].card } }
  for (const both of [merged(early, late), merged(late, early)]) {
    assert.equal(both.cards["a--x"].at, MONDAY + DAY)
    assert.equal(both.cards["a--y"].at, MONDAY)
  }
})

test("a file that is not a progress is refused with a sentence", () => {
  const file = (/** @type {object} */ change) => JSON.stringify({ format: "how-it-scaled-practice", version: 1, ...change })
  const card = grades(undefined, MONDAY)[GOOD].card
  const wrong = {
    "": /not JSON/,
    "[]": /not a file that this page exported/,
    "null": /not a file that this page exported/,
    [file({ version: 2 })]: /another version/,
    [file({ cards: { "a--x": { ...card, due: "soon" } } })]: /damaged.*a--x/,
    [file({ cards: { "a--x": { ...card, state: 7 } } })]: /damaged/,
    [file({ cards: { "a--x": { ...card, due: 1e300 } } })]: /damaged/,
    [file({ cards: { "<b>": card } })]: /damaged/,
    [file({ decisions: { "a--x": { agreed: 1, at: 1 } } })]: /damaged/,
    [file({ estimates: { "a--x": { low: 3, high: 2, value: 1, at: 1 } } })]: /damaged/,
    [file({ pages: { "//elsewhere/": { read: true, at: 1 } } })]: /damaged/,
    [" ".repeat(5_000_001)]: /too large/,
  }
  for (const [text, words] of Object.entries(wrong)) assert.throws(() => parsed(text), words, text.slice(0, 120))
  assert.deepEqual(parsed(file({ cards: null, more: { "a--x": 1 } })), empty())
  assert.deepEqual(Object.keys(parsed(file({ cards: { "a--x": { ...card, extra: 1 } } })).cards["a--x"]), Object.keys(card))
})

test("the score of a range is its width, plus ten times the distance if the value is outside", () => {
  assert.equal(score({ low: 10, high: 1000, value: 100 }), 2)
  assert.ok(Math.abs(score({ low: 10, high: 100, value: 1000 }) - 11) < 1e-9)
  assert.ok(Math.abs(score({ low: 10, high: 100, value: 1 }) - 11) < 1e-9)
  assert.ok(isInside({ low: 10, high: 100, value: 100 }) && !isInside({ low: 10, high: 100, value: 101 }))
})

test("the calibration compares the share of true values inside with the aim", () => {
  const inside = { low: 1, high: 10, value: 5, at: 0 }
  const outside = { low: 1, high: 10, value: 100, at: 0 }
  assert.deepEqual(calibration([inside, inside, outside]), { count: 3, inside: 2, median: 1 })
  assert.deepEqual(calibration([]), { count: 0, inside: 0, median: 0 })
  assert.match(advice({ count: 4, inside: 0 }), /After five/)
  assert.match(advice({ count: 10, inside: 4 }), /too narrow/)
  assert.match(advice({ count: 10, inside: 8 }), /as wide as they should be/)
  assert.match(advice({ count: 40, inside: 40 }), /wider than they need/)
})

test("numbers as people type them", () => {
  /** @type {[string, number | null][]} */
  const typed = [
    ["300k", 3e5], ["1,200", 1200], ["1.5 million", 1.5e6], ["2 bn", 2e9], [" 7 ", 7], ["1e6", 1e6], [".5", 0.5], ["12M", 1.2e7],
    ["", null], ["0", null], ["-3", null], ["1,20", null], ["1.2.3", null], ["ten", null], ["5 TB", null], ["9e99", null], ["constructor", null],
  ]
  for (const [text, value] of typed) assert.equal(amount(text), value, text)
  assert.equal(bytes("20 TB"), 20e12)
  assert.equal(bytes("512GiB"), 512 * 2 ** 30)
  assert.equal(bytes("20k"), null)
})

test("numbers as people read them", () => {
  assert.deepEqual([1e6, 1.25e9, 45678, 0.05].map((value) => inWords(value)), ["1 million", "1.25 billion", "45,700", "0.05"])
  assert.deepEqual([20e12, 999e9, 1e3, 5].map(sizeInWords), ["20 TB", "999 GB", "1 kB", "5 bytes"])
  assert.equal(rough(123456), 120000)
  for (const value of [0.05, 12, 45700, 1.2e6, 7e13]) assert.equal(amount(inWords(value)), value)
})

test("the next drill is the next one that is not done and matches the filters", () => {
  const drills = [{ id: "a", values: { family: "x y" } }, { id: "b", values: { family: "y" } }, { id: "c", values: { family: "x" } }]
  assert.deepEqual(matching(drills, { family: "x", level: "" }), ["a", "c"])
  assert.equal(following(["a", "b", "c"], "b", (id) => id === "c"), "a")
  assert.equal(following(["a", "b", "c"], "a", () => true), "b")
  assert.equal(following(["a"], "a", () => true), "a")
  assert.equal(following([], "", () => false), "")
  assert.equal(tally({ a: { agreed: true }, b: { agreed: false } }), "You decided as they did in 1 of 2.")
  assert.equal(tally({}), "")
})

test("arithmetic in base units, with values from the address", () => {
  const operands = [{ value: 600e6, factor: 1 / 86400 }, { value: 100, factor: 1 }]
  assert.ok(Math.abs(compute("ratio", operands, 1) - 69.444) < 0.001)
  assert.ok(Number.isNaN(compute("ratio", [operands[0], { value: 0, factor: 1 }], 1)))
  assert.equal(compute("difference", [{ value: 5, factor: 1 }, { value: 2, factor: 1 }], 1), 3)
  assert.equal(compute("sum", [{ value: 1, factor: 1000 }, { value: 500, factor: 1 }], 1000), 1.5)
  assert.equal(compute("product", [{ value: 2, factor: 1 }, { value: 3, factor: 1 }, { value: 4, factor: 1 }], 1), 24)
  const changed = withValues(operands, "?figure=a--b&of=1000,x")
  assert.deepEqual(changed.map(({ value }) => value), [1000, 100])
  assert.equal(queryOf("a--b", changed, operands), "?figure=a--b&of=1000,100")
  assert.equal(queryOf("a--b", operands, operands), "?figure=a--b")
})

test("systems near a tenth, the same and ten times a value", () => {
  const system = (/** @type {number} */ value) => ({ case: 0, value, words: "", date: "", figure: "" })
  const found = levels([100, 350, 1000, 3000, 9000].map(system), 1000).map(({ near }) => near.map(({ value }) => value))
  assert.deepEqual(found, [[100], [1000, 350, 3000], [9000]])
  assert.deepEqual(endsOf([3, 4500]), { low: 0, high: 4 })
  assert.deepEqual(endsOf([0.05, 30, 0]), { low: -2, high: 2 })
  assert.deepEqual(endsOf([1000]), { low: 3, high: 4 })
  assert.equal(placeOf(100, { low: 0, high: 4 }), 0.5)
  assert.equal(rank([system(1), system(10)], 5), "more than 1 of 2 systems")
})

const DATA = {
  families: { id: ["caching", "queues"], name: ["Caching", "Queues"] },
  patterns: { id: ["read-cache", "write-queue"], name: ["Read cache", "Write queue"], family: [0, 1], parts: [[0], [1]] },
  cases: { id: ["ada", "bert"], name: ["Ada", "Bert"], questions: [2, 1] },
  size: 1, page: "/{id}/", claim: "/{id}/#{kind}-{claim}",
}
const question = (/** @type {number} */ at, /** @type {string[]} */ ids, /** @type {number[][]} */ patterns) => ({
  questions: { case: ids.map(() => at), id: ids, question: ids, answer: ids, patterns, about: ids.map(() => []) },
  decisions: { case: [], id: [], chose: [] },
})

test("questions are loaded by need, and only once", async () => {
  /** @type {number[]} */
  const loaded = []
  const parts = [question(0, ["x", "y"], [[0], []]), question(1, ["z"], [[0, 1]])]
  const deck = new Deck(DATA, async (part) => { loaded.push(part); return parts[part] })
  assert.equal(deck.count, 3)
  assert.equal(await deck.keys(EVERYTHING), null)
  assert.equal((await deck.question("bert--z"))?.url, "/bert/#question-z")
  assert.equal(await deck.question("bert--gone"), undefined)
  assert.equal(await deck.question("gone--z"), undefined)
  assert.deepEqual(loaded, [1])
  assert.deepEqual(await deck.keys({ ...EVERYTHING, family: "queues" }), new Set(["bert--z"]))
  assert.deepEqual(await deck.keys({ ...EVERYTHING, pattern: "read-cache" }), new Set(["ada--x"]))
  assert.deepEqual(await deck.keys({ ...EVERYTHING, case: "ada" }), new Set(["ada--x", "ada--y"]))
  assert.deepEqual(loaded, [1, 0])
  const keys = []
  for await (const { key } of deck.questions(EVERYTHING)) keys.push(key)
  assert.deepEqual(keys.sort(), ["ada--x", "ada--y", "bert--z"])
})

test("an order by chance is always the same", () => {
  assert.equal(chance("tumblr--hbase"), chance("tumblr--hbase"))
  assert.notEqual(chance("tumblr--hbase"), chance("tumblr--sharding"))
})

test("the place of a page in a reading path, and how much of it was read", () => {
  const paths = {
    paths: { id: ["first", "second"], title: ["First", "Second"], address: ["/paths/first/", "/paths/second/"] },
    stops: { path: [0, 0, 1], name: ["A", "B", "C"], address: ["/a/", "/b/", "/c/"] },
  }
  const place = placeIn(paths, "first", "/b/")
  assert.deepEqual([place?.at, place?.count, place?.previous.name, place?.next], [1, 2, "A", undefined])
  assert.equal(placeIn(paths, "first", "/c/"), null)
  assert.equal(placeIn(paths, "gone", "/a/"), null)
  const pages = { "/a/": { read: true, at: 1 }, "/b/": { read: false, at: 2 } }
  assert.equal(readOf(paths, "first", pages), "1 of 2 read")
  assert.equal(readOf(paths, "second", pages), "")
  assert.equal(countRead(["/a/", "/b/", "/c/"], pages), 1)
})
