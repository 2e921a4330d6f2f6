// Shows how fresh entries are, after the dates that pages print.
import { element, parts } from "./element.js"
import { freshness } from "./freshness.js"

/**
 * Add its grade and the reasons to the date of each entry.
 * @param {ParentNode} place
 * @param {Date} today
 */
export function gradeEntries(place, today) {
  for (const dated of parts(place, "[data-fresh]", HTMLElement)) {
    const { grade, reasons } = freshness(dated.dataset, today)
    const words = grade === "due" ? "due for review" : grade
    dated.after(" ", element("span", { class: `hs-tag hs-tag--${grade}`, "data-grade": grade }, reasons.length ? `${words}: ${reasons.join("; ")}` : words))
  }
}
