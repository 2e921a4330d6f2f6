// Starts the scripts for links to fragments, print, grades of freshness, evidence panels, and what the page keeps of its reader.
import { followFragments } from "./fragments.js"
import { preparePrint } from "./print.js"
import { startReading } from "./reading.js"

const article = document.querySelector("article:has(.hs-cite, .hs-term, [data-claims])")
followFragments()
preparePrint()
startReading()
if (document.querySelector("[data-fresh]")) import("./freshness-shown.js").then(({ gradeEntries }) => gradeEntries(document, new Date()))
if (article instanceof HTMLElement) import("./marks.js").then(({ openMarks }) => openMarks(article))
