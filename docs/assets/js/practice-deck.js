// The questions of the case studies, loaded in parts by need. This module does not use the page.
import { filled, rows } from "./records.js"

/** @typedef {{ pattern: string, family: string, case: string }} Scope What a session is about; empty texts for everything. */
/** @typedef {PracticeQuestion & { key: string, name: string, url: string, page: string }} Question */

export const EVERYTHING = { pattern: "", family: "", case: "" }

/** The questions, and what is known of all of them before any is loaded. */
export class Deck {
  /**
   * @param {PracticeData} data
   * @param {(part: number) => Promise<PracticePart>} load
   */
  constructor(data, load) {
    this.data = data
    this.cases = rows(data.cases)
    this.patterns = rows(data.patterns)
    this.families = rows(data.families)
    this.numbers = new Map(this.cases.map(({ id }, number) => [id, number]))
    this.load = load
    /** @type {Map<number, Promise<Question[]>>} */
    this.loaded = new Map()
  }

  /**
   * Return the questions of one part.
   * @param {number} part
   */
  part(part) {
    const questions = this.loaded.get(part) ?? this.load(part).then((made) => rows(made.questions).map((one) => this.made(one)))
    this.loaded.set(part, questions)
    return questions
  }

  /**
   * @param {PracticeQuestion} question
   * @returns {Question}
   */
  made(question) {
    const { id, name } = this.cases[question.case]
    const page = filled(this.data.page, { id })
    return { ...question, key: `${id}--${question.id}`, name, page, url: filled(this.data.claim, { id, kind: "question", claim: question.id }) }
  }

  /**
   * Return a question by its key; undefined if the handbook no longer has it.
   * @param {string} key
   */
  async question(key) {
    const number = this.numbers.get(key.split("--")[0])
    if (number === undefined) return undefined
    return (await this.part(Math.floor(number / this.data.size))).find((one) => one.key === key)
  }

  /**
   * Return the numbers of the parts that hold the questions of a scope.
   * @param {Scope} scope
   */
  partsOf(scope) {
    const number = this.numbers.get(scope.case)
    if (number !== undefined) return [Math.floor(number / this.data.size)]
    const patterns = this.patterns.filter((_, at) => this.covers(scope, at))
    if (scope.pattern || scope.family) return [...new Set(patterns.flatMap(({ parts }) => parts))].sort((one, other) => one - other)
    return Array.from({ length: Math.ceil(this.cases.length / this.data.size) }, (_, part) => part)
  }

  /**
   * @param {Scope} scope
   * @param {number} at the number of a pattern
   */
  covers(scope, at) {
    const { id, family } = this.patterns[at]
    return (!scope.pattern || scope.pattern === id) && (!scope.family || scope.family === this.families[family].id)
  }

  /**
   * @param {Scope} scope
   * @param {Question} question
   */
  isIn(scope, question) {
    if (scope.case) return this.cases[question.case].id === scope.case
    return (!scope.pattern && !scope.family) || question.patterns.some((at) => this.covers(scope, at))
  }

  /**
   * Yield the questions of a scope; in each part in an order that mixes the case studies and never changes.
   * @param {Scope} scope
   */
  async *questions(scope) {
    for (const part of this.partsOf(scope)) {
      const found = (await this.part(part)).filter((question) => this.isIn(scope, question))
      yield* found.sort((one, other) => chance(one.key) - chance(other.key))
    }
  }

  /**
   * Return the keys of all questions of a scope; null for everything, of which only the number is known without loading.
   * @param {Scope} scope
   */
  async keys(scope) {
    if (!scope.case && !scope.pattern && !scope.family) return null
    const keys = new Set()
    for await (const { key } of this.questions(scope)) keys.add(key)
    return keys
  }

  /** The number of all questions. */
  get count() {
    return this.cases.reduce((sum, { questions }) => sum + questions, 0)
  }
}

/**
 * Return a number that depends on the text alone (FNV-1a), to sort by: as good as chance, and always the same.
 * @param {string} text
 */
export function chance(text) {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
