// Shows one drill of a page at a time, of those that match the filters. The address contains the filters and the drill.
import { arrived, element, part, parts } from "./element.js"
import { queryOf, stateFrom } from "./listing-match.js"
import { following, matching } from "./practice-next.js"
import { notice } from "./practice-store.js"

/**
 * @typedef {object} Drills
 * @property {(id: string) => boolean} isDone whether the reader has done a drill
 * @property {(item: HTMLElement) => void} onShow called with a drill whenever it is shown
 * @property {() => string} told the line about all drills so far
 */

/**
 * Show the drills of the page one by one; return a function that updates the line about them.
 * @param {Drills} drills
 */
export function startDrills({ isDone, onShow, told }) {
  const form = part(document, "[data-drills]", HTMLFormElement)
  const items = parts(document, "[data-drill]", HTMLElement)
  const all = items.map(({ id, dataset }) => ({ id, values: dataset }))
  const name = form.dataset.drills ?? ""
  const choices = parts(form, "select", HTMLSelectElement)
  const known = Object.fromEntries(choices.map((choice) => [choice.name, [...choice.options].map(({ value }) => value)]))
  const next = element("button", { type: "button", class: "hs-button", "data-next": true }, `Next ${name}`)
  const more = document.querySelector("[data-drills-more]")
  const chosen = () => Object.fromEntries(choices.map(({ name, value }) => [name, value]))
  let current = ""

  const show = (/** @type {string} */ id) => {
    current = id
    for (const item of items) item.classList.toggle("is-current", item.id === id)
    const item = document.getElementById(id)
    if (item) onShow(item)
    update()
  }
  const update = () => {
    const ids = matching(all, chosen())
    const done = ids.filter(isDone).length
    part(form, "[data-drills-count]", HTMLElement).textContent = `${ids.length} ${form.dataset.noun} here, ${done} done. ${told()}`
    if (more instanceof HTMLAnchorElement) more.search = queryOf(chosen())
    next.hidden = ids.length < 2
  }
  const go = (/** @type {string} */ id) => {
    history.pushState(null, "", location.pathname + queryOf({ ...chosen(), [name]: id }))
    show(id)
  }
  const read = () => {
    const state = stateFrom(location.search, { ...known, [name]: all.map(({ id }) => id) })
    for (const choice of choices) choice.value = state[choice.name]
    const ids = matching(all, chosen())
    const asked = [state[name], location.hash.slice(1)].find((id) => all.some((drill) => drill.id === id))
    show(asked ?? following(ids, "", isDone))
    history.replaceState(null, "", location.pathname + queryOf({ ...chosen(), [name]: current }))
  }

  form.append(...[notice()].flatMap((made) => made ?? []))
  items.at(-1)?.after(element(items[0]?.localName === "li" ? "li" : "div", { class: "hs-drills__next" }, next))
  form.addEventListener("change", () => go(following(matching(all, chosen()), "", isDone)))
  form.addEventListener("submit", (event) => event.preventDefault())
  next.addEventListener("click", () => {
    go(following(matching(all, chosen()), current, isDone))
    const item = document.getElementById(current)
    item?.setAttribute("tabindex", "-1")
    item?.focus({ preventScroll: true })
    form.scrollIntoView({ block: "nearest" })
  })
  addEventListener("popstate", read)
  read()
  arrived()
  return update
}
