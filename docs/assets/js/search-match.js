// Which entries a query means: the logic of the search box, without the page.
import { filled, rows } from "./records.js"
import MiniSearch from "./vendor/minisearch.js"

const SHOWN = 8
const MOST = 100
const CHUNK = 200
const LESSONS = 4
const CONNECTOR = /^(.+?)\s+(?:vs\.?|versus|or|and|against|compared to|compared with)\s+(.+)$|^(.+?)\s*[,/|]\s*(.+)$/i
const BOOST = { name: 6, also: 5, joined: 4, parts: 3, asked: 4, words: 1, more: 1 }
const TEXT_BOOST = { name: 3, also: 3, joined: 1, parts: 1, asked: 5, words: 2, more: 0.7 }
const BM25 = { k: 1.2, b: 0.4, d: 0.5 }
const NAMES = ["name", "also", "joined", "parts"]
/** How sure it is that an entry is meant: from its very name down to a word in its description. */
const SURE = { name: 0, initials: 1, start: 2, part: 3, slip: 4, text: 5 }

/** The index of all entries. `add` takes those that come later; names are found at once, the rest once `ready`. */
export function createSearch(data) {
  const entries = []
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    storeFields: [],
    tokenize: (text) => words(text),
    processTerm: stem,
  })
  const skipped = new Set(words(data.common))
  const kinds = new Map(rows(data.kinds).map((kind, rank) => [kind.name, { ...kind, rank }]))
  const pages = new Map(
    rows(data.comparisons).flatMap(({ one, other, address }) => [[`${one} ${other}`, address], [`${other} ${one}`, address]]),
  )
  const ready = add(data.entries)

  function add(more) {
    const first = entries.length
    entries.push(...rows(more).map((row, place) => ({ ...entry(row, kinds.get(row.kind)), number: first + place })))
    const documents = entries.slice(first).map((entry) => ({ ...entry, id: entry.number, also: entry.also.join(" "), parts: entry.parts.join(" ") }))
    return index.addAllAsync(documents, { chunkSize: CHUNK })
  }

  /** The entries that a query means, the surest first; a comparison comes before all where two are named. */
  function find(query) {
    const first = compared(query)
    const rest = ranked(query).filter(({ number }) => !first.some((entry) => entry.number === number))
    return [...first, ...rest].slice(0, SHOWN)
  }

  function ranked(query) {
    const all = words(query)
    if (!all.length) return []
    const telling = all.filter((term) => !skipped.has(term))
    const terms = (telling.length ? telling : all).map(stem)
    const found = new Map()
    for (const group of [() => byName(query), () => bySlip(query, terms), () => byText(terms)]) {
      if (found.size >= SHOWN) break
      for (const entry of group()) if (!found.has(entry.number)) found.set(entry.number, entry)
    }
    return [...found.values()]
  }

  /** Entries of which a name, its initials or a word of it is what was typed, or begins so. */
  function byName(query) {
    const wanted = key(query)
    const found = []
    for (const entry of entries) {
      const sure = sureness(entry, wanted)
      if (sure !== null) found.push({ ...entry, sure })
    }
    return found.sort((a, b) => a.sure - b.sure || b.weight - a.weight || byKind(a, b) || a.name.length - b.name.length)
  }

  /** Entries whose names hold all that was typed, but for a slip. */
  function bySlip(query, terms) {
    if (terms.every((term) => term.length < 3)) return []
    const options = { fields: NAMES, boost: BOOST, prefix: (term) => term.length > 2, fuzzy, combineWith: "AND" }
    const wanted = key(query)
    return index
      .search(terms.join(" "), options)
      .slice(0, MOST)
      .map((hit) => ({ ...entries[hit.id], slips: Math.min(...entries[hit.id].keys.map((name) => distance(wanted, name))) }))
      .sort((a, b) => a.slips - b.slips || b.weight - a.weight || byKind(a, b))
      .map((entry) => ({ ...entry, sure: SURE.slip }))
  }

  /** Entries whose description has the words, those with more of them first. */
  function byText(terms) {
    const last = terms.at(-1)
    const options = { boost: TEXT_BOOST, bm25: BM25, prefix: (term) => term === last && term.length > 3, combineWith: "OR" }
    return index
      .search(terms.join(" "), options)
      .slice(0, MOST)
      .map((hit) => ({ hit, entry: entries[hit.id], share: hit.queryTerms.length / terms.length }))
      .map(({ hit, entry, share }) => ({ ...entry, sure: SURE.text, score: hit.score * share * entry.solves }))
      .sort((a, b) => b.score - a.score)
  }

  /** What to show first where a query names two technologies: their comparison, or both where there is none. */
  function compared(query) {
    const match = query.trim().match(CONNECTOR)
    if (match) return both(match[1] ?? match[3], match[2] ?? match[4], nearly) ?? []
    if (byName(query).some((entry) => entry.sure === SURE.name)) return []
    const terms = query.trim().split(/\s+/)
    for (let end = 1; end < terms.length; end += 1) {
      const found = both(terms.slice(0, end).join(" "), terms.slice(end).join(" "), exactly)
      if (found?.length === 1) return found
    }
    return []
  }

  function both(left, right, technology) {
    const one = technology(left)
    const other = technology(right)
    if (!one || !other || one.number === other.number) return null
    const path = pages.get(`${one.number} ${other.number}`)
    if (!path) return [one, other]
    const { label, name, line } = data.comparison
    return [{ label, name: filled(name, { one: one.name, other: other.name }), line, path }]
  }

  function exactly(name) {
    return byName(name).find((entry) => entry.kind === data.comparison.kind && entry.sure <= SURE.initials)
  }

  function nearly(name) {
    return [byName, (name) => bySlip(name, words(name).map(stem))]
      .map((group) => group(name).find((entry) => entry.kind === data.comparison.kind))
      .find(Boolean)
  }

  /** Names that come near to a query that found nothing. */
  function near(query) {
    const options = { fields: ["name", "also", "joined"], prefix: true, fuzzy: 0.5, combineWith: "OR" }
    return index.search(query, options).slice(0, 3).map((hit) => entries[hit.id])
  }

  return { find, near, add, ready }
}

/** The lessons of all case studies, found by their words. */
export function createLessonSearch(data, names) {
  const lessons = rows(data.lessons)
  const index = new MiniSearch({ fields: ["text"], tokenize: (text) => words(text), processTerm: stem })
  index.addAll(lessons.map(({ text }, id) => ({ id, text })))
  return (query) =>
    index.search(query, { prefix: true, fuzzy, combineWith: "AND" }).slice(0, LESSONS).map((hit) => {
      const lesson = lessons[hit.id]
      return { label: "Lesson", name: lesson.text, line: names.get(lesson.case) ?? lesson.case, path: filled(data.address, lesson) }
    })
}

/** An entry with all by which it is found. */
function entry(row, { label, address, rank, solves }) {
  const names = [row.name, ...row.also, row.id]
  return {
    ...row, label, rank, solves,
    asked: row.asked.join(" "),
    path: filled(address, row),
    keys: names.map(key),
    initials: names.map(initials).filter((letters) => letters.length > 1),
    joined: names.map(key).join(" "),
    parts: [...new Set(names.flatMap((name) => words(parted(name))))],
  }
}

/** How many letters have to be put in, left out, changed or swapped with their neighbour to make one word the other. */
function distance(one, other) {
  let before = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      line[column] = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) line[column] = Math.min(line[column], before[column - 2] + 1)
    }
    before = last
    last = line
  }
  return last[other.length]
}

/** How sure it is that `wanted`, without its blanks, means the entry by one of its names; null where it does not. */
function sureness({ keys, initials, parts }, wanted) {
  if (keys.includes(wanted)) return SURE.name
  if (initials.includes(wanted)) return SURE.initials
  if (wanted.length < 2) return null
  if (keys.some((name) => name.startsWith(wanted))) return SURE.start
  return parts.some((part) => part.startsWith(wanted)) ? SURE.part : null
}

function byKind(one, other) {
  return one.rank - other.rank
}

/** How many letters may be wrong in a word. */
function fuzzy(term) {
  if (term.length < 4) return false
  return term.length < 5 ? 1 : 2 // two letters that changed places are two that are wrong
}

/** A text as plain lower-case words; `+` and `#` stay, for C++ and C#. */
export function words(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}+#]+/u).filter(Boolean)
}

/** A word without its ending, so that `shards` and `sharding` are found by `shard` and the other way round. */
function stem(word) {
  if (word.length < 4) return word
  return word
    .replace(/(?<!s)s$/, "")
    .replace(/(?<=...)(ing|ed)$/, "")
    .replace(/(?<=...)e$/, "")
}

/** A name without anything that people write now so, now so: `Node.js`, `node js` and `nodejs` are one. */
function key(name) {
  return words(name).join("")
}

/** The words within a name that is written as one: `RabbitMQ` is `Rabbit MQ`. */
function parted(name) {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/-/g, " ")
}

function initials(name) {
  const parts = words(name)
  return parts.length > 1 ? parts.map((word) => word[0]).join("") : ""
}
