// Opens the search box, and loads its scripts and data on first use.
import { load } from "./data.js"
import { part, parts } from "./element.js"

/** @import { SearchBox } from "./search-box.js" */

const dialog = document.querySelector("[data-search]")
if (dialog instanceof HTMLDialogElement) start(dialog)

/** @param {HTMLDialogElement} dialog */
function start(dialog) {
  /** @type {Promise<SearchBox | undefined> | null} */
  let box = null

  /** @param {string} [query] what to search for; by default the last query */
  async function open(query) {
    dialog.showModal()
    const field = part(dialog, "input", HTMLInputElement)
    field.value = query || field.value
    field.select()
    box ??= makeBox(dialog)
    ;(await box)?.update()
  }

  for (const button of parts(document, "[data-opens-search]", HTMLElement)) {
    button.addEventListener("click", () => open(button.dataset.opensSearch))
  }
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close())
  document.addEventListener("keydown", (event) => {
    if (dialog.open || !asksForSearch(event)) return
    event.preventDefault()
    open()
  })
}

/**
 * Load the search box with its data; if that fails, show a message and return undefined.
 * @param {HTMLElement} dialog
 */
async function makeBox(dialog) {
  try {
    const [{ SearchBox }, data] = await Promise.all([import("./search-box.js"), load("entries")])
    return new SearchBox(dialog, data)
  } catch {
    part(dialog, "[role=status]", HTMLElement).textContent = "The search index could not be loaded."
  }
}

/** @param {KeyboardEvent} event */
function asksForSearch({ key, ctrlKey, metaKey, target }) {
  return (key === "k" && (ctrlKey || metaKey)) || (key === "/" && !isField(target))
}

/** @param {EventTarget | null} target */
function isField(target) {
  const fields = ["INPUT", "TEXTAREA", "SELECT"]
  return target instanceof HTMLElement && (target.isContentEditable || fields.includes(target.tagName))
}
