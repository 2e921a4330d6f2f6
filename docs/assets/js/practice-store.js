// The progress of the reader in this browser; if it lets the page store nothing, the progress lasts as long as the page.
import { element } from "./element.js"
import { empty, merged, parsed, written } from "./practice-progress.js"

/** @import { Progress } from "./practice-progress.js" */

const KEY = "hs-practice"
const PROBE = "hs-practice-probe"
let session = empty()
const isKept = canStore()

/** Return the progress so far. */
export function progress() {
  return merged(stored(), session)
}

/**
 * Add entries to the progress; they count as the latest ones.
 * @param {Partial<Progress>} entries
 */
export function record(entries) {
  session = merged(session, { ...empty(), ...entries })
  write(progress())
}

/** Forget everything. */
export function clear() {
  session = empty()
  if (isKept) localStorage.removeItem(KEY)
}

/** Return a notice if nothing is kept, or else null. */
export function notice() {
  if (isKept) return null
  const words = "This browser lets the page store nothing, so your answers last only until you leave this page."
  return element("p", { class: "hs-notice", "data-not-kept": true }, words)
}

/** Return whether the browser keeps the progress. */
export function keeps() {
  return isKept
}

function stored() {
  const text = isKept ? localStorage.getItem(KEY) : null
  try {
    return text ? parsed(text) : empty()
  } catch {
    return empty() // an extension or another program wrote it
  }
}

/** @param {Progress} all */
function write(all) {
  try {
    if (isKept) localStorage.setItem(KEY, written(all))
  } catch {
    // the storage is full: the session still has it
  }
}

function canStore() {
  try {
    localStorage.setItem(PROBE, "1")
    localStorage.removeItem(PROBE)
    return true
  } catch {
    return false
  }
}
