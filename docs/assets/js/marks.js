// The mark of a claim opens what stands behind it: the sources with their places, what is inferred or disputed.
import { element, parts } from "./element.js"
import { claimIn, proofOf } from "./proof.js"
import { tools } from "./claim-tools.js"

const GAP = 8
const WIDEST = 480

/** @type {Map<string, Promise<Document>>} */
const documents = new Map()

/**
 * Let every mark in a place open its evidence; where that cannot be had, a mark stays the link that it is.
 * @param {HTMLElement} place
 */
export function openMarks(place) {
  for (const claim of parts(place, "[data-claims] .hs-claims > li", HTMLElement)) {
    claim.firstElementChild?.append(" ", ownMark(claim))
  }
  const panel = element("div", { class: "hs-panel", popover: true, role: "dialog", tabindex: -1, "aria-label": "Evidence" })
  place.append(panel)
  place.addEventListener("click", (event) => {
    const mark = event.target instanceof Element ? event.target.closest("a.hs-cite") : null
    if (mark instanceof HTMLAnchorElement && !isSpecial(event) && canOpen(mark)) {
      event.preventDefault()
      show(panel, mark).catch(() => location.assign(mark.href))
    }
  })
}

/**
 * On the page with the evidence a claim has no mark: this one leads to the claim itself.
 * @param {HTMLElement} claim
 */
function ownMark(claim) {
  return element("a", { class: "hs-cite", href: `#${claim.id}` }, "[cite or report]")
}

/** @param {MouseEvent} event a click that asks for a new tab or a download */
function isSpecial(event) {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
}

/**
 * Files in a folder cannot be fetched.
 * @param {HTMLAnchorElement} mark
 */
function canOpen(mark) {
  return isSamePage(mark) || mark.protocol !== "file:"
}

/** @param {HTMLAnchorElement} mark */
function isSamePage(mark) {
  return mark.pathname === location.pathname && mark.host === location.host
}

/**
 * @param {HTMLElement} panel
 * @param {HTMLAnchorElement} mark
 */
async function show(panel, mark) {
  const source = isSamePage(mark) ? document : await pageAt(mark.href.split("#")[0])
  const item = source.getElementById(decodeURIComponent(mark.hash.slice(1)))
  if (!item) throw new Error(`There is no evidence at ${mark.href}.`)
  panel.replaceChildren(...proofOf(item, mark.href), tools(claimIn(item, mark)))
  panel.showPopover()
  moveTo(panel, mark)
  panel.focus()
}

/** @param {string} address */
function pageAt(address) {
  const known = documents.get(address) ?? read(address)
  documents.set(address, known)
  known.catch(() => documents.delete(address))
  return known
}

/** @param {string} address */
async function read(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return new DOMParser().parseFromString(await answer.text(), "text/html")
}

/**
 * Put the panel below the mark, or above it where there is more room.
 * @param {HTMLElement} panel
 * @param {HTMLElement} mark
 */
function moveTo(panel, mark) {
  const { left, top, bottom } = mark.getBoundingClientRect()
  const width = Math.min(WIDEST, innerWidth - 2 * GAP)
  const below = innerHeight - bottom > Math.min(top, panel.offsetHeight + GAP)
  panel.style.width = `${width}px`
  panel.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`
  panel.style.top = below ? `${bottom + GAP}px` : "auto"
  panel.style.bottom = below ? "auto" : `${innerHeight - top + GAP}px`
  panel.style.maxHeight = `${(below ? innerHeight - bottom : top) - 2 * GAP}px`
}
