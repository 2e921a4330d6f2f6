// Marks the section that is being read in the list of contents beside the page.
import { parts } from "./element.js"

const header = document.querySelector("header")
const list = document.querySelector(".md-sidebar__scrollwrap")
const links = parts(document, ".md-sidebar .md-nav__link", HTMLAnchorElement)
const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))

let waiting = false
/** @type {HTMLAnchorElement | undefined} */
let marked

/** Mark the last section whose heading the header has reached. */
function mark() {
  waiting = false
  if (!header || !list?.clientHeight) return
  const edge = header.getBoundingClientRect().bottom
  const current = links.findLast((_, number) => (sections[number]?.getBoundingClientRect().top ?? Infinity) <= edge)
  if (current === marked) return
  marked?.classList.remove("md-nav__link--active")
  current?.classList.add("md-nav__link--active")
  marked = current
  if (current) bringIntoView(list, current)
}

/**
 * Scroll the list alone, so that it shows the link.
 * @param {Element} list
 * @param {HTMLElement} link
 */
function bringIntoView(list, link) {
  const [frame, box] = [list.getBoundingClientRect(), link.getBoundingClientRect()]
  if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - frame.height / 2
}

function markSoon() {
  if (!waiting) requestAnimationFrame(mark)
  waiting = true
}

if (links.length) {
  addEventListener("scroll", markSoon, { passive: true })
  addEventListener("resize", markSoon)
  markSoon()
}
