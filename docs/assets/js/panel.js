// A panel next to a link, filled from the page that the link leads to. Each page is fetched once.
import { element } from "./element.js"

const GAP = 8
const WIDEST = 480

/** @type {Map<string, Promise<Document>>} */
const documents = new Map()

/**
 * Make links open a panel; if its content cannot be loaded, follow the link.
 * @param {HTMLElement} place
 * @param {string} selector of the links
 * @param {string} label
 * @param {(item: HTMLElement, link: HTMLAnchorElement) => Node[]} contentOf makes the panel's content from a link's target
 */
export function openInPanel(place, selector, label, contentOf) {
  const panel = element("div", { class: "hs-panel", popover: true, role: "dialog", tabindex: -1, "aria-label": label })
  place.append(panel)
  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(selector) : null
    if (link instanceof HTMLAnchorElement && !isSpecial(event) && canOpen(link)) {
      event.preventDefault()
      show(panel, link, contentOf).catch(() => location.assign(link.href))
    }
  })
}

/** @param {MouseEvent} event a click, which may ask for a new tab or a download */
function isSpecial(event) {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
}

/**
 * Return whether the link's page can be read; pages opened from a folder cannot be fetched.
 * @param {HTMLAnchorElement} link
 */
function canOpen(link) {
  return isSamePage(link) || link.protocol !== "file:"
}

/** @param {HTMLAnchorElement} link */
function isSamePage(link) {
  return link.pathname === location.pathname && link.host === location.host
}

/**
 * @param {HTMLElement} panel
 * @param {HTMLAnchorElement} link
 * @param {(item: HTMLElement, link: HTMLAnchorElement) => Node[]} contentOf
 */
async function show(panel, link, contentOf) {
  const source = isSamePage(link) ? document : await pageAt(link.href.split("#")[0])
  const item = source.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!item) throw new Error(`There is nothing at ${link.href}.`)
  panel.replaceChildren(...contentOf(item, link))
  panel.showPopover()
  moveTo(panel, link)
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
 * Place the panel below the link, or above it if there is more space.
 * @param {HTMLElement} panel
 * @param {HTMLElement} link
 */
function moveTo(panel, link) {
  const { left, top, bottom } = link.getBoundingClientRect()
  const width = Math.min(WIDEST, innerWidth - 2 * GAP)
  const below = innerHeight - bottom > Math.min(top, panel.offsetHeight + GAP)
  panel.style.width = `${width}px`
  panel.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`
  panel.style.top = below ? `${bottom + GAP}px` : "auto"
  panel.style.bottom = below ? "auto" : `${innerHeight - top + GAP}px`
  panel.style.maxHeight = `${(below ? innerHeight - bottom : top) - 2 * GAP}px`
}
