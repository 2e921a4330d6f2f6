// Finds figures for an amount: those with the same value first, then those close to it.
import { filled, rows } from "./records.js"
import { amountIn } from "./search-amounts.js"
import { counted } from "./search-meaning.js"
import { readQuestion } from "./search-question.js"
import { words } from "./search-words.js"

/** @import { Hit } from "./search-entry.js" */
/** @import { Amount } from "./search-amounts.js" */

/** @typedef {SearchFigure & { meant: Set<string> }} Figure A figure with the meanings of its words. */

const SHOWN = 4
const NEAR = 0.15
const SAME = 0.005
const LEAST = 0.4
/** Finds figures by their value and their words. */
export class FigureSearch {
  #address
  #label
  #names
  #common
  /** @type {Figure[]} */
  #figures
  /** @type {Map<string, { dimension: string, factor: number }>} */
  #units

  /**
   * @param {FiguresData} data
   * @param {ReadonlyMap<string, string>} names of the case studies by id
   * @param {ReadonlySet<string>} common stop words
   */
  constructor(data, names, common) {
    this.#address = data.address
    this.#label = data.label
    this.#names = names
    this.#common = common
    this.#units = new Map(rows(data.units).flatMap((unit) => unit.names.map((name) => [name, unit])))
    this.#figures = rows(data.figures).map((figure) => ({ ...figure, meant: meaningOf(figure) }))
  }

  /**
   * Return the figures for a query.
   * @param {string} query
   * @param {string[]} names the words of the query that name the systems
   * @param {ReadonlySet<string>} cases the ids of the systems that it names; empty if it names none
   * @returns {Hit[]}
   */
  find(query, names, cases) {
    const amount = amountIn(query, this.#units)
    if (!amount) return []
    const told = words(readQuestion(amount.rest.join(" ")).core)
    const asked = [...new Set(told.filter((word) => !this.#common.has(word) && !names.includes(word)).map(counted))]
    const found = this.#figures
      .filter(({ case: id }) => !cases.size || cases.has(id))
      .map((figure) => ({ figure, score: fit(figure, amount) * share(figure, asked, amount) }))
      .filter(({ score }) => score >= LEAST)
      .sort((one, other) => other.score - one.score)
    return found.slice(0, SHOWN).map(({ figure }) => this.#hit(figure))
  }

  /**
   * @param {Figure} figure
   * @returns {Hit}
   */
  #hit({ case: study, id, said, what, date }) {
    const line = `${this.#names.get(study) ?? study}, ${date}`
    return { label: this.#label, name: `${what}: ${said}`, line, path: filled(this.#address, { case: study, id }) }
  }
}

/** @param {SearchFigure} figure */
function meaningOf({ what, said, more }) {
  return new Set(words(`${what} ${said} ${more}`).map(counted))
}

/**
 * Return how well the value of a figure fits an amount, from 0 to 1; 1 if no value is asked for.
 * @param {Figure} figure
 * @param {Amount} amount
 */
function fit({ values, dimension, per }, amount) {
  if (Number.isNaN(amount.value)) return amount.per && amount.per !== per ? 0.8 : 1
  if (amount.dimension && amount.dimension !== "count" && amount.dimension !== dimension) return 0
  if (["", "count"].includes(amount.dimension) && !["", "count"].includes(dimension)) return 0
  if (amount.per && !per) return 0
  const seconds = amount.per ? amount.per / per : 1
  const nearlyAll = dimension === "share" && amount.value > 0.9
  return Math.max(0, ...values.map((value) => (nearlyAll ? closeness(1 - value, missing(amount)) : closeness(value * seconds, amount))))
}

/**
 * Return the share that is missing from a share of nearly all: what tells 99.99% from 99.9%.
 * @param {Amount} amount
 * @returns {Amount}
 */
function missing(amount) {
  return { ...amount, low: 1 - amount.high, high: 1 - amount.low, value: 1 - amount.value }
}

/**
 * @param {number} value
 * @param {Amount} amount
 */
function closeness(value, { low, high, value: wanted }) {
  const apart = Math.abs(value - wanted) / wanted
  if (low === high) return apart <= SAME ? 1 : apart <= NEAR ? 0.9 - apart : 0
  if (value < low * (1 - SAME) || value > high * (1 + SAME) || value <= 0) return 0
  const span = Math.abs(Math.log10(value / wanted))
  return Math.max(0.7, 0.9 - 0.05 * span)
}

/**
 * Return the share of the words asked for that a figure has, from 0.5 to 1; less if it has too few to be meant.
 * @param {Figure} figure
 * @param {string[]} asked
 * @param {Amount} amount
 */
function share({ meant }, asked, { per, value, sure }) {
  if (!asked.length) return sure ? 1 : 0
  const has = asked.filter((word) => meant.has(word)).length / asked.length
  if (!sure) return has === 1 ? 1 : 0
  if (has < 0.5) return per && value && asked.length < 3 ? 0.45 : 0
  return 0.5 + 0.5 * has
}
