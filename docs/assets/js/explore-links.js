// Links from the finder to case studies, to what they say, and to organisations.
import { addressOf } from "./address.js"
import { element } from "./element.js"
import { filled } from "./records.js"

/** @import { Use, Value } from "./explore-case.js" */
/** @import { Finder } from "./explore-finder.js" */

/**
 * The address of a case study.
 * @param {Finder} finder
 * @param {number} number
 */
export function caseAddress(finder, number) {
  return addressOf(filled(finder.page, { id: finder.cases[number].id }))
}

/**
 * The address where a case study makes a claim.
 * @param {Finder} finder
 * @param {number} number
 * @param {string} kind
 * @param {string} claim
 */
function claimAddress(finder, number, kind, claim) {
  return addressOf(filled(finder.claim, { id: finder.cases[number].id, kind, claim }))
}

/**
 * The address where a case study says that it has an option; null where the option has no place of its own.
 * @param {Finder} finder
 * @param {number} number
 * @param {Use} use
 */
export function useAddress(finder, number, { facet, claim }) {
  return facet.claims ? claimAddress(finder, number, facet.id, claim) : null
}

/**
 * A link to a figure, in its words.
 * @param {Finder} finder
 * @param {number} number
 * @param {Value} value
 */
export function figureLink(finder, number, { words, figure }) {
  return element("a", { href: claimAddress(finder, number, "figure", figure) }, words)
}

/**
 * A link to an organisation.
 * @param {Finder} finder
 * @param {{ id: string, name: string }} organisation
 */
export function organisationLink(finder, { id, name }) {
  return element("a", { href: addressOf(filled(finder.organisation, { id })) }, name)
}
