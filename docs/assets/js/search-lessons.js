// Search in the lessons of all case studies.
import MiniSearch from "./vendor/minisearch.js"
import { filled, rows } from "./records.js"
import { slips, stem, words } from "./search-words.js"

/** @import { Hit } from "./search-entry.js" */

const SHOWN = 4

/**
 * Return a function that finds lessons; `names` maps ids to the names of the case studies loaded so far.
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
