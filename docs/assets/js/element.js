// Creates and finds elements. Strings become text nodes, so that data cannot inject markup.

/** @typedef {string | number | boolean | null | undefined} Value */
/** @typedef {Node | string | null | undefined} Child */

/**
 * Create an element with attributes (null, false: omitted; true: empty) and children; strings become text nodes.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, Value>} attributes
 * @param {...(Child | Child[])} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : `${value}`)
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined).filter((child) => child !== ""))
  return made
}

/**
 * Return the first element that matches a selector; throw an error if there is none or it has another type.
 * @template {Element} Kind
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} type
 */
export function part(place, selector, type) {
  const found = place.querySelector(selector)
  if (found instanceof type) return found
  throw new Error(`The page has no ${type.name} at ${selector}.`)
}

/**
 * Return the elements of a type that match a selector.
 * @template {Element} Kind
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} type
 * @returns {Kind[]}
 */
export function parts(place, selector, type) {
  return [...place.querySelectorAll(selector)].flatMap((found) => (found instanceof type ? [found] : []))
}

/** Show what waited for the part of the page that a script has filled: see `data-waits` in frame.css. */
export function arrived() {
  for (const part of parts(document, "[data-waits]", HTMLElement)) part.removeAttribute("data-waits")
}
