// Starts what a page keeps of its reader, on the pages that have something to keep.
const KEEPS = ".hs-stops, .hs-neighbours, .hs-question, [data-reviewed]"

/** Load the module for ticks, counts, places in paths and known questions if the page has any of them. */
export function startReading() {
  if (document.querySelector(KEEPS) || new URLSearchParams(location.search).has("path")) {
    import("./reading-page.js").then(({ showReading }) => showReading())
  }
}
