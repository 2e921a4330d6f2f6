// Recognises the names of entries inside a longer query: `why did uber leave postgres` names Uber and PostgreSQL.
import { stem, words } from "./search-words.js"

/** @import { Entry } from "./search-entry.js" */

/**
 * @typedef {{ entries: Entry[], words: string[] }} Thing The entries that some words of a query name.
 * @typedef {{ things: Thing[], rest: string[] }} Named The things that a query names, and its other words.
 */

const LONGEST = 5

/** The names of entries, for lookup. */
export class Names {
  /** @type {Map<string, Entry[]>} */
  #entries = new Map()
  #kinds
  #common

  /**
   * @param {string[]} kinds the kinds of entries to recognise
   * @param {ReadonlySet<string>} common words that are no name inside a longer query, such as Go
   */
  constructor(kinds, common) {
    this.#kinds = new Set(kinds)
    this.#common = common
  }

  /** @param {Entry[]} more */
  add(more) {
    for (const entry of more) {
      if (!this.#kinds.has(entry.kind)) continue
      for (const name of [entry.name, ...entry.also, entry.id]) this.#addName(words(name), entry)
    }
  }

  /**
   * Return the longest names in a query, from left to right.
   * @param {string} query
   * @returns {Named}
   */
  find(query) {
    const all = words(query)
    /** @type {Named} */
    const found = { things: [], rest: [] }
    for (let at = 0; at < all.length; ) {
      const thing = this.#longestAt(all, at)
      if (thing) found.things.push(thing)
      else found.rest.push(all[at])
      at += thing?.words.length ?? 1
    }
    return found
  }

  /**
   * @param {string[]} name
   * @param {Entry} entry
   */
  #addName(name, entry) {
    for (const key of new Set([name.join(""), name.map(stem).join("")])) {
      const known = this.#entries.get(key) ?? []
      if (!known.includes(entry)) this.#entries.set(key, [...known, entry])
    }
  }

  /**
   * @param {string[]} all
   * @param {number} at
   * @returns {Thing | null}
   */
  #longestAt(all, at) {
    for (let length = Math.min(LONGEST, all.length - at); length > 0; length -= 1) {
      const span = all.slice(at, at + length)
      if (length === 1 && (this.#common.has(span[0]) || /^\d*$/.test(span[0]))) return null
      const entries = this.#entries.get(span.join("")) ?? this.#entries.get(span.map(stem).join(""))
      if (entries) return { entries, words: span }
    }
    return null
  }
}
