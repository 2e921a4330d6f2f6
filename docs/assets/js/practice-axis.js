// A logarithmic axis as a drawing: systems as dots, a range as a bar, and one mark with a word.
import { placeOf } from "./practice-place.js"

/**
 * @typedef {object} Axis
 * @property {number} width in px, at most `WIDEST`
 * @property {{ low: number, high: number }} ends as powers of ten
 * @property {number[]} [dots]
 * @property {{ low: number, high: number }} [bar]
 * @property {number} mark
 * @property {string} says the word at the mark
 * @property {string} label what the drawing shows
 * @property {(value: number) => string} inWords
 */

const WIDEST = 640
const HEIGHT = 62
const EDGE = 40
const LINE = 36
/** The width in px that a number below the axis takes. */
const NUMBER = 84

/** @param {Axis} options */
export function axis({ width, ends, dots = [], bar, mark, says, label, inWords }) {
  const wide = Math.min(width || WIDEST, WIDEST)
  const across = (/** @type {number} */ value) => EDGE + Math.min(Math.max(placeOf(value, ends), 0), 1) * (wide - 2 * EDGE)
  const drawing = svg("svg", { viewBox: `0 0 ${wide} ${HEIGHT}`, width: wide, height: HEIGHT, class: "hs-axis", role: "img", "aria-label": label })
  drawing.append(svg("path", { d: `M${EDGE} ${LINE}H${wide - EDGE}`, class: "hs-axis__line" }))
  const step = Math.max(1, Math.ceil(((ends.high - ends.low) * NUMBER) / (wide - 2 * EDGE)))
  for (let power = ends.low; power <= ends.high; power += step) {
    drawing.append(svg("path", { d: `M${across(10 ** power)} ${LINE - 3}v6`, class: "hs-axis__line" }), text(across(10 ** power), 54, inWords(10 ** power)))
  }
  if (bar) drawing.append(svg("path", { d: `M${across(bar.low)} ${LINE}H${across(bar.high)}`, class: "hs-axis__bar" }))
  for (const value of dots) drawing.append(svg("circle", { cx: across(value), cy: LINE, r: 5, class: "hs-axis__dot" }))
  drawing.append(svg("path", { d: `M${across(mark)} ${LINE - 7}l-6 -9h12z`, class: "hs-axis__own" }), text(across(mark), 14, says))
  return drawing
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function svg(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`)
  return made
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} words
 */
function text(x, y, words) {
  const made = svg("text", { x, y, "text-anchor": "middle" })
  made.textContent = words
  return made
}
