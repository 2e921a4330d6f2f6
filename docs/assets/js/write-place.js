// Where somebody types in a YAML file: the keys that lead there, and whether a key or a value is typed.

/** @typedef {{ path: string[], key: string | null, typed: string, used: string[] }} Place
 *   `path` leads to the mapping; `key` is the key whose value is typed, null for a key; `used` are the keys above it */

const KEY = /^(\s*(?:- +)*)([\w$-]+):(?:\s|$)/
const VALUE = /^(\s*(?:- +)*)([\w$-]+):\s+(?:\[(?:.*,\s*)?)?["']?([^\s"'[\]{}]*)$/
const START = /^(\s*(?:- +)*)([\w:-]*)$/

/**
 * Return the place at the end of `before`, the text up to the cursor; null in a comment or a longer text.
 * @param {string} before
 * @returns {Place | null}
 */
export function placeAt(before) {
  const lines = before.split("\n")
  const line = lines.pop() ?? ""
  const open = line.lastIndexOf("{")
  if (open > line.lastIndexOf("}")) return inBraces(lines, line, open)
  const value = VALUE.exec(line)
  if (value) return { ...above(lines, value[1]), key: value[2], typed: value[3] }
  const start = START.exec(line)
  return start && { ...above(lines, start[1]), key: null, typed: start[2] }
}

/**
 * @param {string[]} lines
 * @param {string} line
 * @param {number} open
 * @returns {Place | null}
 */
function inBraces(lines, line, open) {
  const inner = line.slice(open + 1)
  const parts = inner.split(/,\s*/)
  const last = parts.pop() ?? ""
  const used = parts.flatMap((part) => /^\s*([\w-]+):/.exec(part)?.[1] ?? [])
  const pair = /^\s*(?:([\w-]+):\s+)?["']?([\w:-]*)$/.exec(last)
  const owner = KEY.exec(line.slice(0, open))
  const { path } = above(lines, owner ? owner[1] : (/^\s*(?:- +)*/.exec(line) ?? [""])[0])
  return pair && { path: owner ? [...path, owner[2]] : path, key: pair[1] ?? null, typed: pair[2], used }
}

/**
 * Return the keys that lead to a mapping whose keys begin after `lead`, and its keys above.
 * @param {string[]} lines
 * @param {string} lead
 */
function above(lines, lead) {
  /** @type {string[]} */
  const path = []
  /** @type {string[]} */
  const used = []
  let column = lead.length
  let same = !lead.includes("-")
  for (const line of lines.toReversed()) {
    const found = KEY.exec(line)
    if (!found) continue
    const at = found[1].length
    if (at < column) {
      path.unshift(found[2])
      column = at
      same = false
    } else if (at === column && same && !path.length) {
      used.push(found[2])
      same = !found[1].includes("-")
    }
    if (column === 0 && path.length) break
  }
  return { path, used }
}
