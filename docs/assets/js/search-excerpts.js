// Excerpts of pages, in which the text search marks the words that it found.
import { stem, words } from "./search-words.js"

const MARK = /<mark>(.*?)<\/mark>/g

/**
 * Return whether an excerpt marks one of these words, in any form.
 * @param {string} excerpt HTML
 * @param {string[]} telling words
 */
export function marksAny(excerpt, telling) {
  const marked = [...excerpt.matchAll(MARK)].flatMap(([, text]) => words(text)).map(stem)
  return telling.map(stem).some((wanted) => marked.some((word) => word.startsWith(wanted)))
}
