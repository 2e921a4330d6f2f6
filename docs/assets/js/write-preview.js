// The preview: the page of the entry in a shadow tree with the styles of the site, so that its ids are its own.
import { element } from "./element.js"

/**
 * Return the function that shows a page as HTML. The templates of the site have escaped it; scripts in it do not run.
 * @param {HTMLElement} place
 */
export function preview(place) {
  const shadow = place.attachShadow({ mode: "open" })
  const page = element("div")
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.cloneNode())
  shadow.append(...sheets, page)
  const colours = () => page.setAttribute("data-md-color-scheme", document.body.getAttribute("data-md-color-scheme") ?? "default")
  new MutationObserver(colours).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] })
  colours()
  page.addEventListener("click", (event) => leadWithin(event, shadow))
  return (/** @type {string} */ html) => {
    const made = new DOMParser().parseFromString(html, "text/html")
    for (const part of made.querySelectorAll("script, .hs-breadcrumbs")) part.remove()
    for (const link of made.querySelectorAll("a:not([href^='#'])")) link.setAttribute("target", "_blank")
    page.replaceChildren(element("div", { class: "hs-page" }, ...made.body.childNodes))
  }
}

/**
 * Follow a link to a place on the page, which browsers look for in the document only.
 * @param {Event} event
 * @param {ShadowRoot} shadow
 */
function leadWithin(event, shadow) {
  const link = event.target instanceof Element && event.target.closest("a[href^='#']")
  if (!link) return
  event.preventDefault()
  shadow.getElementById(link.getAttribute("href")?.slice(1) ?? "")?.scrollIntoView()
}
