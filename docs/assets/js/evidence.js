// Starts the scripts for links to fragments, print and evidence panels.
import { followFragments } from "./fragments.js"
import { preparePrint } from "./print.js"

const article = document.querySelector("article:has(.hs-cite, .hs-term, [data-claims])")
followFragments()
preparePrint()
if (article instanceof HTMLElement) import("./marks.js").then(({ openMarks }) => openMarks(article))
