// A session of questions: the next that is due, or a new one, with four grades. The address contains what it is about.
import { addressOf } from "./address.js"
import { load } from "./data.js"
import { arrived, element, part } from "./element.js"
import { Deck, EVERYTHING } from "./practice-deck.js"
import { due, grades, inWords, learned, nextTime, soon } from "./practice-schedule.js"
import { notice, progress, record } from "./practice-store.js"

/** @import { Card } from "./practice-progress.js" */
/** @import { Question, Scope } from "./practice-deck.js" */

const box = document.querySelector("[data-recall]")
if (box instanceof HTMLElement) start(box).catch(arrived) // without the data, the page has its lists

/** @param {HTMLElement} box */
async function start(box) {
  const deck = new Deck(await load("practice"), (part) => load("practised", part))
  const choice = scopes(deck)
  const place = element("div", { class: "hs-session__card", "aria-live": "polite" })
  const counts = element("p", { class: "hs-session__counts", role: "status" })
  const only = element("p", { class: "hs-session__only" })
  const bar = element("div", { class: "hs-session__bar" }, counts, element("label", {}, "Questions on ", choice))
  box.replaceChildren(...[notice()].flatMap((made) => made ?? []), bar, only, place)
  /** @type {Scope} */
  let scope = EVERYTHING

  const read = () => {
    const query = new URLSearchParams(location.search)
    const known = deck.numbers.has(query.get("case") ?? "")
    scope = { ...EVERYTHING, ...(known ? { case: query.get("case") ?? "" } : valueOf(choice, query)) }
    choice.value = scope.pattern ? `pattern=${scope.pattern}` : scope.family ? `family=${scope.family}` : ""
    const name = deck.cases[deck.numbers.get(scope.case) ?? -1]?.name
    const all = element("a", { href: location.pathname }, "all questions")
    only.replaceChildren(...(name ? [`Only ${name}; back to `, all, "."] : []))
    next()
  }
  const next = async () => {
    const keys = await deck.keys(scope)
    const mine = () => within(deck, progress().cards, keys)
    const showCounts = () => { counts.textContent = counted(mine(), keys?.size ?? deck.count) }
    showCounts()
    const question = await pick(deck, scope, mine())
    if (question) {
      show(deck, place, question, () => next())
      if (place.dataset.answered) part(place, "button", HTMLButtonElement).focus()
    } else {
      place.replaceChildren(element("p", {}, finished(mine())))
    }
    arrived()
  }

  choice.addEventListener("change", () => {
    history.pushState(null, "", location.pathname + (choice.value && `?${choice.value}`))
    read()
  })
  addEventListener("popstate", read)
  document.addEventListener("keydown", (event) => press(event, place))
  read()
}

/**
 * Return the choice of a family or a pattern.
 * @param {Deck} deck
 */
function scopes(deck) {
  const groups = deck.families.map(({ id, name }, at) => {
    const patterns = deck.patterns.filter(({ family }) => family === at)
    const options = patterns.map((pattern) => element("option", { value: `pattern=${pattern.id}` }, pattern.name))
    return element("optgroup", { label: name }, element("option", { value: `family=${id}` }, `${name}: all`), ...options)
  })
  return element("select", { name: "scope" }, element("option", { value: "" }, "everything"), ...groups)
}

/**
 * @param {HTMLSelectElement} choice
 * @param {URLSearchParams} query
 */
function valueOf(choice, query) {
  const found = ["pattern", "family"].find((name) => [...choice.options].some(({ value }) => value === `${name}=${query.get(name)}`))
  return found ? { [found]: query.get(found) ?? "" } : {}
}

/**
 * Return the cards of a scope; if `keys` is null, those of all case studies that the handbook still has.
 * @param {Deck} deck
 * @param {Record<string, Card>} cards
 * @param {Set<string> | null} keys
 */
function within(deck, cards, keys) {
  const isIn = (/** @type {string} */ key) => (keys ? keys.has(key) : deck.numbers.has(key.split("--")[0]))
  return Object.fromEntries(Object.entries(cards).filter(([key]) => isIn(key)))
}

/**
 * Return the next question: one that is due, a new one, or one that is due within minutes.
 * @param {Deck} deck
 * @param {Scope} scope
 * @param {Record<string, Card>} cards
 */
async function pick(deck, scope, cards) {
  const now = Date.now()
  for (const key of due(cards, now)) {
    const question = await deck.question(key)
    if (question) return question
  }
  for await (const question of deck.questions(scope)) if (!(question.key in cards)) return question
  const key = soon(cards, now)
  return key ? deck.question(key) : undefined
}

/**
 * @param {Record<string, Card>} cards
 * @param {number} all
 */
function counted(cards, all) {
  const fresh = Math.max(0, all - Object.keys(cards).length)
  return `${due(cards, Date.now()).length} due · ${fresh} new · ${learned(cards)} learned`
}

/** @param {Record<string, Card>} cards */
function finished(cards) {
  const time = nextTime(cards)
  return time === undefined ? "There are no questions here yet." : `Nothing is due. The next question comes back in ${inWords(time - Date.now())}.`
}

/**
 * Show a question, then its answer and the grades.
 * @param {Deck} deck
 * @param {HTMLElement} place
 * @param {Question} question
 * @param {() => void} next
 */
function show(deck, place, question, next) {
  const names = question.patterns.map((at) => deck.patterns[at].name).join(" · ")
  const reveal = element("button", { type: "button", class: "hs-button", "data-reveal": true, "aria-keyshortcuts": "Space" }, "Show the answer")
  reveal.addEventListener("click", () => {
    reveal.replaceWith(answer(question), gradeButtons(question, () => {
      place.dataset.answered = "yes"
      next()
    }))
    part(place, "[data-grade='3']", HTMLButtonElement).focus()
  })
  place.replaceChildren(
    element("p", { class: "hs-kicker" }, question.name, names && ` · ${names}`),
    element("p", { class: "hs-session__question" }, question.question),
    reveal,
  )
}

/** @param {Question} question */
function answer(question) {
  const page = addressOf(question.page)
  const links = question.about.map((claim) => element("a", { class: "hs-more", href: new URL(claim.replace(/^evidence\//, page.endsWith(".html") ? "evidence/index.html" : "$&"), page).href }, wordOf(claim)))
  const parts = links.flatMap((link, at) => (at ? [", ", link] : [link]))
  return element("p", { class: "hs-session__answer" }, question.answer, " ", ...parts, " ", element("a", { class: "hs-more", href: addressOf(question.page) }, question.name))
}

/**
 * Return the kind of a claim: `decision`.
 * @param {string} address
 */
function wordOf(address) {
  return address.replace(/^.*#/, "").split("-")[0]
}

/**
 * @param {Question} question
 * @param {() => void} next
 */
function gradeButtons(question, next) {
  const now = Date.now()
  const buttons = grades(progress().cards[question.key], now).map(({ name, card, again }, at) => {
    const button = element("button", { type: "button", class: "hs-button", "data-grade": at + 1, "aria-keyshortcuts": at + 1 }, name, element("small", {}, again))
    button.addEventListener("click", () => {
      record({ cards: { [question.key]: card } })
      next()
    })
    return button
  })
  return element("div", { class: "hs-grades", role: "group", "aria-label": "How well did you know it?" }, ...buttons)
}

/**
 * Space shows the answer; 1 to 4 grade it.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} place
 */
function press(event, place) {
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea, a, summary, button:not([data-grade], [data-reveal])")
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return
  const asked = event.key === " " ? "[data-reveal]" : /^[1-4]$/.test(event.key) ? `[data-grade='${event.key}']` : ""
  const button = asked && place.querySelector(asked)
  if (!(button instanceof HTMLButtonElement)) return
  event.preventDefault()
  button.click()
}
