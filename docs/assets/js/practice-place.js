// Where a system stands among others on logarithmic scales. This module does not use the page.

/** @typedef {{ case: number, value: number, words: string, date: string, figure: string }} Placed A system and its largest value. */
/** @typedef {{ name: string, factor: number, near: Placed[] }} Level Systems near a multiple of a value. */

const LEVELS = [{ name: "At a tenth of your scale", factor: 0.1 }, { name: "At your scale", factor: 1 }, { name: "At ten times your scale", factor: 10 }]
const HALF_A_DECADE = 10 ** 0.5

/**
 * Return the systems within half a power of ten of a tenth of a value, of the value, and of ten times the value.
 * @param {Placed[]} systems
 * @param {number} value
 * @returns {Level[]}
 */
export function levels(systems, value) {
  return LEVELS.map(({ name, factor }) => ({ name, factor, near: near(systems, value * factor) }))
}

/**
 * @param {Placed[]} systems
 * @param {number} value
 */
function near(systems, value) {
  const distance = (/** @type {Placed} */ one) => Math.abs(Math.log10(one.value / value))
  const found = systems.filter((one) => one.value > value / HALF_A_DECADE && one.value <= value * HALF_A_DECADE)
  return found.sort((one, other) => distance(one) - distance(other))
}

/**
 * Return the powers of ten at both ends of an axis that has all values, of which one is above zero.
 * @param {number[]} values
 */
export function endsOf(values) {
  const powers = values.filter((value) => value > 0).map(Math.log10)
  const low = Math.floor(powers.reduce((one, other) => Math.min(one, other)))
  const high = Math.ceil(powers.reduce((one, other) => Math.max(one, other)))
  return { low, high: Math.max(high, low + 1) }
}

/**
 * Return the place of a value on an axis, from 0 to 1.
 * @param {number} value
 * @param {{ low: number, high: number }} ends
 */
export function placeOf(value, { low, high }) {
  return (Math.log10(value) - low) / (high - low)
}

/**
 * Return in words how many systems are below a value: `larger than 7 of 12 systems`.
 * @param {Placed[]} systems
 * @param {number} value
 */
export function rank(systems, value) {
  const below = systems.filter((one) => one.value < value).length
  return `more than ${below} of ${systems.length} ${systems.length === 1 ? "system" : "systems"}`
}
