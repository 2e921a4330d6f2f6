// Which cards match the chosen facets: the logic, without the page.

/** Read the chosen values by facet from the query of an address; facets and values that are not known are left out. */
export function chosenFrom(query, known) {
  const parameters = new URLSearchParams(query)
  return Object.fromEntries(
    Object.entries(known).map(([facet, values]) => [facet, parameters.getAll(facet).filter((value) => values.includes(value))]),
  )
}

/** Write the chosen values as the query of an address; nothing chosen is no query. */
export function queryOf(chosen) {
  const parameters = new URLSearchParams()
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) parameters.append(facet, value)
  return parameters.size ? `?${parameters}` : ""
}

/** Tell whether a card has one of the chosen values of each facet in which something is chosen. */
export function matches(card, chosen) {
  return Object.entries(chosen).every(([facet, values]) => values.length === 0 || values.includes(card[facet]))
}
