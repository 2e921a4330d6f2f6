// Tools for a claim: link to it, cite it, report a mistake in it.
import { FORMS, reportAddress } from "./cite.js"
import { element } from "./element.js"

/**
 * Return the tools for a claim.
 * @param {import("./cite.js").CitedClaim} claim
 */
export function tools(claim) {
  const status = element("span", { role: "status" })
  const text = element("pre", { hidden: true, tabindex: 0 })
  const copy = (/** @type {string} */ what) => navigator.clipboard?.writeText(what).then(() => status.replaceChildren("Copied."))
  const link = element("a", { href: claim.url }, "Link")
  link.addEventListener("click", () => void copy(claim.url))
  const form = document.querySelector("a[data-report]")
  const report = form instanceof HTMLAnchorElement && reportAddress(form.href, claim)
  const here = document.querySelector("a[data-write-here]")
  const correct = here instanceof HTMLAnchorElement && `${here.href}&claim=${new URL(claim.url).hash.slice(1)}`
  return element(
    "div", { class: "hs-panel__tools" },
    element("p", {}, link, " Cite as", forms(claim, text, copy), report ? element("a", { href: report, rel: "nofollow" }, "Something wrong?") : null, correct ? [" ", element("a", { href: correct, rel: "nofollow" }, "Correct it")] : null, status),
    text,
  )
}

/**
 * @param {import("./cite.js").CitedClaim} claim
 * @param {HTMLElement} text the element that shows the citation
 * @param {(what: string) => void} copy
 */
function forms(claim, text, copy) {
  return Object.entries(FORMS).map(([name, write]) => {
    const button = element("button", { type: "button" }, name)
    button.addEventListener("click", () => {
      text.replaceChildren(write(claim))
      text.hidden = false
      copy(write(claim))
    })
    return button
  })
}
