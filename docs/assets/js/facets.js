// The facets on the index of case studies. The address contains their state.
import { part, parts } from "./element.js"
import { byFacet, chosenFrom, matches, queryOf } from "./facets-match.js"

/** @import { Chosen } from "./facets-match.js" */

const form = document.querySelector("[data-facets]")
if (form instanceof HTMLFormElement) start(form)

/** @param {HTMLFormElement} form */
function start(form) {
  const boxes = parts(form, "[data-facet] input", HTMLInputElement)
  const facets = [...new Set(boxes.map(({ name }) => name))]
  const known = byFacet(boxes, facets)
  const read = () => show(form, boxes, chosenFrom(location.search, known))

  form.addEventListener("change", () => {
    const chosen = byFacet(boxes.filter((box) => box.checked), facets)
    history.pushState(null, "", location.pathname + queryOf(chosen))
    show(form, boxes, chosen)
  })
  addEventListener("popstate", read)
  read()
}

/**
 * Show the choices and the cards that match them.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement[]} boxes
 * @param {Chosen} chosen
 */
function show(form, boxes, chosen) {
  const cards = parts(document, "[data-domain]", HTMLElement)
  for (const box of boxes) box.checked = chosen[box.name].includes(box.value)
  for (const card of cards) card.hidden = !matches(card.dataset, chosen)
  const shown = cards.filter((card) => !card.hidden).length
  const words = shown === cards.length ? `All ${shown} case studies` : `${shown} of ${cards.length} case studies`
  part(form, "[data-facets-count]", HTMLElement).textContent = words
}
