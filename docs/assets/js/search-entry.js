// Search entries with their search keys, and how well a query matches their names.
import { filled } from "./records.js"
import { initials, key, partsOf, stemmed } from "./search-words.js"

/**
 * @typedef {SearchKind & { rank: number }} RankedKind
 * @typedef {ReturnType<typeof makeEntry>} Entry
 * @typedef {Entry & { sure: number }} FoundEntry
 * @typedef {{ label: string, name: string, line: string, path: string, number?: number, excerpt?: string[] }} Hit
 */

/** Match levels, from the exact name (best) to a word in the description; `asked` is an exact `searched_as`. */
export const SURE = { name: 0, initials: 1, asked: 2, start: 3, other: 4, part: 5, slip: 6, text: 7 }

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
    stems: names.map(stemmed),
    searches: row.asked.map(stemmed),
    initials: names.map(initials).filter((letters) => letters.length > 2),
    joined: names.map(key).join(" "),
    parts: [...new Set(names.flatMap(partsOf))],
  }
}

/**
 * Return the level at which `wanted`, a normalised query, matches a name of the entry; null if it does not.
 * @param {Pick<Entry, "keys" | "stems" | "searches" | "initials" | "parts">} entry
 * @param {string} wanted
 * @param {string} stem the query, each of its words without its ending
 */
export function sureness({ keys, stems, searches, initials, parts }, wanted, stem) {
  if (keys.includes(wanted) || stems.includes(stem)) return SURE.name
  if (initials.includes(wanted)) return SURE.initials
  if (searches.includes(stem)) return SURE.asked
  if (wanted.length < 2) return null
  if (keys[0].startsWith(wanted) || keys.at(-1)?.startsWith(wanted)) return SURE.start
  if (keys.some((name) => name.startsWith(wanted))) return SURE.other
  return parts.some((part) => part.startsWith(wanted)) ? SURE.part : null
}
