// Matching of cards against the chosen facets. This module does not use the page.

/** @typedef {Record<string, string[]>} Chosen Values by facet. */

/**
 * Read the chosen values by facet from the query of an address; ignore unknown facets and values.
 * @param {string} query
 * @param {Chosen} known
 * @returns {Chosen}
 */
export function chosenFrom(query, known) {
  const parameters = new URLSearchParams(query)
  const read = Object.entries(known).map(([facet, values]) => [
    facet, parameters.getAll(facet).filter((value) => values.includes(value)),
  ])
  return Object.fromEntries(read)
}

/**
 * Write the chosen values as the query of an address; empty if nothing is chosen.
 * @param {Chosen} chosen
 */
export function queryOf(chosen) {
  const parameters = new URLSearchParams()
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) parameters.append(facet, value)
  return parameters.size ? `?${parameters}` : ""
}

/**
 * Return whether a card has a chosen value of every facet with a choice.
 * @param {Record<string, string | undefined>} card
 * @param {Chosen} chosen
 */
export function matches(card, chosen) {
  return Object.entries(chosen).every(([facet, values]) => values.length === 0 || values.includes(card[facet] ?? ""))
}

/**
 * Return the values by facet, including facets without values.
 * @param {{ name: string, value: string }[]} boxes
 * @param {string[]} facets
 * @returns {Chosen}
 */
export function byFacet(boxes, facets) {
  return Object.fromEntries(
    facets.map((facet) => [facet, boxes.filter(({ name }) => name === facet).map(({ value }) => value)]),
  )
}
