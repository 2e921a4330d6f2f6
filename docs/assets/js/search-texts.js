// The text search: which pages have all words of a query, the best of them first, and excerpts of their texts.
import { stem, words } from "./search-words.js"

/** @typedef {Map<number, number>} Weights the weight of a word by the number of the page */
/** @typedef {{ anchor: string, title: string, excerpt: string[] }} Place texts of the excerpt in turn: plain, marked, plain */

/** The number of words in an excerpt. */
const WINDOW = 16
const WORD = /[\p{L}\p{M}\p{N}+#]+/gu

/**
 * Return the number of the block that has a word, if the index has it.
 * @param {string[]} firsts the first word of each block, in alphabetical order
 * @param {string} word
 */
export function blockOf(firsts, word) {
  let [low, high] = [0, firsts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (firsts[middle] <= word) low = middle + 1
    else high = middle
  }
  return Math.max(low - 1, 0)
}

/**
 * Return the pages of a word; if there are none and `begun` is true, those of all words that begin with it.
 * @param {TextBlock} block
 * @param {string} word
 * @param {boolean} begun
 * @param {number} levels
 * @returns {Weights}
 */
export function pagesOf(block, word, begun, levels) {
  const exact = block.words.indexOf(word)
  const found = exact >= 0 || !begun ? [exact] : block.words.flatMap((other, at) => (other.startsWith(word) ? [at] : []))
  /** @type {Weights} */
  const weights = new Map()
  for (const at of found) for (const [page, weight] of unpacked(block.pages[at] ?? [], levels)) weights.set(page, Math.max(weight, weights.get(page) ?? 0))
  return weights
}

/**
 * @param {number[]} list
 * @param {number} levels
 * @returns {[page: number, weight: number][]}
 */
function unpacked(list, levels) {
  let page = 0
  return list.map((packed) => {
    page += Math.floor(packed / levels)
    return [page, packed % levels]
  })
}

/**
 * Return the pages that have all words, the best first: a word counts the more the fewer pages have it.
 * @param {Weights[]} found the pages of each word
 * @param {number} pages the number of all pages
 * @returns {number[]}
 */
export function ranked(found, pages) {
  if (!found.length) return []
  const [rarest, ...others] = [...found].sort((one, other) => one.size - other.size)
  const rarity = found.map(({ size }) => Math.log(1 + (pages - size + 0.5) / (size + 0.5)))
  const score = (/** @type {number} */ page) => found.reduce((sum, weights, at) => sum + rarity[at] * (weights.get(page) ?? 0), 0)
  const all = [...rarest.keys()].filter((page) => others.every((weights) => weights.has(page)))
  return all.map((page) => ({ page, score: score(page) })).sort((one, other) => other.score - one.score || one.page - other.page).map(({ page }) => page)
}

/**
 * Return the part of a page with the most words of the query, and its excerpt; undefined if no part has one.
 * @param {{ anchor: string, title: string, text: string }[]} parts
 * @param {string[]} wanted the stems of the query; a word that begins with the last also counts
 * @returns {Place | undefined}
 */
export function bestPlace(parts, wanted) {
  const places = parts.map((part) => ({ part, window: bestWindow(part.text, wanted) })).filter(({ window }) => window.score > 0)
  const titled = (/** @type {string} */ title) => new Set(marksIn(title, wanted).map(({ at }) => at).filter((at) => at >= 0)).size
  const score = (/** @type {typeof places[0]} */ { part, window }) => window.score + titled(part.title)
  const [best] = places.sort((one, other) => score(other) - score(one))
  return best && { anchor: best.part.anchor, title: best.part.title, excerpt: excerptOf(best.part.text, best.window) }
}

/**
 * Return each word of a text with the index of the word of the query that it is, or -1.
 * @param {string} text
 * @param {string[]} wanted
 */
function marksIn(text, wanted) {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, at: whichOf(word, wanted) }))
}

/**
 * @param {string} word
 * @param {string[]} wanted
 */
function whichOf(word, wanted) {
  const stems = words(word).map(stem)
  const exact = wanted.findIndex((one) => stems.includes(one))
  const last = wanted.length - 1
  return exact < 0 && stems.some((one) => one.startsWith(wanted[last])) ? last : exact
}

/**
 * Return the stretch of words with the most different words of the query, and among these with the most of them.
 * @param {string} text
 * @param {string[]} wanted
 */
function bestWindow(text, wanted) {
  const all = marksIn(text, wanted)
  const hits = all.flatMap(({ at }, place) => (at >= 0 ? [place] : []))
  const windows = hits.map((first) => {
    const inside = hits.filter((place) => place >= first && place < first + WINDOW)
    return { first, inside, score: new Set(inside.map((place) => all[place].at)).size + inside.length / 100 }
  })
  const best = windows.reduce((one, other) => (other.score > one.score ? other : one), { first: 0, inside: [0].slice(1), score: 0 })
  const middle = best.inside.length ? (best.inside[0] + best.inside[best.inside.length - 1]) >> 1 : 0
  const first = Math.max(0, Math.min(middle - WINDOW / 2, all.length - WINDOW))
  return { all, first, score: best.score }
}

/**
 * @param {string} text
 * @param {ReturnType<typeof bestWindow>} window
 */
function excerptOf(text, { all, first }) {
  const shown = all.slice(first, first + WINDOW)
  const end = first + WINDOW < all.length ? shown[shown.length - 1].end : text.length
  /** @type {string[]} */
  const pieces = []
  let from = first > 0 ? shown[0].start : 0
  for (const { start, end: stop } of shown.filter(({ at }) => at >= 0)) {
    pieces.push(text.slice(from, start), text.slice(start, stop))
    from = stop
  }
  pieces.push(text.slice(from, end))
  if (first > 0) pieces[0] = `… ${pieces[0]}`
  if (end < text.length) pieces[pieces.length - 1] += " …"
  return pieces
}
