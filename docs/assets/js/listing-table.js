// Tables that sort by a column: the headings become buttons, and `-name` is the order with the greatest value first.
import { element, parts } from "./element.js"
import { byValue } from "./listing-match.js"

/**
 * Turn the headings of the tables into buttons, and return the orders that they offer.
 * @param {ParentNode} place
 * @param {(sort: string) => void} choose
 */
export function columnsOf(place, choose) {
  const headings = parts(place, "th[data-sort]", HTMLTableCellElement)
  for (const heading of headings) {
    const button = element("button", { type: "button", class: "hs-sort" }, ...heading.childNodes)
    button.addEventListener("click", () => choose(next(heading)))
    heading.replaceChildren(button)
  }
  return headings.flatMap(({ dataset }) => [dataset.sort ?? "", `-${dataset.sort}`])
}

/**
 * Return the order after a click: numbers begin with the greatest value, texts with the first letter.
 * @param {HTMLTableCellElement} heading
 */
function next({ dataset, ariaSort }) {
  const [up, down] = [dataset.sort ?? "", `-${dataset.sort}`]
  const [first, second] = "numeric" in dataset ? [down, up] : [up, down]
  return ariaSort === (first === up ? "ascending" : "descending") ? second : first
}

/**
 * Sort the rows of the tables that have the column of `sort`; without one, restore the written order. Rows that are in
 * order stay where they are, because moving all rows of a long table blocks the page.
 * @param {ParentNode} place
 * @param {string} sort
 */
export function sortTable(place, sort) {
  for (const heading of parts(place, "th[data-sort]", HTMLTableCellElement)) heading.removeAttribute("aria-sort")
  for (const table of parts(place, "table:has(th[data-sort])", HTMLTableElement)) {
    const body = table.tBodies[0]
    const rows = [...body.rows]
    rows.forEach((row, place) => (row.dataset.written ??= `${place}`))
    const sorted = ordered(table, rows, sort)
    if (sorted.some((row, place) => row !== rows[place])) body.append(...sorted)
  }
}

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableRowElement[]} rows
 * @param {string} sort
 */
function ordered(table, rows, sort) {
  const name = sort.replace(/^-/, "")
  const heading = parts(table, "th[data-sort]", HTMLTableCellElement).find(({ dataset }) => dataset.sort === name)
  if (!heading) return byValue(rows.map(({ dataset }) => dataset.written ?? ""), true, false).map((place) => rows[place])
  heading.ariaSort = sort === name ? "ascending" : "descending"
  const values = rows.map(({ cells }) => valueOf(cells[heading.cellIndex]))
  return byValue(values, "numeric" in heading.dataset, sort !== name).map((place) => rows[place])
}

/** @param {HTMLTableCellElement} cell */
function valueOf(cell) {
  return cell.dataset.value ?? cell.textContent?.trim() ?? ""
}
