// Finds the entries and the answers for a query. This module does not use the page.
import { rows } from "./records.js"
import { Answers } from "./search-answers.js"
import { asksForClaims, entriesOf, Reader } from "./search-asked.js"
import { Comparisons } from "./search-compare.js"
import { makeEntry, SURE } from "./search-entry.js"
import { EntryIndex } from "./search-index.js"
import { meant } from "./search-meaning.js"
import { words } from "./search-words.js"

/** @import { Asked } from "./search-asked.js" */
/** @import { Entry, Hit, RankedKind } from "./search-entry.js" */

const SHOWN = 8

/** Finds entries and answers. The promise `ready` resolves when the first entries can be found by words. */
export class EntrySearch {
  #index = new EntryIndex()
  #reader
  #comparisons
  #answers
  /** @type {Map<string, RankedKind>} */
  #kinds

  /** @param {EntriesData} data */
  constructor(data) {
    const common = new Set(words(data.common))
    this.#kinds = new Map(rows(data.kinds).map((kind, rank) => [kind.name, { ...kind, rank }]))
    this.#reader = new Reader(this.#index, data.explore.kinds, common)
    this.#comparisons = new Comparisons(data, this.#index)
    this.#answers = new Answers(this.#index, data, common)
    this.ready = this.add(rows(data.entries))
  }

  /**
   * Add entries. They can be found by name at once, and by words when the promise resolves.
   * @param {SearchEntry[]} more
   */
  add(more) {
    const first = this.#index.entries.length
    const entries = more.map((row, place) => makeEntry(row, this.#kindOf(row), first + place))
    this.#reader.add(entries)
    return this.#index.add(entries)
  }

  /**
   * Add the case studies, as `add` does.
   * @param {CasesData} data
   */
  addCases(data) {
    this.#answers.addCases(data)
    return this.add(rows(data.entries))
  }

  /** @param {FiguresData} data */
  addFigures(data) {
    this.#answers.addFigures(data)
  }

  /** @param {ClaimsData} data */
  addClaims(data) {
    this.#answers.addClaims(data)
  }

  /** The names of the case studies by id, as far as they are loaded. */
  get cases() {
    return this.#answers.names
  }

  /**
   * Return the words of a query that tell something.
   * @param {string} query
   */
  telling(query) {
    return this.#reader.telling(query)
  }

  /**
   * Return which further data files would help with a query.
   * @param {string} query
   */
  helpful(query) {
    const asked = this.#reader.read(query)
    return { figures: asked.amount && !asked.year, claims: asksForClaims(asked) }
  }

  /**
   * Return the best matches for a query, best first: what it is the name of, then answers, then other entries.
   * @param {string} query
   * @returns {Hit[]}
   */
  find(query) {
    const asked = this.#reader.read(query)
    if (asked.exact) return shown(this.#ranked(asked))
    const compared = this.#comparisons.find(query)
    const answers = asked.begun ? compared : this.#answers.find(asked, compared)
    return shown([...answers, ...this.#ranked(asked, answers.length > compared.length)])
  }

  /**
   * Return the entries with the most similar names for a query without results.
   * @param {string} query
   */
  near(query) {
    return this.#index.near(query)
  }

  /**
   * Return the entries that match the query, by name and by text.
   * @param {Asked} asked
   * @param {boolean} answered whether there are answers, so that an entry with a few words of the query only distracts
   */
  #ranked({ query, question, things, systems, told }, answered = false) {
    const index = this.#index
    const terms = [...new Set(this.#reader.telling(question.asks ? question.core : query).map(meant))]
    const byName = index.byName(query)
    const groups = [
      () => byName.filter(({ sure }) => sure < SURE.asked),
      () => (byName.some(({ sure }) => sure === SURE.asked) ? index.bySearch(query, terms) : []),
      () => byName,
      () => (question.asks || !told.length ? entriesOf([...things, ...systems]) : []),
      () => (question.asks ? index.byName(question.core).filter(({ sure }) => sure < SURE.part) : []),
      () => index.bySlip(query, terms),
      () => (answered && things.length && !told.length ? [] : index.byText(terms, answered)),
    ]
    /** @type {Map<number, Entry>} */
    const found = new Map()
    for (const group of groups) {
      if (found.size >= SHOWN) break
      for (const entry of group()) if (!found.has(entry.number)) found.set(entry.number, entry)
    }
    return [...found.values()]
  }

  /** @param {SearchEntry} row */
  #kindOf({ kind }) {
    const known = this.#kinds.get(kind)
    if (!known) throw new Error(`The data has no kind ${kind}.`)
    return known
  }
}

/**
 * Return the first hits, each address once.
 * @param {Hit[]} hits
 */
function shown(hits) {
  const first = new Map()
  for (const hit of hits) if (!first.has(hit.path)) first.set(hit.path, hit)
  return [...first.values()].slice(0, SHOWN)
}
