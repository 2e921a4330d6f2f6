// The chosen era and flow in the address of the page: `?era=y2012&flow=write-path`.

/** @typedef {{ era?: string, flow?: string }} Choice */

const NAMES = /** @type {const} */ (["era", "flow"])

/**
 * Read the choice from an address.
 * @param {string} address
 * @returns {Choice}
 */
export function readChoice(address) {
  const { searchParams } = new URL(address)
  return Object.fromEntries(NAMES.flatMap((name) => (searchParams.has(name) ? [[name, searchParams.get(name)]] : [])))
}

/**
 * Return an address with the choice, otherwise unchanged.
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
