// Links from the finder to case studies, their claims, and organisations.
import { addressOf } from "./address.js"
import { element } from "./element.js"
import { filled } from "./records.js"

/** @import { Use, Value } from "./explore-case.js" */
/** @import { Finder } from "./explore-finder.js" */

/**
 * Return the address of a case study.
 * @param {Finder} finder
 * @param {number} number
 */
export function caseAddress(finder, number) {
  return addressOf(filled(finder.page, { id: finder.cases[number].id }))
}

/**
 * Return the address of a claim in a case study.
 * @param {Finder} finder
 * @param {number} number
 * @param {string} kind
 * @param {string} claim
 */
function claimAddress(finder, number, kind, claim) {
  return addressOf(filled(finder.claim, { id: finder.cases[number].id, kind, claim }))
}

/**
 * Return the address of the claim for an option of a case study; null if options of the facet have no claims.
 * @param {Finder} finder
 * @param {number} number
 * @param {Use} use
 */
export function useAddress(finder, number, { facet, claim }) {
  return facet.claims ? claimAddress(finder, number, facet.id, claim) : null
}

/**
 * Return a link to a figure, with its value as text.
 * @param {Finder} finder
 * @param {number} number
 * @param {Value} value
 */
export function figureLink(finder, number, { words, figure }) {
  return element("a", { href: claimAddress(finder, number, "figure", figure) }, words)
}

/**
 * Return a link to an organisation.
 * @param {Finder} finder
 * @param {{ id: string, name: string }} organisation
 */
export function organisationLink(finder, { id, name }) {
  return element("a", { href: addressOf(filled(finder.organisation, { id })) }, name)
}
