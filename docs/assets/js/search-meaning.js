// Words for the same thing: readers type one, and entries, figures and decisions say another.
import { stem } from "./search-words.js"

const SAME_THING = [
  "server machine box host computer hardware", "fail failure die crash outage dead", "split partition divide",
  "large big huge", "user customer visitor", "drop reject discard shed", "stale old outdated", "copy replica",
  "entry item record", "evict remove delete", "deploy deployment release rollout", "site website", "photo picture image",
  "person people engineer employee developer programmer staff team headcount", "operation command transaction",
  "memory ram", "money cost price bill spend expense", "view pageview", "availability uptime", "service microservice",
  "backend dependency", "datacentre datacenter", "limit cap quota",
]
/** Words that mean the same where something is counted or measured. */
const SAME_AMOUNT = ["request query call", "storage database data disk"]
const FIRST = firstOf(SAME_THING)
const COUNTED = firstOf([...SAME_THING, ...SAME_AMOUNT])

/** @param {string[]} lines */
function firstOf(lines) {
  return new Map(lines.flatMap((line) => line.split(" ").map((word, _, [first]) => [stem(word), stem(first)])))
}

/**
 * Return the stem of a word, or of the word that stands for the same thing.
 * @param {string} word
 */
export function meant(word) {
  return FIRST.get(stem(word)) ?? stem(word)
}

/**
 * Return what a word means, as `meant` does, where something is counted or measured.
 * @param {string} word
 */
export function counted(word) {
  return COUNTED.get(stem(word)) ?? stem(word)
}
