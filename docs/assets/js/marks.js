// Marks that open a panel: the mark of a claim shows its evidence, and a term shows its definition.
import { element, parts } from "./element.js"
import { openInPanel } from "./panel.js"
import { absolute, claimIn, proofOf } from "./proof.js"
import { tools } from "./claim-tools.js"

/**
 * Make the marks of claims and the terms in an element open a panel.
 * @param {HTMLElement} place
 */
export function openMarks(place) {
  for (const claim of parts(place, "[data-claims] .hs-claims > li", HTMLElement)) {
    claim.firstElementChild?.append(" ", ownMark(claim))
  }
  openInPanel(place, "a.hs-cite", "Evidence", (claim, mark) => [...proofOf(claim, mark.href), tools(claimIn(claim, mark))])
  openInPanel(place, "a.hs-term", "Term", meaningOf)
}

/**
 * Create a mark for a claim on the evidence page, where claims have none; it links to the claim itself.
 * @param {HTMLElement} claim
 */
function ownMark(claim) {
  return element("a", { class: "hs-cite", href: `#${claim.id}` }, "[cite or report]")
}

/**
 * @param {HTMLElement} item the term in the glossary
 * @param {HTMLAnchorElement} link
 */
function meaningOf(item, link) {
  const meaning = [...item.children].map((part) => /** @type {HTMLElement} */ (part.cloneNode(true)))
  for (const part of meaning) {
    part.querySelector(".hs-permalink")?.remove()
    absolute(part, link.href)
  }
  return [...meaning, element("p", { class: "hs-panel__tools" }, element("a", { href: link.href }, "Glossary"))]
}
