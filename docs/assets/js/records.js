// Reads the records in data files: lists are stored as named columns, and addresses are templates.

/**
 * Convert named columns to a list of records.
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
 * Fill the placeholders of a template: `/technologies/{id}/` becomes `/technologies/redis/`.
 * @param {string} text
 * @param {Record<string, string>} values
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)
}
