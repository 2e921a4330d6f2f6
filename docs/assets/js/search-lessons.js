// The lessons of all case studies, found by their words.
import MiniSearch from "./vendor/minisearch.js"
import { filled, rows } from "./records.js"
import { slips, stem, words } from "./search-words.js"

/** @import { Hit } from "./search-entry.js" */

const SHOWN = 4

/**
 * Return what finds lessons; `names` are those of the case studies by their ids, as far as they have come.
 * @param {LessonsData} data
 * @param {ReadonlyMap<string, string>} names
 * @returns {(query: string) => Hit[]}
 */
export function createLessonSearch(data, names) {
  const lessons = rows(data.lessons)
  const index = new MiniSearch({ fields: ["text"], tokenize: (text) => words(text), processTerm: (term) => stem(term) })
  index.addAll(lessons.map(({ text }, id) => ({ id, text })))
  return (query) =>
    index.search(query, { prefix: true, fuzzy: slips, combineWith: "AND" }).slice(0, SHOWN).map((hit) => {
      const { case: study, id, text } = lessons[hit.id]
      const path = filled(data.address, { case: study, id })
      return { label: "Lesson", name: text, line: names.get(study) ?? study, path }
    })
}
