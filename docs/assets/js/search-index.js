// The index of entries: by name, by a misspelt name, and by words in the text.
import MiniSearch from "./vendor/minisearch.js"
import { SURE, sureness } from "./search-entry.js"
import { meant } from "./search-meaning.js"
import { distance, key, slips, stemmed, words } from "./search-words.js"

/** @import { SearchOptions } from "minisearch" */
/** @import { Entry, FoundEntry } from "./search-entry.js" */

const MOST = 100
const REMEMBERED = 16
const CHUNK = 200
const NEAR = 3
/** The fewest letters of a query that may have several typos. */
const LONG = 7
/** The share of what the terms tell that an entry has to contain, for a few terms, for many, and beside answers. */
const LEAST = { few: 0.5, many: 0.3, strictly: 0.7 }
const FEW = 3
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
  /** @type {Map<string, FoundEntry[]>} What the last queries found by name, because one keystroke asks several times. */
  #byName = new Map()
  #words = new MiniSearch({
    idField: "number", fields: Object.keys(BOOST), storeFields: [],
    tokenize: (text) => words(text), processTerm: meant,
  })

  /**
   * Add entries. They can be found by name at once, and by words when the promise resolves.
   * @param {Entry[]} more
   */
  add(more) {
    this.entries.push(...more)
    this.#byName.clear()
    return this.#words.addAllAsync(more, { chunkSize: CHUNK })
  }

  /**
   * Return entries with a name or initials that match the query, or a name or part of it that starts with the query.
   * @param {string} query
   * @returns {FoundEntry[]}
   */
  byName(query) {
    const known = this.#byName.get(query)
    if (known) return known
    if (this.#byName.size >= REMEMBERED) this.#byName.clear()
    const found = this.#named(query)
    this.#byName.set(query, found)
    return found
  }

  /**
   * @param {string} query
   * @returns {FoundEntry[]}
   */
  #named(query) {
    const [wanted, stems] = [key(query), stemmed(query)]
    const found = []
    for (const entry of wanted ? this.entries : []) {
      const sure = sureness(entry, wanted, stems)
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
    const found = this.#search(terms, { fields: NAMES, boost: BOOST, prefix, fuzzy: slips, combineWith: "AND" })
    const entries = found.length ? found.slice(0, MOST).map(({ id }) => this.entries[id]) : this.#ofLength(wanted.length)
    return entries
      .map((entry) => ({ ...entry, sure: SURE.slip, slips: slipsOf(entry, wanted) }))
      .filter(({ slips }) => slips <= mostSlips(wanted))
      .sort((one, other) => one.slips - other.slips || inDoubt(one, other))
  }

  /**
   * Return the entries with a name of a similar length, among which a name with several typos may be.
   * @param {number} length
   */
  #ofLength(length) {
    if (length < LONG) return []
    return this.entries.filter(({ keys }) => keys.some((name) => Math.abs(name.length - length) < 2))
  }

  /**
   * Return entries whose text contains the terms, the best matches first. An entry has to contain the terms that tell
   * most: those that few entries contain. A term that no entry contains tells as much as the rarest.
   * @param {string[]} terms stems
   * @param {boolean} strictly whether to leave out entries without a few of the words
   * @returns {FoundEntry[]}
   */
  byText(terms, strictly = false) {
    const last = terms.at(-1)
    const prefix = (/** @type {string} */ term) => term === last && term.length > 3
    const results = this.#search(terms, { boost: TEXT_BOOST, bm25: BM25, prefix, combineWith: "OR" })
    const telling = this.#weights(terms, results.map(({ queryTerms }) => queryTerms))
    const all = sum(terms, telling)
    const least = strictly ? LEAST.strictly : terms.length > FEW ? LEAST.many : LEAST.few
    return results
      .map(({ id, score, queryTerms }) => ({ id, score, share: sum(queryTerms, telling) / all }))
      .filter(({ share }) => share >= least)
      .map(({ id, score, share }) => ({ ...this.entries[id], sure: SURE.text, score: score * share * this.entries[id].solves }))
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST)
  }

  /**
   * Return entries for which the query is one of the searches that the entry names, those with the best text first.
   * @param {string} query
   * @param {string[]} terms stems
   */
  bySearch(query, terms) {
    const asked = stemmed(query)
    return this.byText(terms).filter(({ searches }) => searches.includes(asked))
  }

  /**
   * Return how much each term tells: the logarithm of the share of entries without it.
   * @param {string[]} terms
   * @param {string[][]} found the terms of each result
   */
  #weights(terms, found) {
    const all = this.entries.length + 1
    const counts = new Map(terms.map((term) => [term, 0]))
    for (const each of found) for (const term of each) counts.set(term, (counts.get(term) ?? 0) + 1)
    return new Map([...counts].map(([term, count]) => [term, Math.log(all / (count + 1))]))
  }

  /**
   * Return the entries with the most similar names for a query without results.
   * @param {string} query
   */
  near(query) {
    return this.#words.search(query, NEARLY).slice(0, NEAR).map(({ id }) => this.entries[id])
  }

  /**
   * @param {string[]} terms stems
   * @param {SearchOptions} options
   */
  #search(terms, options) {
    if (!terms.length) return []
    return this.#words.search(terms.join(" "), { ...options, processTerm: (term) => term })
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
 * Return the distance between a query and the nearest name, or the nearest beginning of a name.
 * @param {Entry} entry
 * @param {string} wanted
 */
function slipsOf({ keys }, wanted) {
  return Math.min(...keys.map((name) => Math.min(distance(wanted, name), 0.5 + distance(wanted, name.slice(0, wanted.length)))))
}

/**
 * Return the most letters that may be wrong in a name: more would be another name.
 * @param {string} wanted
 */
function mostSlips(wanted) {
  return Math.max(1.5, wanted.length / 3.5)
}

/**
 * @param {string[]} terms
 * @param {Map<string, number>} telling
 */
function sum(terms, telling) {
  return terms.reduce((total, term) => total + (telling.get(term) ?? 0), 0)
}
