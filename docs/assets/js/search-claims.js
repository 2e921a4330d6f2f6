// Finds the decisions and stances that answer a question about systems, technologies and patterns.
import MiniSearch from "./vendor/minisearch.js"
import { filled, rows } from "./records.js"
import { meant } from "./search-meaning.js"
import { words } from "./search-words.js"

/** @import { Hit } from "./search-entry.js" */
/** @import { Question } from "./search-question.js" */

/**
 * @typedef {object} Asked What a question is about.
 * @property {Question} question
 * @property {ReadonlySet<string>} cases the ids of the systems that it names
 * @property {ReadonlySet<string>[]} about for each technology or pattern that it names, the entries it may mean: `technology:redis`
 * @property {string[]} terms its other telling words
 *
 * @typedef {SearchClaim & { type: ClaimKind }} Claim
 */

const SHOWN = 3
const BOOST = { text: 2, name: 2, more: 1 }
/** How much a matching stance counts, and a decision where reasons are asked for, against a shared thing. */
const WEIGHT = { thing: 3, stance: 2, use: 0.5, decision: 1, text: 2 }

/** Finds claims. */
export class ClaimSearch {
  #address
  #names
  /** @type {Claim[]} */
  #claims
  #words = new MiniSearch({
    fields: Object.keys(BOOST), storeFields: [], tokenize: (text) => words(text), processTerm: meant,
  })

  /**
   * @param {ClaimsData} data
   * @param {ReadonlyMap<string, string>} names of the case studies by id
   */
  constructor(data, names) {
    const kinds = rows(data.kinds)
    this.#address = data.address
    this.#names = names
    this.#claims = rows(data.claims).map((claim) => ({ ...claim, type: kinds[claim.kind] }))
    this.#words.addAll(this.#claims.map(({ id: name, text, more }, id) => ({ id, name, text, more })))
  }

  /**
   * Return the claims that answer a question, the best first.
   * @param {Asked} asked
   */
  find(asked) {
    const texts = this.#byText(asked)
    const best = Math.max(1e-9, ...[...texts.values()].map(({ score }) => score))
    return this.#claims
      .map((claim, number) => ({ claim, number, score: this.#score(claim, asked, texts.get(number), best) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || one.number - other.number)
      .slice(0, SHOWN)
      .map(({ claim }) => this.#hit(claim))
  }

  /**
   * @param {Asked} asked
   * @returns {Map<number, { score: number, share: number }>}
   */
  #byText({ terms }) {
    if (!terms.length) return new Map()
    const found = this.#words.search(terms.join(" "), { boost: BOOST, combineWith: "OR" })
    return new Map(found.map(({ id, score, queryTerms }) => [id, { score, share: queryTerms.length / terms.length }]))
  }

  /**
   * @param {Claim} claim
   * @param {Asked} asked
   * @param {{ score: number, share: number } | undefined} text
   * @param {number} best the highest score of a text
   */
  #score({ case: study, about, type }, { question, cases, about: things }, text, best) {
    if (cases.size && !cases.has(study)) return 0
    const shared = things.filter((thing) => about.some((entry) => thing.has(entry))).length
    const stance = question.stances.includes(type.stance) && (things.length > 0 || cases.size > 0 || type.stance === "built")
    const told = text ? (WEIGHT.text * text.score) / best : 0
    if (things.length && !shared) return 0
    if (things.length && !cases.size && question.stances.length && !stance) return 0
    if (!things.length && (!text || (!cases.size && text.share < 0.6))) return 0
    const decision = type.kind === "decision" && (question.reasons || !things.length)
    return WEIGHT.thing * shared + (stance ? (WEIGHT[type.stance === "uses" ? "use" : "stance"]) : 0) + (decision ? WEIGHT.decision : 0) + told
  }

  /**
   * @param {Claim} claim
   * @returns {Hit}
   */
  #hit({ case: study, id, text, type }) {
    const path = filled(this.#address, { case: study, kind: type.kind, id })
    return { label: type.label, name: text, line: this.#names.get(study) ?? study, path }
  }
}
