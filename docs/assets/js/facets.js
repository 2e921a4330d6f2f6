// The facets of the index of case studies; the state is in the address.
import { chosenFrom, matches, queryOf } from "./facets-match.js"

const form = document.querySelector("[data-facets]")
if (form) start(form)

function start(form) {
  const boxes = [...form.querySelectorAll("[data-facet] input")]
  const cards = [...document.querySelectorAll("[data-domain]")]
  const count = form.querySelector("[data-facets-count]")

  const known = () => groups(boxes)
  const chosen = () => ({ ...empty(known()), ...groups(boxes.filter((box) => box.checked)) })

  function show(choice) {
    for (const box of boxes) box.checked = choice[box.name].includes(box.value)
    for (const card of cards) card.hidden = !matches(card.dataset, choice)
    const shown = cards.filter((card) => !card.hidden).length
    count.textContent = shown === cards.length ? `All ${shown} case studies` : `${shown} of ${cards.length} case studies`
  }

  form.hidden = false
  form.addEventListener("change", () => {
    history.pushState(null, "", location.pathname + queryOf(chosen()))
    show(chosen())
  })
  addEventListener("popstate", () => show(chosenFrom(location.search, known())))
  show(chosenFrom(location.search, known()))
}

function groups(boxes) {
  const groups = {}
  for (const box of boxes) (groups[box.name] ??= []).push(box.value)
  return groups
}

function empty(known) {
  return Object.fromEntries(Object.keys(known).map((facet) => [facet, []]))
}
