// Where a fragment leads: folded parts open, and what has moved to the page with the evidence is looked for there.

const WITH_THE_EVIDENCE = /^(source|cite|figure|pattern|technology)-/

/**
 * Return the fragment, or the address, where a fragment leads that the page does not have; nothing where it has it.
 * @param {string} fragment without its `#`
 * @param {(id: string) => boolean} isHere tells whether the page has an element of that id
 * @param {string} [evidence] the address of the page with the evidence, where that is another page
 */
export function placeOf(fragment, isHere, evidence) {
  if (!fragment || isHere(fragment)) return undefined
  const claim = fragment.startsWith("cite-") && claimOfMark(fragment).find(isHere)
  if (claim) return `#${claim}`
  return evidence && WITH_THE_EVIDENCE.test(fragment) ? `${evidence}#${fragment}` : undefined
}

/**
 * Return what the claim of a mark of old may be called, the longest name first.
 * @param {string} mark `cite-figure-requests-craver-2016`
 */
function claimOfMark(mark) {
  const parts = mark.split("-").slice(1)
  return parts.map((_, index) => parts.slice(0, parts.length - 1 - index).join("-")).filter(Boolean)
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
    const place = placeOf(fragment, isHere, evidence instanceof HTMLAnchorElement ? evidence.href : undefined)
    if (place) return location.replace(place)
    const element = document.getElementById(fragment)
    if (unfold(element)) element?.scrollIntoView()
  }
  addEventListener("hashchange", go)
  go()
}
