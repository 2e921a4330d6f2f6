// Printing: each sheet has the page's address and licence, and readers can print all folds or only the open ones.
import { parts } from "./element.js"

/** Set up the print buttons and the footer of printed sheets. */
export function preparePrint() {
  document.adoptedStyleSheets.push(footOfSheets())
  const offer = document.querySelector("[data-print]")
  if (!(offer instanceof HTMLElement)) return
  for (const button of parts(offer, "button", HTMLElement)) {
    button.addEventListener("click", () => print(button.dataset.printOpen === "all"))
  }
  offer.hidden = false
}

/**
 * Print the page, and open all folds while printing if `all` is set.
 * @param {boolean} all
 */
function print(all) {
  const closed = all ? parts(document, "article details:not([open])", HTMLDetailsElement) : []
  const open = (/** @type {boolean} */ yes) => closed.forEach((fold) => (fold.open = yes))
  open(true)
  addEventListener("afterprint", () => open(false), { once: true })
  window.print()
}

/** Return a style sheet that prints the address of the page and its licence at the bottom of each sheet. */
function footOfSheets() {
  const canonical = document.querySelector("link[rel='canonical']")
  const address = canonical instanceof HTMLLinkElement ? canonical.href : location.href
  const licence = document.querySelector(".hs-footer p")?.textContent?.trim() ?? ""
  const words = [address, licence].filter(Boolean).join(" · ")
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(words)}; font: 8pt sans-serif; } }`)
  return sheet
}
