// Answers what a query asks for with figures, claims, the finder and the pages between the case studies. The search box
// loads this module and those that only it needs after the first entries.
import { asksForClaims, entriesOf, Reader, SYSTEM } from "./search-asked.js"
import { ClaimSearch } from "./search-claims.js"
import { FigureSearch } from "./search-figures.js"
import { finderFor } from "./search-together.js"

/** @import { Asked } from "./search-asked.js" */
/** @import { Entry, Hit } from "./search-entry.js" */
/** @import { EntryIndex } from "./search-index.js" */
/** @import { Thing } from "./search-names.js" */

/** Finds answers, as far as the data for them is loaded. */
export class Answers {
  #index
  #data
  #common
  #reader
  #names
  /** @type {Map<string, string[]>} The ids of the case studies by organisation. */
  #owned = new Map()
  /** @type {FigureSearch | null} */
  #figures = null
  /** @type {ClaimSearch | null} */
  #claims = null

  /**
   * @param {EntryIndex} index
   * @param {EntriesData} data
   * @param {ReadonlySet<string>} common stop words
   * @param {ReadonlyMap<string, string>} names of the case studies by id
   */
  constructor(index, data, common, names) {
    this.#index = index
    this.#data = data
    this.#common = common
    this.#names = names
    this.#reader = new Reader(index, data.explore.kinds, common)
    this.#reader.add(index.entries)
  }

  /** @param {Entry[]} entries that were added to the index */
  add(entries) {
    this.#reader.add(entries)
  }

  /** @param {CasesData} data */
  addCases({ entries, organisations }) {
    entries.id.forEach((id, at) => {
      const owned = this.#owned.get(organisations[at])
      if (owned) owned.push(id)
      else this.#owned.set(organisations[at], [id])
    })
  }

  /** @param {FiguresData} data */
  addFigures(data) {
    this.#figures = new FigureSearch(data, this.#names, this.#common)
  }

  /** @param {ClaimsData} data */
  addClaims(data) {
    this.#claims = new ClaimSearch(data, this.#names)
  }

  /**
   * Read what a query asks for.
   * @param {string} query
   */
  read(query) {
    return this.#reader.read(query)
  }

  /**
   * Return which further data files would help with a query.
   * @param {string} query
   */
  helpful(query) {
    const asked = this.read(query)
    return { figures: asked.amount && !asked.year, claims: asksForClaims(asked) }
  }

  /**
   * Return the answers, best first.
   * @param {Asked} asked
   * @param {Hit[]} compared the comparison of the things that it names, if there is one
   * @returns {Hit[]}
   */
  find(asked, compared) {
    if (asked.exact) return []
    if (asked.begun) return compared
    return [...this.#pairs(asked, compared), ...this.#pages(asked), ...this.#amounts(asked), ...this.#claimed(asked)]
  }

  /**
   * Return the comparison of several things, or the finder with all of them.
   * @param {Asked} asked
   * @param {Hit[]} compared
   */
  #pairs({ things, systems, told, several, apart }, compared) {
    const finder = things.length > 1 && !systems.length && !told.length && finderFor(things, this.#data.explore)
    if (!finder) return compared
    if (apart) return [...compared, ...entriesOf(things)]
    return several ? [finder, ...compared] : [...compared, finder]
  }

  /**
   * Return the page that answers a general question.
   * @param {Asked} asked
   */
  #pages({ question, things, systems, year }) {
    if (year) return this.#page(this.#data.timeline)
    const general = question.general && question.leaves && !things.length && !systems.length
    return general ? this.#page(this.#data.left) : []
  }

  /** @param {string} path */
  #page(path) {
    return this.#index.entries.filter((entry) => entry.path === path)
  }

  /** @param {Asked} asked */
  #amounts({ query, systems, year, amount }) {
    if (!this.#figures || year || !amount) return []
    return this.#figures.find(query, systems.flatMap((system) => system.words), this.#casesOf(systems))
  }

  /**
   * Return what answers a question: claims, and the entries that it names.
   * @param {Asked} asked
   */
  #claimed(asked) {
    if (!asksForClaims(asked)) return []
    const { question, things, systems, told } = asked
    const about = things.map(({ entries }) => new Set(entries.map(({ kind, id }) => `${kind}:${id}`)))
    const claims = this.#claims?.find({ question, cases: this.#casesOf(systems), about, terms: told }) ?? []
    const named = [...entriesOf(things), ...entriesOf(systems).sort((one, other) => one.rank - other.rank)]
    if (question.leaves) return [...claims, ...named, ...this.#page(this.#data.left)]
    if (systems.length || !things.length) return [...claims, ...named]
    const finder = question.general ? finderFor(things, this.#data.explore) : null
    return [...named, ...(finder ? [finder] : []), ...claims]
  }

  /**
   * @param {Thing[]} systems
   * @returns {Set<string>}
   */
  #casesOf(systems) {
    const casesOf = (/** @type {Entry} */ { kind, id }) => (kind === SYSTEM ? [id] : (this.#owned.get(id) ?? []))
    return new Set(entriesOf(systems).flatMap(casesOf))
  }
}
