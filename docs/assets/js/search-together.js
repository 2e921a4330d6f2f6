// Queries that name several technologies, patterns or families: they lead to the finder with all of them chosen.
import { filled } from "./records.js"

/** @import { Hit, Entry } from "./search-entry.js" */
/** @import { Thing } from "./search-names.js" */

const MOST = 4

/**
 * Return the result that leads to the finder with these things chosen; null if one of them cannot be chosen.
 * @param {Thing[]} things
 * @param {ExploreWords} words
 * @returns {Hit | null}
 */
export function finderFor(things, { kinds, label, name, line, address }) {
  const chosen = things.map(({ entries }) => choiceOf(entries, kinds))
  if (!chosen.length || chosen.length > MOST || chosen.some((entry) => !entry)) return null
  const entries = /** @type {Entry[]} */ (chosen)
  const counts = new Map(entries.map(({ kind }) => [kind, entries.filter((entry) => entry.kind === kind).length]))
  const query = new URLSearchParams(entries.map(({ kind, id }) => [kind, id]))
  for (const [kind, count] of counts) if (count > 1) query.append(`${kind}-mode`, "all")
  const choices = entries.map((entry) => entry.name).join(" and ")
  return { label, name: filled(name, { choices }), line, path: `${address}?${query}` }
}

/**
 * Return the entry to choose: the first of the kinds that can be chosen.
 * @param {Entry[]} entries
 * @param {string[]} kinds
 */
function choiceOf(entries, kinds) {
  return kinds.map((kind) => entries.find((entry) => entry.kind === kind)).find(Boolean)
}
