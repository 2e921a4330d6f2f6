// Addresses of pages. They work at the root of a host, under a path, and in a copy opened from a folder.
export const ROOT = new URL("../../", import.meta.url)
/** The path of the file that says where the data for this version of the scripts is: it is named after their folder. */
export const VERSION = `versions/${new URL(".", import.meta.url).pathname.split("/").at(-2)}.js`

/**
 * Return the address of a page by its path from the root of the site; in a copy opened from a folder, that of its file.
 * @param {string} path
 */
export function addressOf(path) {
  const address = new URL(path.slice(1), ROOT)
  if (address.protocol === "file:") address.pathname += "index.html"
  return address.href
}
