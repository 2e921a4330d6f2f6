// Where pages live, seen from any page of the site, which may be served under a path or opened from a folder.
export const ROOT = new URL("../../", import.meta.url)

/**
 * Return the address of a page by its path from the root of the site; in a folder, that of its file.
 * @param {string} path
 */
export function addressOf(path) {
  const address = new URL(path.slice(1), ROOT)
  if (address.protocol === "file:") address.pathname += "index.html"
  return address.href
}
