// Where a fragment leads: folded parts open, and what has moved to the page with the evidence is looked for there.

/**
 * Return the fragment, or the address, that took the place of an old fragment; nothing where it is still there.
 * @param {string} fragment without its `#`
 * @param {(id: string) => boolean} isHere tells whether the page has an element of that id
 * @param {string} evidence the address of the page with the evidence
 */
export function placeOf(fragment, isHere, evidence) {
  if (!fragment || isHere(fragment)) return undefined
  if (fragment.startsWith("source-")) return `${evidence}#${fragment}`
  if (!fragment.startsWith("cite-")) return undefined
  const parts = fragment.split("-").slice(1)
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const claim = parts.slice(0, length).join("-")
    if (isHere(claim)) return `#${claim}`
  }
  return evidence
}

/**
 * Open what an element is folded into, and the element itself where it folds; return whether anything was closed.
 * @param {Element | null} element
 */
export function unfold(element) {
  let opened = false
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    opened ||= !fold.open
    fold.open = true
  }
  return opened
}

/** Go where the address leads, now and whenever it changes. */
export function followFragments() {
  const go = () => {
    const fragment = decodeURIComponent(location.hash.slice(1))
    const evidence = document.querySelector("[data-evidence]")
    const isHere = (/** @type {string} */ id) => document.getElementById(id) !== null
    const place = evidence instanceof HTMLAnchorElement && placeOf(fragment, isHere, evidence.href)
    if (place) return location.replace(place)
    const element = document.getElementById(fragment)
    if (unfold(element)) element?.scrollIntoView()
  }
  addEventListener("hashchange", go)
  go()
}
