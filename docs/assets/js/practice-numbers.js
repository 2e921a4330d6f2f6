// Numbers as people type and read them: `300k`, `1.5 million`, `20 TB`. This module does not use the page.

/** @type {Record<string, number>} */
const SCALES = {
  "": 1, k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, mn: 1e6, b: 1e9, bn: 1e9, billion: 1e9, t: 1e12, tn: 1e12, trillion: 1e12,
}
/** @type {Record<string, number>} */
const SIZES = {
  b: 1, byte: 1, bytes: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12, pb: 1e15, eb: 1e18,
  kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30, tib: 2 ** 40, pib: 2 ** 50,
}
const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(?:e(\d{1,2}))?$/
const LARGEST = 1e21

/**
 * Return the number that a text gives, such as `300k` or `1,200`; null if it gives none, or none above zero.
 * @param {string} text
 */
export function amount(text) {
  return read(text, SCALES)
}

/**
 * Return the number of bytes that a text gives, such as `20 TB` or `512 GiB`; null if it gives none.
 * @param {string} text
 */
export function bytes(text) {
  return read(text, SIZES)
}

/**
 * @param {string} text
 * @param {Record<string, number>} scales
 */
function read(text, scales) {
  const [, digits = "", letters = ""] = /^([\d.,]*(?:e\d+)?)\s*([a-z]*)$/.exec(text.trim().toLowerCase().replaceAll("_", "")) ?? []
  const [, whole, part = "", power = "0"] = NUMBER.exec(digits) ?? []
  if (!Object.hasOwn(scales, letters) || (whole === undefined && !part)) return null
  const value = Number(`${(whole ?? "0").replaceAll(",", "")}${part}e${power}`) * scales[letters]
  return value > 0 && value <= LARGEST ? value : null
}

/**
 * Return a number in words: `1.3 billion`, `209,420,973`, `0.05`.
 * @param {number} value
 * @param {number} digits the number of significant digits
 */
export function inWords(value, digits = 3) {
  const rounded = Number(value.toPrecision(digits))
  const scale = [{ size: 1e12, name: " trillion" }, { size: 1e9, name: " billion" }, { size: 1e6, name: " million" }]
    .find(({ size }) => Math.abs(rounded) >= size) ?? { size: 1, name: "" }
  const options = { maximumFractionDigits: 9, maximumSignificantDigits: Math.max(digits, 1) }
  return `${(rounded / scale.size).toLocaleString("en-GB", options)}${scale.name}`
}

/**
 * Return a number of bytes in words: `20 TB`.
 * @param {number} value
 */
export function sizeInWords(value) {
  const names = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"]
  const power = Math.min(Math.max(Math.floor(Math.log10(value * 1.0005) / 3), 0), names.length - 1)
  return `${inWords(value / 1000 ** power)} ${names[power]}`
}

/**
 * Round a value to two significant digits, as a slider's handle gives it.
 * @param {number} value
 */
export function rough(value) {
  return Number(value.toPrecision(2))
}
