// The era that the reader has chosen, and the parts of an architecture that belong to it.
import { part, parts } from "./element.js"

/**
 * Return the number of the chosen era; empty for all eras.
 * @param {HTMLElement} architecture
 */
export function chosenEra(architecture) {
  const chosen = parts(architecture, '[name="era"]:checked', HTMLInputElement)[0]
  return chosen?.value ? (chosen.dataset.era ?? "") : ""
}

/**
 * Return whether an element belongs to an era. It or an ancestor names its eras; otherwise it belongs to all.
 * @param {HTMLElement} element
 * @param {string} era its number; empty for all
 */
export function isInEra(element, era) {
  const dated = element.closest("[data-eras]")
  const eras = dated instanceof HTMLElement && dated.dataset.eras
  return !era || !eras || eras.split(" ").includes(era)
}

/**
 * If an element or an ancestor is not in the chosen era, choose the last era to which it belongs.
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
