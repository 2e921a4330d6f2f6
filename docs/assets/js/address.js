// Addresses of pages. They work at the root of a host, under a path, and in a copy opened from a folder.
export const ROOT = new URL("../../", import.meta.url)

/**
 * Return the address of a page by its path from the root of the site; in a copy opened from a folder, that of its file.
 * @param {string} path
 */
export function addressOf(path) {
  const address = new URL(path.slice(1), ROOT)
  if (address.protocol === "file:") address.pathname += "index.html"
  return address.href
}
