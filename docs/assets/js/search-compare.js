// Queries that name two technologies: they find the comparison, or both entries if there is none.
import { filled, rows } from "./records.js"
import { SURE } from "./search-entry.js"
import { stem, words } from "./search-words.js"

/** @import { Hit } from "./search-entry.js" */
/** @import { EntryIndex } from "./search-index.js" */

const CONNECTOR = /^(.+?)\s+(?:vs\.?|versus|or|and|against|compared to|compared with)\s+(.+)$|^(.+?)\s*[,/|]\s*(.+)$/i
/** A query that names one technology and asks for those to compare it with. */
const OPEN = /^(.+?)\s+(?:vs\.?|versus|compared to|compared with)$|^alternatives?\s+(?:to|of|for)\s+(.+)$/i

/** Finds the comparison for a query. */
export class Comparisons {
  #index
  #words
  #pages

  /**
   * @param {EntriesData} data
   * @param {EntryIndex} index
   */
  constructor(data, index) {
    this.#index = index
    this.#words = data.comparison
    const pairs = rows(data.comparisons)
    this.#pages = new Map(
      pairs.flatMap(({ one, other, address }) => [[`${one} ${other}`, address], [`${other} ${one}`, address]]),
    )
  }

  /**
   * Return what to show first: a comparison, two entries that have none, or nothing.
   * @param {string} query
   * @returns {Hit[]}
   */
  find(query) {
    const open = query.trim().match(OPEN)
    if (open) return this.#all(open[1] ?? open[2])
    const match = query.trim().match(CONNECTOR)
    if (match) return this.#both(match[1] ?? match[3], match[2] ?? match[4], (name) => this.#nearly(name))
    return this.#index.byName(query).some(({ sure }) => sure === SURE.name) ? [] : this.#sideBySide(query)
  }

  /**
   * Return every comparison of a technology, with the most used alternatives first.
   * @param {string} name
   */
  #all(name) {
    const one = this.#nearly(name)
    if (!one) return []
    const others = this.#index.entries.filter(({ number }) => this.#pages.has(`${one.number} ${number}`))
    return others.sort((a, b) => b.weight - a.weight).map((other) => this.#page(one, other))
  }

  /**
   * Return the comparison for two names without a connector between them.
   * @param {string} query
   */
  #sideBySide(query) {
    const terms = query.trim().split(/\s+/)
    for (let end = 1; end < terms.length; end += 1) {
      const found = this.#both(terms.slice(0, end).join(" "), terms.slice(end).join(" "), (name) => this.#exactly(name))
      if (found.length === 1) return found
    }
    return []
  }

  /**
   * @param {string} left
   * @param {string} right
   * @param {(name: string) => (Hit & { number: number }) | undefined} meant
   * @returns {Hit[]}
   */
  #both(left, right, meant) {
    const [one, other] = [meant(left), meant(right)]
    if (!one || !other || one.number === other.number) return []
    return this.#pages.has(`${one.number} ${other.number}`) ? [this.#page(one, other)] : [one, other]
  }

  /**
   * @param {{ number: number, name: string }} one
   * @param {{ number: number, name: string }} other
   * @returns {Hit}
   */
  #page(one, other) {
    const { label, name, line } = this.#words
    const path = this.#pages.get(`${one.number} ${other.number}`) ?? ""
    return { label, name: filled(name, { one: one.name, other: other.name }), line, path }
  }

  /** @param {string} name */
  #exactly(name) {
    return this.#index.byName(name).find(({ kind, sure }) => kind === this.#words.kind && sure <= SURE.initials)
  }

  /** @param {string} name */
  #nearly(name) {
    const compared = (/** @type {{ kind: string }} */ { kind }) => kind === this.#words.kind
    return this.#index.byName(name).find(compared) ?? this.#index.bySlip(name, words(name).map(stem)).find(compared)
  }
}
