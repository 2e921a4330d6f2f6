// Makes code blocks and tables that scroll sideways reachable by keyboard, on handwritten pages.
import { parts } from "./element.js"

/** Make each element that overflows a tab stop. */
function letFocus() {
  for (const part of parts(document, "pre, pre code, .hs-page > table", HTMLElement)) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0
  }
}

addEventListener("load", letFocus)
addEventListener("resize", letFocus)
