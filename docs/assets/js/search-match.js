// Finds the entries for a query. This module does not use the page.
import { rows } from "./records.js"
import { Comparisons } from "./search-compare.js"
import { makeEntry } from "./search-entry.js"
import { EntryIndex } from "./search-index.js"
import { stem, words } from "./search-words.js"

/** @import { FoundEntry, Hit, RankedKind } from "./search-entry.js" */

const SHOWN = 8

/** Finds entries and comparisons. The promise `ready` resolves when the first entries can be found by words. */
export class EntrySearch {
  #index = new EntryIndex()
  #common
  #comparisons
  /** @type {Map<string, RankedKind>} */
  #kinds

  /** @param {EntriesData} data */
  constructor(data) {
    this.#kinds = new Map(rows(data.kinds).map((kind, rank) => [kind.name, { ...kind, rank }]))
    this.#common = new Set(words(data.common))
    this.#comparisons = new Comparisons(data, this.#index)
    this.ready = this.add(rows(data.entries))
  }

  /**
   * Add entries. They can be found by name at once, and by words when the promise resolves.
   * @param {SearchEntry[]} more
   */
  add(more) {
    const first = this.#index.entries.length
    return this.#index.add(more.map((row, place) => makeEntry(row, this.#kindOf(row), first + place)))
  }

  /**
   * Return the best matches for a query, best first. If it names two technologies, their comparison comes first.
   * @param {string} query
   * @returns {Hit[]}
   */
  find(query) {
    const first = this.#comparisons.find(query)
    const rest = this.#ranked(query).filter(({ number }) => !first.some((hit) => hit.number === number))
    return [...first, ...rest].slice(0, SHOWN)
  }

  /**
   * Return the entries with the most similar names for a query without results.
   * @param {string} query
   */
  near(query) {
    return this.#index.near(query)
  }

  /** @param {string} query */
  #ranked(query) {
    const terms = this.#telling(words(query)).map(stem)
    if (!terms.length) return []
    const index = this.#index
    const groups = [() => index.byName(query), () => index.bySlip(query, terms), () => index.byText(terms)]
    /** @type {Map<number, FoundEntry>} */
    const found = new Map()
    for (const group of groups) {
      if (found.size >= SHOWN) break
      for (const entry of group()) if (!found.has(entry.number)) found.set(entry.number, entry)
    }
    return [...found.values()]
  }

  /**
   * Return the words that are not common, or all if all are common.
   * @param {string[]} all
   */
  #telling(all) {
    const telling = all.filter((word) => !this.#common.has(word))
    return telling.length ? telling : all
  }

  /** @param {SearchEntry} row */
  #kindOf({ kind }) {
    const known = this.#kinds.get(kind)
    if (!known) throw new Error(`The data has no kind ${kind}.`)
    return known
  }
}
