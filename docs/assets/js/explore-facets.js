// The options of a facet, with live counts; the list shows those of most systems first, and can be searched.
import { element } from "./element.js"
import { byId } from "./explore-match.js"
import { fill } from "./explore-ranges.js"

const FIRST = 8
const SHORT = 12
const MOST = 200

/** Equip a facet; what is returned shows a state and what was found in it. */
export function optionPanel(place, facet, change) {
  const part = (name) => place.querySelector(`[data-${name}]`)
  const [list, field, more] = ["options", "options-filter", "options-more"].map(part)
  const modes = [...place.querySelectorAll("[data-mode]")]
  const rows = new Map()
  let wide = false
  let shown = null

  part("options-tools").hidden = facet.options.length <= SHORT
  field.addEventListener("input", () => show(...shown))
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault())
  more.addEventListener("click", () => {
    wide = !wide
    show(...shown)
  })
  for (const radio of modes) radio.addEventListener("change", () => change(withMode(facet, radio.value)))
  return show

  function show(state, counts) {
    shown = [state, counts]
    const chosen = state.chosen[facet.id]
    const wanted = new Set(visible(facet, chosen, counts.totals, field.value, wide))
    for (const number of wanted) if (!rows.has(number)) rows.set(number, addRow(list, facet, number, change))
    for (const [number, row] of rows) {
      row.item.hidden = !wanted.has(number)
      if (!row.item.hidden) updateRow(row, facet, number, byId(chosen, facet.options[number].id), counts)
    }
    for (const radio of modes) radio.checked = (radio.value === "all") === state.all[facet.id]
    part("chosen-count").textContent = chosen.length ? `${chosen.length} chosen` : ""
    more.textContent = wide ? `Show ${FIRST}` : lengthOf(facet.options.length)
    more.setAttribute("aria-expanded", wide)
    part("options-none").hidden = wanted.size > 0
  }
}

const lengthOf = (count) => (count > MOST ? `Show ${MOST} of ${count.toLocaleString("en")}` : `Show all ${count}`)

const withMode = ({ id }, mode) => (state) => ({ ...state, all: { ...state.all, [id]: mode === "all" } })

const withChosen = ({ id }, make) => (state) => ({ ...state, chosen: { ...state.chosen, [id]: make(state.chosen[id]) } })

/** The options to show: the chosen ones, and those that most systems have, or that match what was typed. */
function visible(facet, chosen, totals, typed, wide) {
  const words = typed.trim().toLowerCase()
  const own = chosen.map(({ id }) => facet.numbers.get(id))
  const numbers = facet.options.map(({ number }) => number)
  const named = (number) => `${facet.options[number].name} ${facet.options[number].id}`.toLowerCase()
  if (words) return numbers.filter((number) => named(number).includes(words)).slice(0, MOST)
  if (wide) return [...own, ...numbers.slice(0, MOST)]
  if (numbers.length <= SHORT) return numbers
  return [...own, ...numbers.sort((one, other) => totals[other] - totals[one] || one - other).slice(0, FIRST)]
}

/** Add the row of an option in its place, which never changes, so that the focus stays where it is. */
function addRow(list, facet, number, change) {
  const row = makeRow(facet, facet.options[number], number)
  row.box.addEventListener("click", (event) => {
    if (row.box.getAttribute("aria-disabled") === "true") event.preventDefault()
    else change(withChosen(facet, (chosen) => withOrWithout(chosen, row.box)))
  })
  row.stance?.addEventListener("change", () => {
    const took = (one) => (one.id === row.box.value ? { ...one, stance: row.stance.value } : one)
    change(withChosen(facet, (chosen) => chosen.map(took)))
  })
  const after = [...list.children].find((other) => Number(other.dataset.number) > number)
  list.insertBefore(row.item, after ?? null)
  return row
}

function withOrWithout(chosen, { checked, value }) {
  return checked ? [...chosen, { id: value, stance: "" }] : chosen.filter(({ id }) => id !== value)
}

function makeRow(facet, { id, name, hue }, number) {
  const box = element("input", { type: "checkbox", name: facet.id, value: id })
  const count = element("span", { class: "hs-count" })
  const style = hue === null ? null : `--hs-hue:${hue}`
  const label = element("label", { style }, box, " ", name, " ", count)
  const stance = facet.stances.length ? element("select", { "aria-label": `Stance on ${name}`, "data-stance": id }) : null
  return { item: element("li", { "data-number": number }, label, stance), box, count, stance, label }
}

/** Show the count of an option; where it would give nothing, the box says so and does not work, but can be reached. */
function updateRow({ box, count, stance, label }, facet, number, choice, { totals, codes }) {
  const empty = totals[number] === 0 && !choice
  box.checked = Boolean(choice)
  count.textContent = totals[number] ? totals[number].toLocaleString("en") : "none"
  box.setAttribute("aria-disabled", empty)
  if (empty) box.setAttribute("aria-describedby", "explore-nothing")
  else box.removeAttribute("aria-describedby")
  label.title = empty ? document.getElementById("explore-nothing").textContent : ""
  label.classList.toggle("is-empty", empty)
  if (!stance) return
  stance.hidden = !choice
  const counted = facet.stances.map((name, at) => [name, name, codes[number * facet.width + at]])
  if (choice) fill(stance, [["", "any stance"], ...counted], choice.stance)
}
