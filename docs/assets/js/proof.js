// Extracts the evidence for a claim from the evidence page, to show or cite it.
import { element, parts } from "./element.js"

/** @typedef {import("./cite.js").CitedClaim} CitedClaim */

/**
 * Return the evidence for a claim: its text, its sources with the places in them, and further remarks.
 * @param {HTMLElement} item the claim on the evidence page
 * @param {string} address of the item
 */
export function proofOf(item, address) {
  const [words, ...rest] = item.children
  const proof = [withoutWayBack(words), ...rest.flatMap((part) => shown(part))]
  for (const part of proof) absolute(part, address)
  return proof
}

/**
 * Make the links in an element from another page absolute.
 * @param {HTMLElement} part
 * @param {string} address of the other page
 */
export function absolute(part, address) {
  for (const link of parts(part, "a[href]:not([href^='#'])", HTMLAnchorElement)) {
    link.href = new URL(link.getAttribute("href") ?? "", address).href
  }
}

/**
 * Return a copy of an element; for the sources of a claim, return a list that describes each source.
 * @param {Element} part
 * @returns {HTMLElement[]}
 */
function shown(part) {
  const links = parts(part, ":scope > a[href^='#source-']", HTMLAnchorElement)
  const copy = part.cloneNode(true)
  if (!part.matches(".hs-cited") || !links.length) return copy instanceof HTMLElement ? [copy] : []
  return [element("ul", { class: "hs-panel__sources" }, links.map((link) => element("li", {}, ...sourceOf(link))))]
}

/** @param {HTMLAnchorElement} link */
function sourceOf(link) {
  const source = link.ownerDocument.getElementById(link.hash.slice(1))
  const [title, facts] = ["p:first-child", ".hs-source__facts"].map((selector) => source?.querySelector(selector)?.cloneNode(true))
  const place = placeOf(link)
  return [title, place && element("p", { class: "hs-panel__place" }, place), facts]
}

/** @param {HTMLAnchorElement} link a source, followed by the place in it */
function placeOf(link) {
  const after = link.nextSibling
  return after instanceof Text ? after.data.replace(/;\s*$/, "").trim() : ""
}

/** @param {Element} words */
function withoutWayBack(words) {
  const copy = element("p", { class: "hs-panel__claim" }, ...[...words.childNodes].map((child) => child.cloneNode(true)))
  for (const link of copy.querySelectorAll(".hs-back, .hs-cite")) link.remove()
  return copy
}

/**
 * Return a claim with the data to cite it.
 * @param {HTMLElement} item the claim on the evidence page
 * @param {HTMLAnchorElement} mark
 * @returns {CitedClaim}
 */
export function claimIn(item, mark) {
  const words = withoutWayBack(item.children[0])
  const when = words.querySelector(".hs-when")
  when?.remove()
  const links = parts(item, ":scope > .hs-cited > a[href^='#source-']", HTMLAnchorElement)
  return {
    site: said(document, ".hs-brand"),
    entry: said(document, "h1").replace(/^Evidence: /, ""),
    words: said(words),
    when: said(when),
    url: addressOf(item, mark),
    reviewed: said(item.ownerDocument, "[data-reviewed]"),
    sources: links.map((link) => {
      const source = item.ownerDocument.getElementById(link.hash.slice(1))
      return { title: said(source, "cite"), facts: said(source?.querySelector(".hs-source__facts")?.firstChild), place: placeOf(link) }
    }),
  }
}

/**
 * Return the canonical address of the claim itself.
 * @param {HTMLElement} item
 * @param {HTMLAnchorElement} mark
 */
function addressOf(item, mark) {
  const canonical = document.querySelector("link[rel='canonical']")
  const page = canonical instanceof HTMLLinkElement ? canonical.href : location.href.split("#")[0]
  const back = item.querySelector(".hs-back")?.getAttribute("href") ?? `#${mark.hash.slice(1).replace(/^evidence-/, "")}`
  return new URL(document.contains(item) ? back : back.replace(/^\.\.\//, ""), page).href
}

/**
 * @param {Node | null | undefined} place
 * @param {string} [selector]
 */
function said(place, selector) {
  const found = selector && place && "querySelector" in place ? /** @type {ParentNode} */ (place).querySelector(selector) : place
  return (found?.textContent ?? "").replace(/\s+/g, " ").trim().replace(/#$/, "")
}
