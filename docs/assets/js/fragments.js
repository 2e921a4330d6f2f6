// Follows fragments: opens folded elements, and redirects fragments that moved to the evidence page.

const WITH_THE_EVIDENCE = /^(source|cite|figure|pattern|technology)-/

/**
 * Return the new fragment or address for a fragment that is not on the page; undefined if it is, or if none is known.
 * @param {string} fragment without its `#`
 * @param {(id: string) => boolean} isHere whether the page has an element with an id
 * @param {string} [evidence] the address of the evidence page, if that is another page
 */
export function placeOf(fragment, isHere, evidence) {
  if (!fragment || isHere(fragment)) return undefined
  const claim = fragment.startsWith("cite-") && claimOfMark(fragment).find(isHere)
  if (claim) return `#${claim}`
  return evidence && WITH_THE_EVIDENCE.test(fragment) ? `${evidence}#${fragment}` : undefined
}

/**
 * Return the possible claims of an old fragment of a citation, the longest first.
 * @param {string} mark the old fragment: `cite-figure-requests-craver-2016`
 */
function claimOfMark(mark) {
  const parts = mark.split("-").slice(1)
  return parts.map((_, index) => parts.slice(0, parts.length - 1 - index).join("-")).filter(Boolean)
}

/**
 * Open an element and the folds around it; return whether any of them was closed.
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

/** Follow the fragment of the address, now and whenever it changes. */
export function followFragments() {
  const go = () => {
    const fragment = decodeURIComponent(location.hash.slice(1))
    const evidence = document.querySelector("[data-evidence]")
    const isHere = (/** @type {string} */ id) => document.getElementById(id) !== null
    const place = placeOf(fragment, isHere, evidence instanceof HTMLAnchorElement ? evidence.href : undefined)
    if (place) return location.replace(place)
    const element = document.getElementById(fragment)
    if (unfold(element)) element?.scrollIntoView()
  }
  addEventListener("hashchange", go)
  go()
}
