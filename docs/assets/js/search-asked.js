// Reads what a query asks for: a question, a number, names of entries, and other words that tell something.
import { mayAskForFigure } from "./search-amounts.js"
import { SURE } from "./search-entry.js"
import { Names } from "./search-names.js"
import { readQuestion } from "./search-question.js"
import { tells, words } from "./search-words.js"

/** @import { Entry } from "./search-entry.js" */
/** @import { EntryIndex } from "./search-index.js" */
/** @import { Thing } from "./search-names.js" */
/** @import { Question } from "./search-question.js" */

/**
 * @typedef {object} Asked What a query asks for.
 * @property {string} query
 * @property {Question} question
 * @property {Thing[]} things the technologies, patterns and families that it names
 * @property {Thing[]} systems the case studies and organisations that it names
 * @property {string[]} told its other words that tell something
 * @property {Entry[]} named the entries that it names, if it asks about them or has no other words
 * @property {boolean} exact whether the query is the name of an entry
 * @property {boolean} begun whether it may become one, because a name begins with it
 * @property {boolean} year whether it names a year
 * @property {boolean} amount whether it may ask for a figure
 * @property {boolean} several whether its words ask for several things together
 * @property {boolean} apart whether its words compare things
 */

/** The kind of a system. */
export const SYSTEM = "case-study"
const SYSTEMS = [SYSTEM, "organisation"]
const SEVERAL = /\+|\b(who|which|systems?|companies|using|uses?|with|together|both)\b/i
const APART = /\b(vs|versus|or|against|compared|difference|alternatives?|instead)\b/i
const YEAR = /^(19|20)\d\d$|\b(before|after|since|until|till|in|from|between|during)\s+(19|20)\d\d\b/i
/** A common word that tells something in a question: `who wrote their own database`. */
const OWN = "own"

/** Reads queries. */
export class Reader {
  #index
  #names
  #common

  /**
   * @param {EntryIndex} index
   * @param {string[]} kinds the kinds of entries that can be chosen in the finder
   * @param {ReadonlySet<string>} common stop words
   */
  constructor(index, kinds, common) {
    this.#index = index
    this.#common = common
    this.#names = new Names([...kinds, ...SYSTEMS], common)
  }

  /** @param {Entry[]} entries whose names to recognise */
  add(entries) {
    this.#names.add(entries)
  }

  /**
   * Read a query.
   * @param {string} query
   * @returns {Asked}
   */
  read(query) {
    const question = readQuestion(query)
    const { things, rest } = this.#names.find(query)
    const told = words(readQuestion(rest.join(" ")).core).filter((word) => word === OWN || tells(word, this.#common))
    const named = this.#index.byName(query)
    return {
      query, question, told, things: things.filter((thing) => !isSystem(thing)), systems: things.filter(isSystem),
      named: question.asks || !told.length ? entriesOf(things) : [],
      exact: named.some(({ sure }) => sure <= SURE.initials),
      begun: !question.asks && named.some(({ sure }) => sure === SURE.start || sure === SURE.other),
      year: YEAR.test(query), amount: mayAskForFigure(query), several: SEVERAL.test(query), apart: APART.test(query),
    }
  }
}

/**
 * Return whether claims can answer what is asked: a question, or a system together with something else.
 * @param {Asked} asked
 */
export function asksForClaims({ question, things, systems, told, exact, begun }) {
  if (exact || begun || question.counts) return false
  if (systems.length) return things.length > 0 || told.length > 0
  if (things.length) return question.asks || question.stances.length > 0
  return question.general && told.length > 1
}

/**
 * Return the entries that things may mean.
 * @param {Thing[]} things
 */
export function entriesOf(things) {
  return things.flatMap(({ entries }) => entries)
}

/** @param {Thing} thing */
function isSystem({ entries }) {
  return entries.some(({ kind }) => SYSTEMS.includes(kind))
}
