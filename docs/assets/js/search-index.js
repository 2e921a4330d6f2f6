// The index of entries: by name, by a misspelt name, and by words in the text.
import MiniSearch from "./vendor/minisearch.js"
import { SURE, sureness } from "./search-entry.js"
import { distance, key, slips, stem, words } from "./search-words.js"

/** @import { SearchOptions } from "minisearch" */
/** @import { Entry, FoundEntry } from "./search-entry.js" */

const MOST = 100
const CHUNK = 200
const NEAR = 3
const BOOST = { name: 6, also: 5, joined: 4, parts: 3, asked: 4, words: 1, more: 1 }
const TEXT_BOOST = { name: 3, also: 3, joined: 1, parts: 1, asked: 5, words: 2, more: 0.7 }
const BM25 = { k: 1.2, b: 0.4, d: 0.5 }
/** @type {SearchOptions} */
const NEARLY = { fields: ["name", "also", "joined"], prefix: true, fuzzy: 0.5, combineWith: "OR" }
const NAMES = ["name", "also", "joined", "parts"]

/** The entries so far, each at the index of its number, and their search index. */
export class EntryIndex {
  /** @type {Entry[]} */
  entries = []
  #words = new MiniSearch({
    idField: "number", fields: Object.keys(BOOST), storeFields: [],
    tokenize: (text) => words(text), processTerm: (term) => stem(term),
  })

  /**
   * Add entries. They can be found by name at once, and by words when the promise resolves.
   * @param {Entry[]} more
   */
  add(more) {
    this.entries.push(...more)
    return this.#words.addAllAsync(more, { chunkSize: CHUNK })
  }

  /**
   * Return entries with a name or initials that match the query, or a name or part of it that starts with the query.
   * @param {string} query
   * @returns {FoundEntry[]}
   */
  byName(query) {
    const wanted = key(query)
    const found = []
    for (const entry of this.entries) {
      const sure = sureness(entry, wanted)
      if (sure !== null) found.push({ ...entry, sure })
    }
    return found.sort((one, other) => one.sure - other.sure || inDoubt(one, other) || one.name.length - other.name.length)
  }

  /**
   * Return entries whose names contain all terms, allowing for typos.
   * @param {string} query
   * @param {string[]} terms the stems of the query's significant words
   * @returns {FoundEntry[]}
   */
  bySlip(query, terms) {
    if (terms.every((term) => term.length < 3)) return []
    const wanted = key(query)
    const prefix = (/** @type {string} */ term) => term.length > 2
    return this.#search(terms, { fields: NAMES, boost: BOOST, prefix, fuzzy: slips, combineWith: "AND" })
      .map(({ id }) => ({ ...this.entries[id], sure: SURE.slip, slips: slipsOf(this.entries[id], wanted) }))
      .sort((one, other) => one.slips - other.slips || inDoubt(one, other))
  }

  /**
   * Return entries whose text contains the terms, the best matches first.
   * @param {string[]} terms stems
   * @returns {FoundEntry[]}
   */
  byText(terms) {
    const last = terms.at(-1)
    const prefix = (/** @type {string} */ term) => term === last && term.length > 3
    return this.#search(terms, { boost: TEXT_BOOST, bm25: BM25, prefix, combineWith: "OR" })
      .map(({ id, score, queryTerms }) => {
        const entry = this.entries[id]
        return { ...entry, sure: SURE.text, score: score * (queryTerms.length / terms.length) * entry.solves }
      })
      .sort((one, other) => other.score - one.score)
  }

  /**
   * Return the entries with the most similar names for a query without results.
   * @param {string} query
   */
  near(query) {
    return this.#words.search(query, NEARLY).slice(0, NEAR).map(({ id }) => this.entries[id])
  }

  /**
   * @param {string[]} terms stems; the index stems them again, and the boosts are tuned with that
   * @param {SearchOptions} options
   */
  #search(terms, options) {
    return this.#words.search(terms.join(" "), options).slice(0, MOST)
  }
}

/**
 * Compare two equally good matches: by descending weight, then by the rank of their kinds.
 * @param {Entry} one
 * @param {Entry} other
 */
function inDoubt(one, other) {
  return other.weight - one.weight || one.rank - other.rank
}

/**
 * @param {Entry} entry
 * @param {string} wanted
 */
function slipsOf({ keys }, wanted) {
  return Math.min(...keys.map((name) => distance(wanted, name)))
}
