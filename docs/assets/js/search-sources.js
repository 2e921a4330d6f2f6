// The sources that the search box queries after a pause: lessons, and the text of all pages.
import { load, loadFrom } from "./data.js"
import { rows } from "./records.js"
import { createLessonSearch } from "./search-lessons.js"
import { bestPlace, blockOf, pagesOf, ranked } from "./search-texts.js"
import { stem } from "./search-words.js"

/** @import { Hit } from "./search-entry.js" */

const TEXTS = 5

/** @type {Promise<(query: string) => Hit[]> | null} */
let lessons = null
/** @type {Promise<TextsData> | null} */
let texts = null

/**
 * Return matches in lessons; none if the lessons cannot be loaded.
 * @param {string} query
 * @param {ReadonlyMap<string, string>} names of the case studies by id
 */
export async function findLessons(query, names) {
  lessons ??= load("lessons").then((data) => createLessonSearch(data, names))
  return (await lessons.catch(() => () => []))(query)
}

/**
 * Return matches in the text of all pages; null if there is no text index (with `make serve`).
 * @param {string[]} telling the words of the query that are not common; a page has to contain all
 * @returns {Promise<Hit[] | null>}
 */
export async function findTexts(telling) {
  try {
    texts ??= loadFrom("texts.js", "texts")
    const index = await texts
    const wanted = telling.map(stem)
    const best = (await pagesWith(index, wanted)).slice(0, TEXTS)
    return (await Promise.all(best.map((page) => textHit(index, page, wanted)))).flat()
  } catch {
    return null
  }
}

/**
 * @param {TextsData} index
 * @param {string[]} wanted
 */
async function pagesWith({ folder, firsts, levels, pages }, wanted) {
  const found = await Promise.all(wanted.map(async (word, at) => {
    const number = blockOf(firsts, word)
    return pagesOf(await loadFrom(`${folder}/words-${number}.js`, `words-${number}`), word, at === wanted.length - 1, levels)
  }))
  return ranked(found, pages)
}

/**
 * @param {TextsData} index
 * @param {number} page
 * @param {string[]} wanted
 * @returns {Promise<Hit[]>}
 */
async function textHit({ folder, addresses }, page, wanted) {
  const number = Math.floor(page / addresses)
  const { urls } = await loadFrom(`${folder}/addresses-${number}.js`, `addresses-${number}`)
  const url = urls[page % addresses]
  const file = `${url.slice(1)}text.js`
  const { title, parts } = await loadFrom(file, file)
  const place = bestPlace(rows(parts), wanted)
  if (!place) return []
  const name = place.title && place.title !== title ? `${title}: ${place.title}` : title
  return [{ label: "In the text", name, line: "", path: place.anchor ? `${url}#${place.anchor}` : url, excerpt: place.excerpt }]
}
