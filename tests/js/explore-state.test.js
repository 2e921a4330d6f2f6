// The state of the finder: to and from an address, in order, and what each choice is called.
import assert from "node:assert/strict"
import { test } from "node:test"
import { choicesOf, withoutChoices } from "../../docs/assets/js/explore-choices.js"
import { emptyState, makeFinder } from "../../docs/assets/js/explore-finder.js"
import { moreWords, optionState, visibleOptions } from "../../docs/assets/js/explore-options.js"
import { inOrder, readState, withMode, withOption, withStance, writeQuery } from "../../docs/assets/js/explore-state.js"
import { FINDER } from "./made-up.js"

const finder = makeFinder(FINDER)
const stateOf = (/** @type {string} */ query) => readState(query, finder).state

for (const query of [
  "",
  "?technology=redis",
  "?technology=redis:uses&technology=mysql&technology-mode=all&domain=mail",
  "?from=2006&to=2010",
  "?scale=requests&scale-from=1000&scale-to=10000",
  "?domain=video&sort=date&view=table&column=machines&column=requests",
]) {
  test(`“${query}” is read and written the same`, () => {
    const { state, ignored } = readState(query, finder)
    assert.deepEqual(ignored, [])
    assert.equal(writeQuery(finder, state), query)
  })
}

for (const [query, name, value] of [
  ["technology=cobol", "technology", "cobol"], ["technology=redis:loves", "technology", "redis:loves"],
  ["technology=redis&technology=redis:uses", "technology", "redis:uses"], ["colour=red", "colour", "red"],
  ["from=1066", "from", "1066"], ["to=x", "to", "x"], ["scale=love", "scale", "love"], ["scale-from=17", "scale-from", "17"],
  ["scale=requests&scale-to=17", "scale-to", "17"], ["sort=taste", "sort", "taste"], ["view=map", "view", "map"],
  ["column=love", "column", "love"], ["technology-mode=some", "technology-mode", "some"], ["domain-mode=all", "domain-mode", "all"],
  ["constructor=toString", "constructor", "toString"], ["__proto__=x", "__proto__", "x"],
]) {
  test(`what is not known of “${query}” is named`, () => {
    assert.deepEqual(readState(query, finder).ignored, [{ name, value }])
  })
}

test("what is empty is left out and not named", () => {
  assert.deepEqual(readState("technology=&from=", finder), { state: emptyState(finder), ignored: [] })
})

test("ranges are turned from their lower to their upper end", () => {
  assert.equal(writeQuery(finder, stateOf("from=2010&to=2006")), "?from=2006&to=2010")
  const turned = stateOf("scale=requests&scale-from=10000&scale-to=1000").scale
  assert.deepEqual(turned, { dimension: "requests", from: "1000", to: "10000" })
})

test("steps of another dimension are dropped", () => {
  const state = { ...emptyState(finder), scale: { dimension: "machines", from: "1000000", to: "100" } }
  assert.deepEqual(inOrder(finder, state).scale, { dimension: "machines", from: "", to: "100" })
})

test("“all of them” is written only where something is chosen", () => {
  assert.equal(writeQuery(finder, withMode(emptyState(finder), "technology", true)), "")
})

test("every choice has a name and the state without it", () => {
  const state = stateOf("technology=redis:uses&domain=mail&from=2006&scale=requests&scale-from=1000")
  const choices = choicesOf(finder, state)
  assert.deepEqual(choices.map(({ name }) => name), ["REDIS (uses)", "MAIL", "from 2006", "requests a second: from 1,000"])
  const [redis, , , scale] = choices
  assert.equal(writeQuery(finder, redis.without), "?domain=mail&from=2006&scale=requests&scale-from=1000")
  assert.equal(writeQuery(finder, scale.without), "?technology=redis:uses&domain=mail&from=2006")
})

for (const [query, name] of [
  ["from=2006&to=2010", "2006 to 2010"], ["to=2010", "up to 2010"], ["scale=machines", "machines a second"],
  ["scale=machines&scale-from=10&scale-to=100", "machines a second: 10 to 100"],
]) {
  test(`“${query}” is called ${name}`, () => {
    assert.deepEqual(choicesOf(finder, stateOf(query)).map((choice) => choice.name), [name])
  })
}

test("taking everything back keeps how results are shown", () => {
  const state = stateOf("technology=redis&from=2006&sort=date&view=table&column=machines")
  assert.equal(writeQuery(finder, withoutChoices(finder, state)), "?sort=date&view=table&column=machines")
})

test("an option is taken, given a stance, and taken back", () => {
  const taken = withOption(emptyState(finder), "technology", "redis", true)
  assert.equal(writeQuery(finder, taken), "?technology=redis")
  const left = withStance(taken, "technology", "redis", "left")
  assert.equal(writeQuery(finder, left), "?technology=redis:left")
  assert.equal(writeQuery(finder, withOption(left, "technology", "redis", false)), "")
})

test("short lists are shown whole, long ones by what most have, what was chosen, and what was typed", () => {
  const [technology] = finder.facets
  assert.deepEqual(visibleOptions(technology, [], new Uint32Array(3), "", false), [0, 1, 2])
  assert.deepEqual(visibleOptions(technology, [], new Uint32Array(3), " KAF", false), [2])
  const options = Array.from({ length: 30 }, (_, number) => ({ id: `o${number}`, name: `Option ${number}`, hue: null, number }))
  const long = { ...technology, options, numbers: new Map(options.map(({ id, number }) => [id, number])) }
  const totals = Uint32Array.from(options, ({ number }) => number)
  assert.deepEqual(visibleOptions(long, [], totals, "", false), [29, 28, 27, 26, 25, 24, 23, 22])
  assert.deepEqual(visibleOptions(long, [{ id: "o3", stance: "" }], totals, "", false).slice(0, 2), [3, 29])
  assert.equal(visibleOptions(long, [], totals, "", true).length, 30)
  assert.deepEqual([moreWords(30), moreWords(1200)], ["Show all 30", "Show 200 of 1,200"])
})

test("an option that would leave nothing says so, unless it is chosen", () => {
  const [technology] = finder.facets
  const state = stateOf("technology=redis")
  assert.deepEqual(optionState(technology, state, 2, new Uint32Array(3)), { choice: undefined, count: "none", empty: true })
  assert.equal(optionState(technology, state, 0, new Uint32Array(3)).empty, false)
  assert.equal(optionState(technology, state, 2, Uint32Array.of(0, 0, 1234)).count, "1,234")
})
