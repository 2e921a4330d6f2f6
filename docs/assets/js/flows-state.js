// What is chosen in an architecture, as it stands in the address of the page: `?era=y2012&flow=write-path`.

/** @typedef {{ era?: string, flow?: string }} Choice */

const NAMES = /** @type {const} */ (["era", "flow"])

/**
 * Return what an address says is chosen.
 * @param {string} address
 * @returns {Choice}
 */
export function readChoice(address) {
  const { searchParams } = new URL(address)
  return Object.fromEntries(NAMES.flatMap((name) => (searchParams.has(name) ? [[name, searchParams.get(name)]] : [])))
}

/**
 * Return an address that says what is chosen, with all else as it was.
 * @param {string} address
 * @param {Choice} choice
 */
export function withChoice(address, choice) {
  const url = new URL(address)
  for (const name of NAMES) {
    if (choice[name]) url.searchParams.set(name, choice[name])
    else url.searchParams.delete(name)
  }
  return url.href
}
