// Records as the data files hold them: lists as named columns, addresses with places to fill.

/**
 * Return the records of a list that travelled as named columns.
 * @template {object} Row
 * @param {Columns<Row>} columns
 * @returns {Row[]}
 */
export function rows(columns) {
  const entries = Object.entries(/** @type {Record<string, unknown[]>} */ (columns))
  const [, first] = entries[0]
  return first.map((_, at) => /** @type {Row} */ (Object.fromEntries(entries.map(([name, values]) => [name, values[at]]))))
}

/**
 * Return a text with its places filled: `/technologies/{id}/` is `/technologies/redis/`.
 * @param {string} text
 * @param {Record<string, string>} values
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)
}
