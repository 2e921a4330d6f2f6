// Starts what a page keeps of its reader, on the pages that have something to keep.
const KEEPS = ".hs-stops, .hs-neighbours, .hs-question, [data-reviewed]"

if (document.querySelector(KEEPS) || new URLSearchParams(location.search).has("path")) {
  import("./reading-page.js").then(({ startReading }) => startReading())
}
