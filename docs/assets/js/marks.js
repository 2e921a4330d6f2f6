// What opens a panel: the mark of a claim, with what stands behind it, and a term, with what it means.
import { element, parts } from "./element.js"
import { openInPanel } from "./panel.js"
import { absolute, claimIn, proofOf } from "./proof.js"
import { tools } from "./claim-tools.js"

/**
 * Let every mark in a place open its evidence, and every term its meaning.
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
 * On the page with the evidence a claim has no mark: this one leads to the claim itself.
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
