// Search entries with their search keys, and how well a query matches their names.
import { filled } from "./records.js"
import { initials, key, partsOf } from "./search-words.js"

/**
 * @typedef {SearchKind & { rank: number }} RankedKind
 * @typedef {ReturnType<typeof makeEntry>} Entry
 * @typedef {Entry & { sure: number }} FoundEntry
 * @typedef {{ label: string, name: string, line: string, path: string, number?: number, excerpt?: string }} Hit
 */

/** Match levels, from the exact name (best) to a word in the description. */
export const SURE = { name: 0, initials: 1, start: 2, part: 3, slip: 4, text: 5 }

/**
 * Return an entry with its index, its address and its search keys.
 * @param {SearchEntry} row
 * @param {RankedKind} kind
 * @param {number} number
 */
export function makeEntry(row, { label, address, rank, solves }, number) {
  const names = [row.name, ...row.also, row.id]
  return {
    ...row, number, label, rank, solves,
    path: filled(address, { id: row.id }),
    keys: names.map(key),
    initials: names.map(initials).filter((letters) => letters.length > 1),
    joined: names.map(key).join(" "),
    parts: [...new Set(names.flatMap(partsOf))],
  }
}

/**
 * Return the level at which `wanted`, a normalised query, matches a name of the entry; null if it does not.
 * @param {Pick<Entry, "keys" | "initials" | "parts">} entry
 * @param {string} wanted
 */
export function sureness({ keys, initials, parts }, wanted) {
  if (keys.includes(wanted)) return SURE.name
  if (initials.includes(wanted)) return SURE.initials
  if (wanted.length < 2) return null
  if (keys.some((name) => name.startsWith(wanted))) return SURE.start
  return parts.some((part) => part.startsWith(wanted)) ? SURE.part : null
}
