// Records as the data files hold them: lists as named columns, addresses with places to fill.

/** Return the records of a list that travelled as named columns. */
export function rows(columns) {
  const names = Object.keys(columns)
  return columns[names[0]].map((_, at) => Object.fromEntries(names.map((name) => [name, columns[name][at]])))
}

/** Return a text with its places filled: `/technologies/{id}/` is `/technologies/redis/`. */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name])
}
