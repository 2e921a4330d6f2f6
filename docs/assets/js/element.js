// Elements from values: texts stay texts, so that nothing in the data can become markup.

/** Return an element with attributes (null and false: left out; true: present) and children, of which texts stay texts. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value)
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""))
  return made
}
