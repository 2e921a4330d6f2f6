// Finds the entries and the answers for a query. This module does not use the page.
import { rows } from "./records.js"
import { Comparisons } from "./search-compare.js"
import { makeEntry, SURE } from "./search-entry.js"
import { EntryIndex } from "./search-index.js"
import { meant } from "./search-meaning.js"
import { tells, words } from "./search-words.js"

/** @import { Answers } from "./search-answers.js" */
/** @import { Asked } from "./search-asked.js" */
/** @import { Entry, Hit, RankedKind } from "./search-entry.js" */

const SHOWN = 8

/** Finds entries and answers. The promise `ready` resolves when the first entries can be found by words. */
export class EntrySearch {
  #index = new EntryIndex()
  #data
  #common
  #comparisons
  /** @type {Answers | null} */
  #answers = null
  /** @type {CasesData | null} */
  #cases = null
  /** @type {Map<string, RankedKind>} */
  #kinds
  /** @type {Map<string, string>} The names of the case studies by id, as far as they are loaded. */
  names = new Map()

  /** @param {EntriesData} data */
  constructor(data) {
    this.#data = data
    this.#common = new Set(words(data.common))
    this.#kinds = new Map(rows(data.kinds).map((kind, rank) => [kind.name, { ...kind, rank }]))
    this.#comparisons = new Comparisons(data, this.#index)
    this.ready = this.add(rows(data.entries))
  }

  /**
   * Add entries. They can be found by name at once, and by words when the promise resolves.
   * @param {SearchEntry[]} more
   */
  add(more) {
    const first = this.#index.entries.length
    const entries = more.map((row, place) => makeEntry(row, this.#kindOf(row), first + place))
    this.#answers?.add(entries)
    return this.#index.add(entries)
  }

  /**
   * Add the case studies, as `add` does.
   * @param {CasesData} data
   */
  addCases(data) {
    const cases = rows(data.entries)
    for (const { id, name } of cases) this.names.set(id, name)
    this.#cases = data
    this.#answers?.addCases(data)
    return this.add(cases)
  }

  /**
   * Answer questions from now on; return what takes the data for that.
   * @param {typeof Answers} Finder the class of the module that is loaded later
   */
  answerWith(Finder) {
    this.#answers = new Finder(this.#index, this.#data, this.#common, this.names)
    if (this.#cases) this.#answers.addCases(this.#cases)
    return this.#answers
  }

  /**
   * Return the best matches for a query, best first: what it is the name of, then answers, then other entries.
   * @param {string} query
   * @returns {Hit[]}
   */
  find(query) {
    const compared = this.#comparisons.find(query)
    const asked = this.#answers?.read(query)
    const answers = asked ? (this.#answers?.find(asked, compared) ?? []) : compared
    return shown([...answers, ...this.#ranked(query, asked, answers.length > compared.length)])
  }

  /**
   * Return the words of a query that are not common, or all if all are common.
   * @param {string} query
   */
  telling(query) {
    const all = words(query)
    const telling = all.filter((word) => tells(word, this.#common))
    return telling.length ? telling : all
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
   * @param {string} query
   * @param {Asked} [asked] what it asks for
   * @param {boolean} [answered] whether there are answers, so that an entry with a few words of the query only distracts
   */
  #ranked(query, asked, answered = false) {
    const index = this.#index
    const core = asked?.question.asks ? asked.question.core : ""
    const terms = [...new Set(this.telling(core || query).map(meant))]
    const byName = index.byName(query)
    const groups = [
      () => byName.filter(({ sure }) => sure < SURE.asked),
      () => (byName.some(({ sure }) => sure === SURE.asked) ? index.bySearch(query, terms) : []),
      () => byName,
      () => asked?.named ?? [],
      () => index.byName(core).filter(({ sure }) => sure < SURE.part),
      () => index.bySlip(query, terms),
      () => (answered && !asked?.told.length ? [] : index.byText(terms, answered)),
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
