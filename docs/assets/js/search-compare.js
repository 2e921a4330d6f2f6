// Queries that name two technologies: they find the comparison, or both entries if there is none.
import { filled, rows } from "./records.js"
import { SURE } from "./search-entry.js"
import { meant } from "./search-meaning.js"
import { words } from "./search-words.js"

/** @import { FoundEntry, Hit } from "./search-entry.js" */
/** @import { EntryIndex } from "./search-index.js" */

const APART = "vs\\.?|versus|against|compared to|compared with"
const CONNECTOR = new RegExp(`^(.+?)\\s+(${APART}|or|and)\\s+(.+)$|^(.+?)\\s*([,/|])\\s*(.+)$`, "i")
/** What may surround the two names. */
const AROUND = /^((what'?s|what is)?\s*(the\s+)?(differences?|comparison) (between|of)|compare)\s+|\s+(comparison|differences?)$|[?!]+$/gi
/** A query that names one technology and asks for those to compare it with. */
const OPEN = new RegExp(
  `^(.+?)\\s+(?:${APART}|alternatives?)$` +
    "|^(?:alternatives?\\s+(?:to|of|for)|(?:what to use |what can i use )?instead of|replacements? (?:for|of)|similar to)\\s+(.+)$", "i",
)
/** The kinds of entries of which two can be put side by side although no page compares them. */
const OTHERS = ["pattern", "family"]

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
    const text = query.trim().replace(AROUND, "").trim()
    const open = text.match(OPEN)
    if (open) return this.#all(open[1] ?? open[2])
    const match = text.match(CONNECTOR)
    if (match) return this.#connected(match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6])
    return this.#index.byName(query).some(({ sure }) => sure === SURE.name) ? [] : this.#sideBySide(query)
  }

  /**
   * Return the comparison of two names; if there is none, both entries, unless the words between ask for both together.
   * @param {string} left
   * @param {string} between
   * @param {string} right
   */
  #connected(left, between, right) {
    const found = this.#both(left, right, (name) => this.#nearly(name))
    return found.length === 1 || between.toLowerCase() !== "and" ? found : []
  }

  /**
   * Return every comparison of a technology, with the most used alternatives first.
   * @param {string} name
   */
  #all(name) {
    const one = this.#nearly(name).find(({ kind }) => kind === this.#words.kind)
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
   * @param {(name: string) => FoundEntry[]} meant
   * @returns {Hit[]}
   */
  #both(left, right, meant) {
    const [ones, others] = [meant(left), meant(right)]
    const pairs = ones.flatMap((one) => others.map((other) => ({ one, other })))
    const compared = pairs.find(({ one, other }) => this.#pages.has(`${one.number} ${other.number}`))
    if (compared) return [this.#page(compared.one, compared.other)]
    const [pair] = pairs.filter(({ one, other }) => one.number !== other.number)
    return pair ? [pair.one, pair.other] : []
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
    return this.#index.byName(name).filter(({ kind, sure }) => kind === this.#words.kind && sure <= SURE.initials)
  }

  /**
   * Return the entries that a name may mean: those called exactly so, or else the one that comes nearest.
   * @param {string} name
   */
  #nearly(name) {
    const suits = (/** @type {{ kind: string }} */ { kind }) => kind === this.#words.kind || OTHERS.includes(kind)
    const found = this.#index.byName(name).filter(suits)
    const exact = found.filter(({ sure }) => sure === SURE.name)
    if (exact.length) return exact
    const slips = found.length ? found : this.#index.bySlip(name, words(name).map(meant)).filter(suits)
    return slips.slice(0, 1)
  }
}
