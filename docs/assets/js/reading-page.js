// What a page keeps of its reader: pages that were read, the place in a reading path, and questions that were known.
import { ROOT, addressOf } from "./address.js"
import { load } from "./data.js"
import { element, parts } from "./element.js"
import { keeps, progress, record } from "./practice-store.js"
import { countRead, placeIn } from "./reading-path.js"

const AGAIN = 0
const GOOD = 2
const here = addressFrom(location.href)
const neighbours = document.querySelector(".hs-neighbours")

/** Add the ticks, counts and links of this page, and let its questions be graded. */
export function showReading() {
  const path = new URLSearchParams(location.search).get("path")
  if (keeps()) {
    for (const list of parts(document, ".hs-stops", HTMLElement)) tickStops(list)
    for (const line of parts(document, "[data-reviewed][data-under]", HTMLElement)) tellReviewed(line)
    neighbours?.before(element("p", { class: "hs-read" }, tick(here, "I have read this case study")))
  }
  if (path) showPlace(path)
  for (const question of parts(document, ".hs-question", HTMLDetailsElement)) {
    question.addEventListener("toggle", () => askWhetherKnown(question))
  }
}

/**
 * Return the address of a page from the root of the site, also in a copy opened from a folder.
 * @param {string} url
 */
function addressFrom(url) {
  return `/${new URL(".", url).href.slice(ROOT.href.length)}`
}

/**
 * Return a box to tick when a page was read.
 * @param {string} address
 * @param {string} words
 */
function tick(address, words) {
  const box = element("input", { type: "checkbox" })
  box.checked = progress().pages[address]?.read ?? false
  box.addEventListener("change", () => record({ pages: { [address]: { read: box.checked, at: Date.now() } } }))
  return element("label", { class: "hs-tick" }, box, ` ${words}`)
}

/**
 * Add a box to each stop of a reading path, and lead to its page as a part of the path.
 * @param {HTMLElement} list
 */
function tickStops(list) {
  const id = here.split("/").at(-2) ?? ""
  for (const link of parts(list, ".hs-stop__entry > a", HTMLAnchorElement)) {
    const address = addressFrom(link.href)
    link.search = `?path=${id}`
    link.parentElement?.append(" ", tick(address, "read"))
  }
}

/**
 * Say how many case studies were read, if any.
 * @param {HTMLElement} line
 */
function tellReviewed(line) {
  const { reviewed, under = "" } = line.dataset
  const { pages } = progress()
  const count = countRead(Object.keys(pages).filter((address) => address.startsWith(under)), pages)
  line.hidden = !count
  line.textContent = `${count} of ${reviewed} reviewed`
}

/**
 * Show the place of this page in a reading path, with the stops before and after.
 * @param {string} id
 */
async function showPlace(id) {
  const place = placeIn(await load("paths"), id, here)
  if (!place) return
  const link = (/** @type {{ name: string, address: string } | undefined} */ stop, /** @type {string} */ words) =>
    stop && element("a", { href: `${addressOf(stop.address)}?path=${id}` }, element("small", {}, words), ` ${stop.name}`)
  const made = () => element(
    "nav", { class: "hs-neighbours hs-on-path", "aria-label": "Reading path" },
    link(place.previous, "Before this"),
    element("span", {}, element("a", { href: addressOf(place.address) }, place.title), ` ${place.at + 1} of ${place.count} `, keeps() ? tick(here, "read") : ""),
    link(place.next, "Then"),
  )
  document.querySelector(".hs-breadcrumbs")?.after(made())
  const end = neighbours ?? document.querySelector(".hs-edit")
  if (end) end.before(made())
}

/**
 * Offer to say whether one knew the answer to an open question; it comes back in the session when it fades.
 * @param {HTMLDetailsElement} question
 */
async function askWhetherKnown(question) {
  const key = question.dataset.card ?? `${here.split("/").at(-2)}--${question.id.replace("question-", "")}`
  if (question.dataset.asked) return
  question.dataset.asked = "yes"
  const { grades } = await import("./practice-schedule.js")
  const said = element("span", { role: "status" })
  const buttons = [["I knew it", GOOD], ["I did not", AGAIN]].map(([words, grade]) => {
    const button = element("button", { type: "button", class: "hs-button" }, `${words}`)
    button.addEventListener("click", () => {
      const { card, again } = grades(progress().cards[key], Date.now())[Number(grade)]
      record({ cards: { [key]: card } })
      for (const other of buttons) other.disabled = true
      said.textContent = `Due again in ${again}.`
    })
    return button
  })
  question.append(element("p", { "data-known": true, class: "hs-known" }, ...buttons, said))
}
