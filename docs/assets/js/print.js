// On paper: each sheet names the page and the licence, and what is folded is printed when asked for.
import { parts } from "./element.js"

/** Let readers print what is open or all of a page, and write its address and licence on every sheet. */
export function preparePrint() {
  rememberFolds()
  document.adoptedStyleSheets.push(footOfSheets())
  const offer = document.querySelector("[data-print]")
  if (!(offer instanceof HTMLElement)) return
  for (const button of parts(offer, "button", HTMLElement)) {
    button.addEventListener("click", () => print(button.dataset.printOpen === "all"))
  }
  offer.hidden = false
}

/** The theme opens every fold to print: remember which ones are open because a reader or an address opened them. */
function rememberFolds() {
  const onPaper = matchMedia("print")
  const note = (/** @type {Event} */ { target }) => {
    if (target instanceof HTMLDetailsElement && !onPaper.matches) target.classList.toggle("is-open", target.open)
  }
  document.addEventListener("toggle", note, { capture: true })
  for (const fold of parts(document, "details[open]", HTMLDetailsElement)) fold.classList.add("is-open")
}

/**
 * Open all folds for as long as it takes to print, if asked to.
 * @param {boolean} all
 */
function print(all) {
  const closed = all ? parts(document, "article details:not([open])", HTMLDetailsElement) : []
  const open = (/** @type {boolean} */ yes) => closed.forEach((fold) => {
    fold.open = yes
    fold.classList.toggle("is-open", yes)
  })
  open(true)
  addEventListener("afterprint", () => open(false), { once: true })
  window.print()
}

/** The rule that prints the address of the page and its licence at the foot of each sheet. */
function footOfSheets() {
  const canonical = document.querySelector("link[rel='canonical']")
  const address = canonical instanceof HTMLLinkElement ? canonical.href : location.href
  const licence = document.querySelector(".hs-footer p")?.textContent?.trim() ?? ""
  const words = [address, licence].filter(Boolean).join(" · ")
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(words)}; font: 8pt sans-serif; } }`)
  return sheet
}
