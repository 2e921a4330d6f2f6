// Hands a file to the reader as a download.

/**
 * @param {Blob} file
 * @param {string} name
 */
export function save(file, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
