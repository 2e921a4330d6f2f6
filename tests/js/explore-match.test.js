// What the finder finds, in which order, and that each count is what the choice would leave.
import assert from "node:assert/strict"
import { test } from "node:test"
import { optionsOf, reasons, valueOf } from "../../docs/assets/js/explore-case.js"
import { makeFinder } from "../../docs/assets/js/explore-finder.js"
import { find } from "../../docs/assets/js/explore-match.js"
import { readState } from "../../docs/assets/js/explore-state.js"
import { FINDER } from "./made-up.js"

/** @import { State } from "../../docs/assets/js/explore-finder.js" */

const finder = makeFinder(FINDER)
const stateOf = (/** @type {string} */ query) => readState(query, finder).state
const foundFor = (/** @type {State} */ state) => find(finder, state).order.map((number) => finder.cases[number].id)
const found = (/** @type {string} */ query) => foundFor(stateOf(query))

for (const [query, names] of /** @type {[string, string[]][]} */ ([
  ["", ["beta", "alpha", "gamma", "delta"]],
  ["technology=redis", ["beta", "alpha", "delta"]],
  ["technology=redis:uses", ["alpha", "delta"]],
  ["technology=mysql:left", ["alpha"]],
  ["technology=redis&technology=kafka", ["beta", "alpha", "gamma", "delta"]],
  ["technology=redis&technology=mysql&technology-mode=all", ["alpha", "delta"]],
  ["technology=redis:uses&technology=mysql:uses&technology-mode=all", ["delta"]],
  ["technology=redis&domain=mail", ["beta", "delta"]],
  ["from=2011", ["beta", "gamma", "delta"]],
  ["to=2007", ["alpha", "gamma"]],
  ["from=2011&to=2011", ["beta", "gamma"]],
  ["scale=requests", ["beta", "alpha"]],
  ["scale=requests&scale-from=10000", ["beta"]],
  ["scale=requests&scale-to=10000", ["alpha"]],
  ["scale=machines&scale-from=100&scale-to=1000", ["delta"]],
  ["technology=kafka&domain=mail", []],
])) {
  test(`“${query}” finds ${names.join(", ") || "none"}`, () => assert.deepEqual(found(query), names))
}

for (const [query, names] of /** @type {[string, string[]][]} */ ([
  ["sort=name", ["alpha", "beta", "gamma", "delta"]],
  ["sort=date", ["beta", "delta", "gamma", "alpha"]],
  ["sort=scale&scale=machines", ["delta", "beta"]],
  ["technology=mysql&technology=kafka", ["gamma", "alpha", "delta"]],
])) {
  test(`“${query}” comes in this order: ${names.join(", ")}`, () => assert.deepEqual(found(query), names))
}

const QUERIES = [
  "", "technology=redis", "technology=redis:uses&technology=mysql&technology-mode=all",
  "technology=redis&domain=mail&from=2008",
  "technology=redis&technology=mysql&technology=kafka&technology-mode=all", "scale=requests&scale-from=10000&to=2012",
  "technology=mysql:left&technology=kafka&level=hard", "scale=machines&scale-to=100&technology=redis:built",
]

for (const query of QUERIES) {
  const state = stateOf(query)
  const counts = find(finder, state)
  const left = (/** @type {Partial<State>} */ change) => foundFor({ ...state, ...change }).length

  test(`“${query}”: options are counted as choosing them would leave`, () => {
    for (const [at, facet] of finder.facets.entries()) {
      for (const { id, number } of facet.options) {
        const others = state.chosen[facet.id].filter((choice) => choice.id !== id)
        const own = state.chosen[facet.id].find((choice) => choice.id === id) ?? { id, stance: "" }
        const all = state.all[facet.id]
        const choices = all ? [...others, own] : [{ id, stance: "" }]
        const chosen = { ...state.chosen, [facet.id]: choices }
        assert.equal(counts.options[at].totals[number], left({ chosen }), `${facet.id} ${id}`)
      }
    }
  })

  test(`“${query}”: years and steps are counted so, too`, () => {
    const [first] = finder.years
    assert.deepEqual([...counts.from], [...counts.from].map((_, at) => left({ from: first + at })))
    assert.deepEqual([...counts.to], [...counts.to].map((_, at) => left({ to: first + at })))
    const scaled = finder.dimensions.map(({ id }) => left({ scale: { dimension: id, from: "", to: "" } }))
    assert.deepEqual(counts.dimensions, scaled)
    const steps = finder.dimensions.find(({ id }) => id === state.scale.dimension)?.steps ?? []
    assert.deepEqual(counts.low, steps.map(({ id }) => left({ scale: { ...state.scale, from: id } })))
    assert.deepEqual(counts.high, steps.map(({ id }) => left({ scale: { ...state.scale, to: id } })))
  })
}

test("each stance on a chosen option is counted", () => {
  const { options } = find(finder, stateOf("technology=redis"))
  assert.deepEqual([...options[0].codes.slice(0, 3)], [2, 1, 1])
})

test("a case study tells what it has, and where it says so", () => {
  const [first, second] = optionsOf(finder.facets[0], 0)
  assert.deepEqual([first.id, first.name, first.stance, first.claim], ["redis", "REDIS", "uses", "cache"])
  assert.deepEqual([second.id, second.stance, second.claim], ["mysql", "left", "mysql"])
  const uses = optionsOf(finder.facets[0], 1).map(({ stance, claim }) => [stance, claim])
  assert.deepEqual(uses, [["built", "own"], ["left", "redis"]])
})

test("a value is told in the words of the data", () => {
  const [requests, machines] = finder.dimensions
  assert.deepEqual(valueOf(finder, requests, 1), { words: "900000", date: "2010", figure: "f900000" })
  assert.equal(valueOf(finder, machines, 0), undefined)
})

test("why a case study matches names only what was asked for", () => {
  const none = reasons(finder, stateOf(""), 0)
  assert.deepEqual([none.options, none.period, none.value], [[], "", undefined])
  const some = reasons(finder, stateOf("technology=redis&from=2000&scale=requests"), 0)
  assert.deepEqual(some.options.map(({ id }) => id), ["redis"])
  assert.deepEqual([some.period, some.value?.words], ["", "5000"])
  assert.equal(reasons(finder, stateOf("from=2008"), 0).period, "2005 to 2010")
})

test("a finder without case studies has no years and finds none", () => {
  const none = { case: [], option: [], stance: [], claim: [] }
  const facets = { ...FINDER.facets, uses: FINDER.facets.uses.map(() => none) }
  const cases = { id: [], name: [], title: [], period: [], start: [], until: [], value: [], what: [] }
  const scales = { case: [], dimension: [], value: [], words: [], date: [], figure: [] }
  const empty = makeFinder({ ...FINDER, facets, cases, scales })
  assert.deepEqual(empty.years, [0, -1])
  assert.deepEqual(find(empty, readState("", empty).state).order, [])
})
