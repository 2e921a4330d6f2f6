// What scrolls sideways is reached by keyboard: the code blocks and tables of the pages that are written by hand.
import { parts } from "./element.js"

/** Make a stop of each part that is wider than its place. */
function letFocus() {
  for (const part of parts(document, "pre, pre code, .md-typeset__scrollwrap", HTMLElement)) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0
  }
}

addEventListener("load", letFocus)
addEventListener("resize", letFocus)
