// The score of an estimate, and how well a reader knows what they know. This module does not use the page.

/** @import { Estimated } from "./practice-progress.js" */

/** The share of true values that the ranges of a reader should contain. */
export const AIM = 0.8

/**
 * Return the interval score (Gneiting and Raftery 2007, section 6.2) of a range on a scale of powers of ten: its width,
 * plus 2 / (1 - AIM) = 10 times the distance to the value if it is outside. Lower is better.
 * @param {{ low: number, high: number, value: number }} estimate
 */
export function score({ low, high, value }) {
  const [from, to, true_] = [low, high, value].map(Math.log10)
  const outside = Math.max(from - true_, true_ - to, 0)
  return to - from + (2 / (1 - AIM)) * outside
}

/** @param {{ low: number, high: number, value: number }} estimate */
export function isInside({ low, high, value }) {
  return low <= value && value <= high
}

/**
 * Return how many estimates contain the value, and the median of the scores.
 * @param {Estimated[]} estimates
 */
export function calibration(estimates) {
  const scores = estimates.map(score).sort((one, other) => one - other)
  const middle = scores.length / 2
  const median = scores.length % 2 ? scores[Math.floor(middle)] : (scores[middle - 1] + scores[middle]) / 2
  return { count: estimates.length, inside: estimates.filter(isInside).length, median: scores.length ? median : 0 }
}

/**
 * Return what the calibration means for the reader, in a sentence.
 * @param {{ count: number, inside: number }} calibration
 */
export function advice({ count, inside }) {
  if (count < 5) return "After five estimates, this line says whether your ranges are too narrow or too wide."
  const share = inside / count
  const margin = 1.28 * Math.sqrt((AIM * (1 - AIM)) / count)
  if (share < AIM - margin) return "Your ranges are too narrow: you are surer than you should be."
  return share > AIM + margin ? "Your ranges are wider than they need to be." : "Your ranges are as wide as they should be."
}
