// Drafts in this browser, by file; if it lets the page store nothing, a draft lasts as long as the page.
import { ROOT } from "./address.js"

const PREFIX = `${ROOT.pathname}.write.`

/** @typedef {{ text: string, base: string, isNew: boolean }} Draft its text, the text that it began with, and whether the entry is new */

/**
 * Return the draft of a file, or null.
 * @param {string} file
 * @returns {Draft | null}
 */
export function draftOf(file) {
  try {
    const { text, base, isNew } = JSON.parse(localStorage.getItem(PREFIX + file) ?? "null") ?? {}
    return typeof text === "string" && typeof base === "string" ? { text, base, isNew: isNew === true } : null
  } catch {
    return null
  }
}

/**
 * Keep a draft, or forget it if it is null; return whether the browser did it.
 * @param {string} file
 * @param {Draft | null} draft
 */
export function keep(file, draft) {
  try {
    if (draft) localStorage.setItem(PREFIX + file, JSON.stringify(draft))
    else localStorage.removeItem(PREFIX + file)
    return true
  } catch {
    return false
  }
}

/** Return the files that have a draft. */
export function drafts() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)).sort()
  } catch {
    return []
  }
}
