// Which cards match the chosen facets: the logic, without the page.

/** @typedef {Record<string, string[]>} Chosen Values by facet. */

/**
 * Read the chosen values by facet from the query of an address; facets and values that are not known are left out.
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
 * Write the chosen values as the query of an address; nothing chosen is no query.
 * @param {Chosen} chosen
 */
export function queryOf(chosen) {
  const parameters = new URLSearchParams()
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) parameters.append(facet, value)
  return parameters.size ? `?${parameters}` : ""
}

/**
 * Tell whether a card has one of the chosen values of each facet in which something is chosen.
 * @param {Record<string, string | undefined>} card
 * @param {Chosen} chosen
 */
export function matches(card, chosen) {
  return Object.entries(chosen).every(([facet, values]) => values.length === 0 || values.includes(card[facet] ?? ""))
}

/**
 * Return values by facet; facets of which there is none are there, too, if they are named.
 * @param {{ name: string, value: string }[]} boxes
 * @param {string[]} facets
 * @returns {Chosen}
 */
export function byFacet(boxes, facets) {
  return Object.fromEntries(
    facets.map((facet) => [facet, boxes.filter(({ name }) => name === facet).map(({ value }) => value)]),
  )
}
