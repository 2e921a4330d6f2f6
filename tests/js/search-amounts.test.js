// Amounts in a query: their value, unit and rate.
import assert from "node:assert/strict"
import { test } from "node:test"
import { rows } from "../../docs/assets/js/records.js"
import { amountIn, mayAskForFigure } from "../../docs/assets/js/search-amounts.js"
import { FIGURES_DATA } from "./made-up.js"

const UNITS = new Map(rows(FIGURES_DATA.units).flatMap((unit) => unit.names.map((name) => [name, unit])))

/** @param {string} query */
function read(query) {
  const amount = amountIn(query, UNITS)
  assert.ok(amount, query)
  return amount
}

for (const [query, value, dimension, per] of /** @type {[string, number, string, number][]} */ ([
  ["300k qps", 300_000, "", 1], ["300,000 requests a second", 300_000, "", 1], ["209 million requests", 209e6, "", 0],
  ["25 servers", 25, "count", 0], ["120,000 tweets per second", 120_000, "", 1], ["1.2tb database", 1.2e12, "data", 0],
  ["4 billion views a day", 4e9, "", 86_400], ["a billion tweets daily", 1e9, "", 86_400], ["10 gb/s", 10e9, "data", 1],
  ["10 Gbps", 1.25e9, "data", 1], ["under 10 ms latency", 0.01, "time", 0], ["30 seconds", 30, "time", 0],
  ["$50k a month", 50_000, "money", 2_629_800], ["99.99%", 0.9999, "share", 0], ["two hundred thousand users", 200_000, "", 0],
  ["nine engineers", 9, "", 0], ["2 dozen machines", 24, "", 0], ["50 rps", 50, "", 1], ["1_000_000 rows/min", 1e6, "", 60],
])) {
  test(`“${query}” is ${value} of ${dimension || "something"} in ${per} s`, () => {
    const amount = read(query)
    assert.ok(Math.abs(amount.value - value) < value * 1e-9, `${amount.value}`)
    assert.deepEqual([amount.dimension, amount.per], [dimension, per])
  })
}

test("a number with no other word is exactly that", () => {
  const { low, high, rest, sure } = read("25 servers")
  assert.deepEqual([low, high, rest, sure], [25, 25, ["servers"], true])
})

test("bounds say which values fit", () => {
  assert.deepEqual([read("more than 10,000 servers").low, read("over 5 tb").high], [10_000, Infinity])
  assert.deepEqual([read("less than 10 servers").low, read("under 10 ms").high], [0, 0.01])
})

test("a scale alone is an order of magnitude", () => {
  const { value, low, high, dimension, rest } = read("terabytes of ram")
  assert.deepEqual([value, low, high, dimension, rest], [1e12, 1e12, 1e15, "data", ["of", "ram"]])
  assert.deepEqual([read("millions of users").low, read("millions of users").high], [1e6, 1e9])
})

test("a question for a number has no value", () => {
  const { value, rest, per } = read("How many engineers did tumblr have")
  assert.deepEqual([value, rest, per], [NaN, ["engineers", "did", "tumblr", "have"], 0])
  assert.equal(read("how much does it cost per month").per, 2_629_800)
})

test("a spelt number alone is not sure to be meant as an amount", () => {
  assert.equal(read("one server is enough").sure, false)
  assert.equal(read("one million").sure, true)
})

test("names with digits are no amounts", () => {
  for (const query of ["s3", "k8s", "p9x", "ec2", "redis", "constructor", "toString", "how to shard"]) {
    assert.equal(amountIn(query, UNITS), null, query)
    assert.equal(mayAskForFigure(query), false, query)
  }
})

test("figures may help where there is a number, a scale or a question for one", () => {
  for (const query of ["25", "300k", "petabytes", "millions of users", "qps", "p99 latency", "how many servers", "a billion"]) {
    assert.equal(mayAskForFigure(query), true, query)
  }
})
