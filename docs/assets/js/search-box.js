// The open search box: it shows what the reader may mean at each key, then lessons and matches in the text of pages.
import { load } from "./data.js"
import { part, parts } from "./element.js"
import { EntrySearch } from "./search-match.js"
import { groupOf, nothingFound } from "./search-options.js"

/** @import { Answers } from "./search-answers.js" */
/** @import { Hit } from "./search-entry.js" */
/** @import { Group } from "./search-options.js" */

const PAUSE = 250
/** The most lessons, figures or claims to load; only the text search finds more. */
const MOST = { lessons: 3000, figures: 6000, claims: 6000 }

/** The search box: the input, the results below it, and announcements for screen readers. */
export class SearchBox {
  /** @type {HTMLAnchorElement[]} */
  #options = []
  /** @type {Answers | null} */
  #answers = null
  /** @type {Set<string>} The files that were asked for. */
  #asked = new Set()
  #active = -1
  /** The query whose results are shown. */
  #shown = ""
  #timer = 0

  /**
   * @param {HTMLElement} dialog
   * @param {EntriesData} data
   */
  constructor(dialog, data) {
    this.data = data
    this.search = new EntrySearch(data)
    this.field = part(dialog, "input", HTMLInputElement)
    this.list = part(dialog, "[role=listbox]", HTMLElement)
    this.status = part(dialog, "[role=status]", HTMLElement)
    this.nothing = part(dialog, "[data-search-nothing]", HTMLElement)
    this.noTexts = part(dialog, "[data-search-no-texts]", HTMLElement)
    this.field.addEventListener("input", () => this.update())
    this.field.addEventListener("keydown", (event) => this.#steer(event))
    this.search.ready.then(() => this.#addMore())
  }

  /** Show the entries for the query now, and lessons and texts after a pause. */
  update() {
    clearTimeout(this.#timer)
    const query = this.field.value.trim()
    this.#loadFor(query)
    const entries = this.search.find(query)
    this.#show(query, entries, [])
    if (query.length > 1) this.#timer = window.setTimeout(() => this.#addTexts(query), PAUSE)
  }

  /** Add what is not needed for the first entries: the case studies, and answers to questions. */
  async #addMore() {
    const [cases, { Answers }] = await Promise.all([load("cases"), import("./search-answers.js")])
    const added = this.search.addCases(cases)
    this.#answers = this.search.answerWith(Answers)
    this.update()
    await added
    this.update()
  }

  /**
   * Load the figures or claims, once, if they help with the query; then show what they add.
   * @param {string} query
   */
  #loadFor(query) {
    const answers = this.#answers
    const { figures, claims } = answers?.helpful(query) ?? {}
    if (figures) this.#loadOnce("figures", (data) => answers?.addFigures(data))
    if (claims) this.#loadOnce("claims", (data) => answers?.addClaims(data))
  }

  /**
   * @template {"figures" | "claims"} Name
   * @param {Name} name
   * @param {(data: DataFiles[Name]) => void} add
   */
  async #loadOnce(name, add) {
    if (this.#asked.has(name) || this.data[name] > MOST[name]) return
    this.#asked.add(name)
    try {
      add(await load(name))
      this.update()
    } catch {
      // Without the file, the other results stay.
    }
  }

  /**
   * Add lessons and texts to the entries, which are found again, because more data may have come meanwhile.
   * @param {string} query
   */
  async #addTexts(query) {
    const { findLessons, findTexts } = await import("./search-sources.js")
    const few = this.data.lessons <= MOST.lessons
    const [lessons, texts] = await Promise.all([few ? findLessons(query, this.search.names) : [], findTexts(this.search.telling(query))])
    if (texts === null) this.noTexts.hidden = false
    if (this.field.value.trim() !== query) return
    const entries = this.search.find(query)
    this.#show(query, entries, [{ title: "Lessons", hits: lessons }, { title: "In the text", hits: texts ?? [] }])
    this.#explain(query, entries)
  }

  /**
   * Show the results. Results that come later for the same query leave the reader's choice as it is.
   * @param {string} query
   * @param {Hit[]} entries
   * @param {Group[]} others
   */
  #show(query, entries, others) {
    const chosen = query === this.#shown ? this.#options[this.#active]?.href : undefined
    this.#list(query, entries, others)
    this.#shown = query
    const number = this.#options.findIndex(({ href }) => href === chosen)
    if (number >= 0) this.#choose(number)
  }

  /**
   * @param {string} query
   * @param {Hit[]} entries
   * @param {Group[]} others
   */
  #list(query, entries, others) {
    const groups = [{ title: "", hits: entries }, ...others].filter(({ hits }) => hits.length)
    this.list.replaceChildren(...groups.map(groupOf))
    this.#active = -1
    this.#options = parts(this.list, "[role=option]", HTMLAnchorElement)
    this.#options.forEach((option, number) => (option.id = `search-option-${number}`))
    this.field.setAttribute("aria-expanded", `${this.#options.length > 0}`)
    this.field.removeAttribute("aria-activedescendant")
    this.nothing.hidden = true
    this.status.textContent = this.#announcement(query, entries)
  }

  /**
   * If no entry was found, show suggestions.
   * @param {string} query
   * @param {Hit[]} entries
   */
  #explain(query, entries) {
    this.nothing.hidden = entries.length > 0
    if (entries.length) return
    const near = this.search.near(query)
    this.nothing.replaceChildren(...nothingFound(query, near, this.#options.length > 0, this.data.contribute))
  }

  /**
   * @param {string} query
   * @param {Hit[]} entries
   */
  #announcement(query, entries) {
    const count = `${this.#options.length} ${this.#options.length === 1 ? "result" : "results"}`
    if (!query) return ""
    if (!entries.length) return `No entry found for ${query}; ${count} in lessons and text.`
    return `${count}. First: ${this.#options[0].dataset.words}`
  }

  /** @param {KeyboardEvent} event */
  #steer(event) {
    const count = this.#options.length
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!count || !(by || event.key === "Enter")) return
    event.preventDefault()
    if (by) this.#choose((this.#active + by + count + (this.#active < 0 && by < 0 ? 1 : 0)) % count)
    else this.#options[Math.max(this.#active, 0)].click()
  }

  /** @param {number} number */
  #choose(number) {
    this.#options[this.#active]?.removeAttribute("aria-selected")
    this.#active = number
    const option = this.#options[number]
    option.setAttribute("aria-selected", "true")
    option.scrollIntoView({ block: "nearest" })
    this.field.setAttribute("aria-activedescendant", option.id)
  }
}
