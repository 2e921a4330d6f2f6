// The list of problems; a problem of the open file leads to its line.
import { addressOf } from "./address.js"
import { element } from "./element.js"

/** @typedef {import("./write-ask.js").Problem} Problem */

/**
 * Return the items of the list.
 * @param {Problem[]} problems
 * @param {string} file the open file
 * @param {string} rules the path of the page that explains the rules
 * @param {(problem: Problem) => void} go
 */
export function items(problems, file, rules, go) {
  return problems.map((problem) => {
    const own = problem.file === file
    const button = own && element("button", { type: "button" }, `Line ${problem.line}`)
    if (button) button.addEventListener("click", () => go(problem))
    const rule = element("a", { href: `${addressOf(rules)}#${problem.rule}` }, problem.rule)
    const advice = problem.level === "advice" ? "Advice: " : ""
    return element("li", { class: `hs-write__${problem.level}` }, button || element("b", {}, problem.file), ` ${advice}${problem.message} `, rule)
  })
}

/**
 * @param {Problem[]} problems
 */
export function counted(problems) {
  const count = problems.filter(({ level }) => level === "problem").length
  if (count) return `${count} ${count === 1 ? "problem" : "problems"}. The file cannot be merged yet.`
  return problems.length ? "No problems, some advice on style." : "No problems."
}
