// Claims and their evidence: for pages that have any.
import { followFragments } from "./fragments.js"
import { preparePrint } from "./print.js"

const article = document.querySelector("article:has(.hs-cite, .hs-term, [data-claims])")
followFragments()
preparePrint()
if (article instanceof HTMLElement) import("./marks.js").then(({ openMarks }) => openMarks(article))
