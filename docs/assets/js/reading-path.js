// The place of a page in a reading path, and how much of a path was read. This module does not use the page.
import { rows } from "./records.js"

/** @import { Reading } from "./practice-progress.js" */
/** @typedef {{ name: string, address: string }} Stop */

/**
 * Return the stops of a reading path; none if it is unknown.
 * @param {PathsData} data
 * @param {string} id
 * @returns {Stop[]}
 */
export function stopsOf(data, id) {
  const number = data.paths.id.indexOf(id)
  return number < 0 ? [] : rows(data.stops).filter(({ path }) => path === number)
}

/**
 * Return the title of a path, the place of a page in it, and the stops before and after; null if it is not a stop.
 * @param {PathsData} data
 * @param {string} id
 * @param {string} address
 */
export function placeIn(data, id, address) {
  const stops = stopsOf(data, id)
  const at = stops.findIndex((stop) => stop.address === address)
  if (at < 0) return null
  const number = data.paths.id.indexOf(id)
  return { title: data.paths.title[number], address: data.paths.address[number], at, count: stops.length, previous: stops[at - 1], next: stops[at + 1] }
}

/**
 * Return how many of some pages were read.
 * @param {string[]} addresses
 * @param {Record<string, Reading>} pages
 */
export function countRead(addresses, pages) {
  return addresses.filter((address) => pages[address]?.read).length
}

/**
 * Return how much of a path was read, in words; empty if nothing.
 * @param {PathsData} data
 * @param {string} id
 * @param {Record<string, Reading>} pages
 */
export function readOf(data, id, pages) {
  const addresses = stopsOf(data, id).map(({ address }) => address)
  const count = countRead(addresses, pages)
  return count ? `${count} of ${addresses.length} read` : ""
}
