// When a question is due again, by FSRS. The time is always passed in. This module does not use the page.
import { Rating, createEmptyCard, fsrs } from "./vendor/ts-fsrs.js"

/** @import { Card as FsrsCard, Grade as FsrsGrade } from "ts-fsrs" */
/** @import { Card } from "./practice-progress.js" */
/** @typedef {{ name: string, card: Card, again: string }} Grade A grade, the card after it, and the time until it is due again. */

const SCHEDULER = fsrs({ enable_fuzz: false })
/** @type {[string, FsrsGrade][]} */
const GRADES = [["Again", Rating.Again], ["Hard", Rating.Hard], ["Good", Rating.Good], ["Easy", Rating.Easy]]
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** How much earlier than planned a question may come if nothing else is due: the steps of a first session take minutes. */
const AHEAD = 20 * MINUTE
const REVIEW = 2

/**
 * Return the four grades that a reader can give, each with the card after it.
 * @param {Card | undefined} card undefined for a new question
 * @param {number} now
 * @returns {Grade[]}
 */
export function grades(card, now) {
  const before = card ? { ...card, due: new Date(card.due), last_review: new Date(card.at) } : createEmptyCard(new Date(now))
  const after = SCHEDULER.repeat(before, new Date(now))
  return GRADES.map(([name, rating]) => {
    const made = kept(after[rating].card, now)
    return { name, card: made, again: inWords(made.due - now) }
  })
}

/**
 * @param {FsrsCard} card
 * @param {number} now
 * @returns {Card}
 */
function kept({ due, stability, difficulty, elapsed_days, scheduled_days, learning_steps, reps, lapses, state }, now) {
  return { due: due.getTime(), stability, difficulty, elapsed_days, scheduled_days, learning_steps, reps, lapses, state, at: now }
}

/**
 * Return a time span in words: `10 minutes`, `3 days`, `2 months`.
 * @param {number} span in milliseconds
 */
export function inWords(span) {
  const units = [{ size: 365 * DAY, name: "year" }, { size: 30 * DAY, name: "month" }, { size: DAY, name: "day" }, { size: HOUR, name: "hour" }]
  const { size, name } = units.find(({ size }) => span >= size) ?? { size: MINUTE, name: "minute" }
  const count = Math.max(1, Math.round(span / size))
  return `${count} ${name}${count === 1 ? "" : "s"}`
}

/**
 * Return from when a question is due: from the beginning of the day if it comes back after days.
 * @param {Card} card
 */
function dueFrom({ due, state }) {
  return state === REVIEW ? new Date(due).setHours(0, 0, 0, 0) : due
}

/**
 * Return the ids of the questions that are due, the most overdue first.
 * @param {Record<string, Card>} cards
 * @param {number} now
 */
export function due(cards, now) {
  const ids = Object.keys(cards).filter((id) => dueFrom(cards[id]) <= now)
  return ids.sort((one, other) => cards[one].due - cards[other].due)
}

/**
 * Return the id of the question that is due next, if it may come earlier because nothing else is left.
 * @param {Record<string, Card>} cards
 * @param {number} now
 */
export function soon(cards, now) {
  return due(cards, now + AHEAD)[0]
}

/**
 * Return when the next question is due; undefined if none is scheduled.
 * @param {Record<string, Card>} cards
 */
export function nextTime(cards) {
  const times = Object.values(cards).map(dueFrom)
  return times.length ? times.reduce((one, other) => Math.min(one, other)) : undefined
}

/**
 * Return the number of questions that a reader has learned: those that come back after days, not minutes.
 * @param {Record<string, Card>} cards
 */
export function learned(cards) {
  return Object.values(cards).filter(({ state }) => state === REVIEW).length
}
