// Texts to cite a claim, and the address to report a mistake in it.

/**
 * @typedef {object} CitedSource
 * @property {string} title
 * @property {string} facts who published it, and when
 * @property {string} place the place in the source; empty if none is given
 */
/**
 * @typedef {object} CitedClaim
 * @property {string} site the name of this site
 * @property {string} entry the title of the page that makes the claim
 * @property {string} words the claim
 * @property {string} when the date or period for which it holds; empty if it has none
 * @property {string} url the address of the claim
 * @property {string} reviewed when the entry was last checked against its sources; empty if unknown
 * @property {CitedSource[]} sources the most direct one first
 */

/** GitHub refuses longer addresses. */
const LONGEST = 8_191

/** The citation formats by name. */
export const FORMS = { Text: asText, Markdown: asMarkdown, BibTeX: asBibTeX }

/** @param {CitedClaim} claim */
export function asText(claim) {
  return `“${dated(claim)}” ${claim.site}: ${sentence(claim.entry)}${reviewed(claim)} ${claim.url}. ${restsOn(claim)}`
}

/** @param {CitedClaim} claim */
export function asMarkdown(claim) {
  const entry = `[${plain(claim.site)}: ${plain(claim.entry)}](${claim.url})`
  return `> ${plain(dated(claim))}\n\n${entry}.${reviewed(claim)} ${plain(restsOn(claim))}`
}

/** @param {CitedClaim} claim */
export function asBibTeX(claim) {
  const year = /\d{4}$/.exec(claim.reviewed)?.[0]
  const fields = {
    title: `{${escaped(claim.entry)}}`,
    author: `{${escaped(claim.site)}}`,
    ...(year && { year }),
    url: claim.url,
    note: escaped(`${dated(claim)} ${restsOn(claim)}`),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`)
  return `@misc{${keyOf(claim.url)},\n${lines.join(",\n")}\n}`
}

/**
 * Return the address of a form to report a mistake, with the claim filled in if the form takes it.
 * @param {string} form the address of the form, or of a page that says how to report a mistake
 * @param {CitedClaim} claim
 */
export function reportAddress(form, claim) {
  const address = new URL(form)
  if (!address.searchParams.has("template")) return form
  const says = [...dated(claim)]
  address.searchParams.set("title", `Wrong: ${shortened(claim.entry.split(":")[0])}: ${shortened(claim.words)}`)
  address.searchParams.set("entry", address.searchParams.get("entry") ?? claim.url)
  address.searchParams.set("claim", claim.url)
  do address.searchParams.set("says", says.join(""))
  while (address.href.length > LONGEST && says.splice(-Math.ceil(says.length / 4)).length)
  return address.href
}

/** @param {CitedClaim} claim */
function dated({ words, when }) {
  return when ? sentence(`${words.replace(/\.$/, "")} (${when})`) : sentence(words)
}

/** @param {CitedClaim} claim */
function reviewed({ reviewed }) {
  return reviewed && ` Last read against its sources on ${reviewed}.`
}

/** @param {CitedClaim} claim */
function restsOn({ sources }) {
  const said = sources.map(({ title, facts, place }) => `“${title}”. ${sentence(facts)}${place && ` ${sentence(place)}`}`)
  return said.length ? `${said.length === 1 ? "Source" : "Sources"}: ${said.join(" ")}` : ""
}

/** @param {string} text */
function sentence(text) {
  return /[.?!]$/.test(text) ? text : `${text}.`
}

/** @param {string} text */
function shortened(text) {
  return text.length > 80 ? `${text.slice(0, 79).replace(/\s\S*$/, "")} …` : text
}

/** @param {string} text to escape for Markdown */
function plain(text) {
  return text.replace(/[\\\x60*_[\]<>#]/g, "\\$&")
}

/** @param {string} text to escape for TeX */
function escaped(text) {
  return text.replace(/[\\{}$&#_%^~]/g, (sign) => ({ "\\": "\\textbackslash{}", "^": "\\^{}", "~": "\\~{}" })[sign] ?? `\\${sign}`)
}

/** @param {string} url */
function keyOf(url) {
  const { pathname, hash } = new URL(url)
  return `${pathname.split("/").filter(Boolean).slice(-2).join("-")}${hash.replace("#", "-")}`
}
