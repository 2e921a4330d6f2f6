// The era that the reader has chosen: which parts of an architecture belong to it.
import { part, parts } from "./element.js"

/**
 * The number of the chosen era; empty for all of them.
 * @param {HTMLElement} architecture
 */
export function chosenEra(architecture) {
  const chosen = parts(architecture, '[name="era"]:checked', HTMLInputElement)[0]
  return chosen?.value ? (chosen.dataset.era ?? "") : ""
}

/**
 * Tell whether a part belongs to an era: it, or what it is part of, names its eras; otherwise it belongs to all.
 * @param {HTMLElement} element
 * @param {string} era its number; empty for all
 */
export function isInEra(element, era) {
  const dated = element.closest("[data-eras]")
  const eras = dated instanceof HTMLElement && dated.dataset.eras
  return !era || !eras || eras.split(" ").includes(era)
}

/**
 * Choose an era to which an element belongs, with everything around it, if it is not in the chosen one.
 * @param {HTMLElement} architecture
 * @param {Element} element
 */
export function chooseEraOf(architecture, element) {
  for (let dated = element.closest("[data-eras]"); dated instanceof HTMLElement && architecture.contains(dated); ) {
    if (!isInEra(dated, chosenEra(architecture))) {
      const last = (dated.dataset.eras ?? "").split(" ").at(-1)
      part(architecture, `[name="era"][data-era="${last}"]`, HTMLInputElement).checked = true
    }
    dated = dated.parentElement?.closest("[data-eras]") ?? null
  }
}
