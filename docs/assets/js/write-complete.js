// What can stand where somebody types: keys, words, ids of entries, terms, and ids in the same file.
import { placeAt } from "./write-place.js"

/** @typedef {{ about: string, takes: string, required: boolean, many: boolean, words: string[], from: string, fields: Fields }} Field */
/** @typedef {Record<string, Field>} Fields the fields of a shape, by key */
/** @typedef {Record<string, [id: string, name: string][]>} Lists */
/** @typedef {{ label: string, detail?: string, info?: string, apply?: string, type?: string, boost?: number }} Option */

const SECTIONS = { source: "sources", figure: "figures", lesson: "lessons", decision: "decisions", component: "components", group: "groups" }
/** Parts of the architecture; the other sections are at the top of the file. */
const NESTED = ["components", "groups"]
const LINK = /\[\[([\w:-]*)$/

/**
 * Return the options at the end of `before`, and how much of an option is typed; null if there are none.
 * @param {string} before the text up to the cursor
 * @param {string} text the whole text
 * @param {Fields} fields
 * @param {Lists} lists
 * @returns {{ typed: string, options: Option[] } | null}
 */
export function complete(before, text, fields, lists) {
  const link = LINK.exec(before)
  if (link) return { typed: link[1], options: lists.any.map(([id, name]) => ({ label: id, detail: name, apply: `${id}]]` })) }
  const place = placeAt(before)
  if (!place) return null
  const inner = fieldsAt(fields, place.path)
  const field = place.key === null ? owner(fields, place.path) : inner[place.key]
  const options = place.key === null && Object.keys(inner).length ? keys(inner, place.used) : field ? values(field, text, lists) : []
  return options.length ? { typed: place.typed, options } : null
}

/**
 * @param {Fields} fields
 * @param {string[]} path
 */
function fieldsAt(fields, path) {
  return path.reduce((/** @type {Fields} */ inner, key) => inner[key]?.fields ?? {}, fields)
}

/**
 * @param {Fields} fields
 * @param {string[]} path
 */
function owner(fields, path) {
  return path.length ? fieldsAt(fields, path.slice(0, -1))[path[path.length - 1]] : undefined
}

/**
 * @param {Fields} fields
 * @param {string[]} used
 */
function keys(fields, used) {
  return Object.entries(fields).filter(([key]) => !used.includes(key)).map(([key, field]) => ({
    label: key, type: "property", apply: `${key}:${Object.keys(field.fields).length ? "" : " "}`,
    detail: field.takes || undefined, info: field.about || undefined, boost: field.required ? 1 : 0,
  }))
}

/**
 * @param {Field} field
 * @param {string} text
 * @param {Lists} lists
 * @returns {Option[]}
 */
function values({ words, from, about }, text, lists) {
  if (words.length) return words.map((word) => ({ label: word, type: "enum", info: about }))
  if (from.startsWith("local:")) return local(from.slice(6), text).map((id) => ({ label: id, type: "variable" }))
  return (lists[from] ?? []).map(([id, name]) => ({ label: id, detail: name === id ? undefined : name, type: "constant" }))
}

/**
 * Return the ids of things in the same file; a claim has its kind before its id.
 * @param {string} what
 * @param {string} text
 * @returns {string[]}
 */
export function local(what, text) {
  if (what === "claim") return ["figure", "decision", "lesson", "component"].flatMap((kind) => local(kind, text).map((id) => `${kind}:${id}`))
  const section = SECTIONS[/** @type {keyof typeof SECTIONS} */ (what)]
  /** @type {string[]} */
  const ids = []
  let inside = -1
  let items = -1
  for (const line of text.split("\n")) {
    if (!line.trim() || line.trim().startsWith("#")) continue
    const indent = line.length - line.trimStart().length
    const begins = line.trimStart().startsWith(`${section}:`) && indent > 0 === NESTED.includes(section)
    if (begins || (indent <= inside && !line.trimStart().startsWith("-"))) [inside, items] = [begins ? indent : -1, -1]
    if (inside < 0 || begins) continue
    if (items < 0) items = indent
    const id = indent === items && /^\s*-\s+\{?\s*id:\s*([\w-]+)/.exec(line)
    if (id) ids.push(id[1])
  }
  return ids
}
