// The index of entries: by name, by a slip in a name, and by the words of what they are for.
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

/** The entries so far, each at the place of its number, and what finds them. */
export class EntryIndex {
  /** @type {Entry[]} */
  entries = []
  #words = new MiniSearch({
    idField: "number", fields: Object.keys(BOOST), storeFields: [],
    tokenize: (text) => words(text), processTerm: (term) => stem(term),
  })

  /**
   * Take more entries; their names are found at once, their words once the promise is kept.
   * @param {Entry[]} more
   */
  add(more) {
    this.entries.push(...more)
    return this.#words.addAllAsync(more, { chunkSize: CHUNK })
  }

  /**
   * Entries of which a name, its initials or a word of it is what was typed, or begins so.
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
   * Entries whose names hold all that was typed, but for a slip.
   * @param {string} query
   * @param {string[]} terms its stems, as far as they tell something
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
   * Entries whose description has the words, those with more of them first.
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
   * Names that come near to a query that found nothing.
   * @param {string} query
   */
  near(query) {
    return this.#words.search(query, NEARLY).slice(0, NEAR).map(({ id }) => this.entries[id])
  }

  /**
   * @param {string[]} terms stems; the index cuts them once more, and the labelled queries were weighed with that
   * @param {SearchOptions} options
   */
  #search(terms, options) {
    return this.#words.search(terms.join(" "), options).slice(0, MOST)
  }
}

/**
 * Of two that suit equally well, what more systems have to do with comes first, then the kind that does.
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
