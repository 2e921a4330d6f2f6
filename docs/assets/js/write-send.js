// Where a file can be sent: addresses of the host's pages for a new file and for editing one.

/** The longest address that GitHub takes, in bytes. */
export const LONGEST = 8191
const CONTENT = "content"

/** @typedef {{ name: string, url: string, holds: boolean }} Target a page of the host, and whether its address holds the text */

/**
 * Return the page of the host on which a file is added or edited; null without a repository.
 * @param {string} repository the address of the repository, or an empty text
 * @param {string} edit how its pages for editing begin: `edit/main/docs/`
 * @param {string} file the path below content/
 * @param {string} text
 * @param {boolean} isNew
 * @returns {Target | null}
 */
export function target(repository, edit, file, text, isNew) {
  if (!repository || !edit.startsWith("edit/")) return null
  const branch = edit.split("/")[1]
  const home = repository.replace(/\/*$/, "/")
  if (!isNew) return { name: "Open the file on GitHub", url: `${home}edit/${branch}/${CONTENT}/${file}`, holds: false }
  const empty = `${home}new/${branch}?${new URLSearchParams({ filename: `${CONTENT}/${file}` })}`
  const full = `${empty}&${new URLSearchParams({ value: text })}`
  const holds = full.length <= LONGEST
  return { name: holds ? "Send it with GitHub" : "Open GitHub’s page for a new file", url: holds ? full : empty, holds }
}

/**
 * Say what somebody has to do to send the file.
 * @param {Target | null} target
 * @param {boolean} isNew
 */
export function how(target, isNew) {
  if (!target) return "This copy of the site names no GitHub repository: copy or download the file, and send it to its maintainers."
  if (target.holds) return "GitHub’s page opens with the file filled in; it needs an account, and makes a pull request from your copy."
  const place = isNew ? "paste it into GitHub’s page for a new file" : "replace the text on GitHub’s page with it"
  return `Copy the file, and ${place}. GitHub then makes a pull request.`
}
