// The reader's own system among those of the case studies. The address contains what the reader entered.
import { addressOf } from "./address.js"
import { load } from "./data.js"
import { arrived, element, part, parts } from "./element.js"
import { axis } from "./practice-axis.js"
import { amount, bytes, inWords, sizeInWords } from "./practice-numbers.js"
import { endsOf, levels, rank } from "./practice-place.js"
import { filled, rows } from "./records.js"

/** @import { Level, Placed } from "./practice-place.js" */

/** The largest number of systems that are named at a level, and of decisions for each. */
const SYSTEMS = 6
const DECISIONS = 6

const form = document.querySelector("[data-yours]")
if (form instanceof HTMLFormElement) start(form)

/** @param {HTMLFormElement} form */
async function start(form) {
  const place = part(document, "[data-place]", HTMLElement)
  const [finder, practice] = await Promise.all([load("finder"), load("practice")])
  const known = new Set(finder.dimensions.id)
  const fields = parts(form, "input", HTMLInputElement)
  const scales = rows(finder.scales)
  const numbers = new Map(practice.cases.id.map((id, number) => [id, number]))

  /** @param {string} measure */
  const systems = (measure) => scales.filter(({ dimension }) => finder.dimensions.id[dimension] === measure)
  const show = () => {
    const given = fields.flatMap((field) => {
      const value = valueOf(field)
      field.toggleAttribute("aria-invalid", value === null && field.value !== "")
      return value === null ? [] : [{ field, value }]
    })
    place.replaceChildren(...given.map(({ field, value }) => section(field, value, systems(field.name))))
    if (!given.length) place.replaceChildren(element("p", { class: "hs-when" }, "Enter at least one number: 300k, 1.5 million, 20 TB."))
    history.replaceState(null, "", location.pathname + queryOf(fields))
  }
  const read = () => {
    const query = new URLSearchParams(location.search)
    for (const field of fields) field.value = query.get(field.name) ?? ""
    show()
  }

  for (const field of fields) part(form, `[name='${field.name}']`, HTMLInputElement).disabled = !known.has(field.name)
  form.addEventListener("input", show)
  form.addEventListener("submit", (event) => event.preventDefault())
  addEventListener("popstate", read)
  read()
  arrived()

  /**
   * @param {HTMLInputElement} field
   * @param {number} value
   * @param {Placed[]} placed
   */
  function section(field, value, placed) {
    const words = "bytes" in field.dataset ? sizeInWords(value) : inWords(value)
    const name = field.labels?.[0]?.textContent?.trim() ?? field.name
    const made = element("section", { class: "hs-placed" }, element("h3", {}, `${name}: ${words}`))
    if (!placed.length) return element("section", {}, element("h3", {}, name), element("p", {}, "No case study gives this number."))
    const values = placed.map((one) => one.value)
    const drawing = axis({
      width: place.clientWidth, ends: endsOf([...values, value]), dots: values, mark: value, says: "yours",
      label: `${name}: your system among ${placed.length} others`, inWords: "bytes" in field.dataset ? sizeInWords : inWords,
    })
    made.append(element("p", {}, `${words} is ${rank(placed, value)}.`), drawing)
    for (const level of levels(placed, value)) made.append(levelList(level))
    return made
  }

  /** @param {Level} level */
  function levelList({ name, near }) {
    if (!near.length) return element("p", { class: "hs-when" }, `${name}: no system.`)
    const list = element("ul", { class: "hs-points" }, ...near.slice(0, SYSTEMS).map((one) => systemLine(one)))
    return element("div", {}, element("h4", {}, name), list)
  }

  /** @param {Placed} one */
  function systemLine(one) {
    const id = finder.cases.id[one.case]
    const at = (/** @type {string} */ kind, /** @type {string} */ claim) => claimAt(finder.claim, id, kind, claim)
    const line = element("li", {}, element("a", { href: addressOf(filled(finder.page, { id })) }, finder.cases.name[one.case]), " ", element("a", { href: at("figure", one.figure) }, one.words), ` (${one.date})`)
    decisionsOf(id).then((decisions) => {
      const links = decisions.slice(0, DECISIONS).map(({ id: claim, chose }) => element("li", {}, element("a", { href: at("decision", claim) }, chose)))
      if (links.length) line.append(element("ul", { class: "hs-decided" }, ...links))
    })
    return line
  }

  /** @param {string} id */
  async function decisionsOf(id) {
    const number = numbers.get(id) ?? 0
    const loaded = await load("practised", Math.floor(number / practice.size))
    return rows(loaded.decisions).filter((one) => one.case === number)
  }
}

/**
 * Return the address of a claim of a case study, in a copy opened from a folder that of its file.
 * @param {string} template
 * @param {string} id
 * @param {string} kind
 * @param {string} claim
 */
function claimAt(template, id, kind, claim) {
  const [page, fragment] = filled(template, { id, kind, claim }).split("#")
  return `${addressOf(page)}#${fragment}`
}

/** @param {HTMLInputElement} field */
function valueOf(field) {
  return "bytes" in field.dataset ? bytes(field.value) : amount(field.value)
}

/** @param {HTMLInputElement[]} fields */
function queryOf(fields) {
  const query = new URLSearchParams(fields.filter(({ value }) => value.trim()).map(({ name, value }) => [name, value.trim()]))
  return query.size ? `?${query}` : ""
}
