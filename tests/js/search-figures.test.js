// Figures for an amount: which count, and which are closest.
import assert from "node:assert/strict"
import { test } from "node:test"
import { FigureSearch } from "../../docs/assets/js/search-figures.js"

const units = { names: [["%"], ["server", "servers"], ["us$"]], dimension: ["share", "count", "money"], factor: [0.01, 1, 1] }
const of = (/** @type {[string, number, string][]} */ ...figures) => ({
  address: "case-studies/{case}/#figure-{id}", label: "Figure", units,
  figures: {
    case: figures.map(() => "a"), id: figures.map(([what]) => what), said: figures.map(() => ""),
    what: figures.map(([what]) => what), date: figures.map(() => "2026"), more: figures.map(() => ""),
    values: figures.map(([, value]) => [value]), dimension: figures.map(([, , dimension]) => dimension),
    per: figures.map(() => 0),
  },
})
const found = (/** @type {FiguresData} */ data, /** @type {string} */ query) =>
  new FigureSearch(data, new Map(), new Set()).find(query, [], new Set()).map(({ path }) => path.split("figure-")[1])

test("an amount of things finds no amount of money, however close", () => {
  const data = of(["cost of a server", 10000, "money"], ["servers", 18000, "count"])
  assert.deepEqual(found(data, "more than 10,000 servers"), ["servers"])
})

test("of shares of nearly all, the closest is the one that misses as little", () => {
  const data = of(["availability, three", 0.9995, "share"], ["availability, four", 0.9999, "share"])
  assert.deepEqual(found(data, "99.99% availability"), ["availability, four"])
})
