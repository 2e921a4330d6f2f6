// The sources that the search box queries after a pause: lessons, and the text of all pages.
import { ROOT } from "./address.js"
import { load } from "./data.js"
import { marksAny } from "./search-excerpts.js"
import { createLessonSearch } from "./search-lessons.js"

/** @import { Hit } from "./search-entry.js" */

/** @typedef {{ url: string, title?: string, excerpt: string }} TextPart */
/** @typedef {TextPart & { meta: { title: string }, sub_results?: TextPart[] }} TextPage */
/** @typedef {{ search: (query: string) => Promise<{ results: { data: () => Promise<TextPage> }[] }> }} Pagefind */

const TEXTS = 5

/** @type {Promise<(query: string) => Hit[]> | null} */
let lessons = null
/** @type {Promise<Pagefind> | null} */
let pagefind = null

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
 * Return matches in the text of all pages; null if there is no text index (with `make serve`, or opened from a folder).
 * @param {string} query
 * @param {string[]} telling the words of the query, one of which a match has to contain: Pagefind also returns near words
 */
export async function findTexts(query, telling) {
  try {
    pagefind ??= loadPagefind()
    const { results } = await (await pagefind).search(query)
    return (await Promise.all(results.slice(0, TEXTS).map((result) => result.data()))).map(textHit).filter((hit) => marksAny(hit.excerpt, telling))
  } catch {
    return null
  }
}

async function loadPagefind() {
  if (ROOT.protocol === "file:") throw new Error("Text search needs a server.")
  const module = await import(new URL("pagefind/pagefind.js", ROOT).href)
  await module.options({ baseUrl: ROOT.pathname, excerptLength: 16 })
  return module
}

/**
 * @param {TextPage} page
 */
function textHit(page) {
  const best = page.sub_results?.[0] ?? page
  const title = best.title && best.title !== page.meta.title ? `${page.meta.title}: ${best.title}` : page.meta.title
  const path = `/${best.url.slice(ROOT.pathname.length)}`
  return { label: "In the text", name: title, line: "", path, excerpt: best.excerpt }
}
