// Which of a list of drills comes next. This module does not use the page.

/** @typedef {{ id: string, values: Record<string, string | undefined> }} Drill The values by facet, separated by spaces. */

/**
 * Return the ids of the drills that have the chosen value of every facet.
 * @param {Drill[]} drills
 * @param {Record<string, string>} chosen
 */
export function matching(drills, chosen) {
  const facets = Object.entries(chosen).filter(([, value]) => value)
  return drills.filter(({ values }) => facets.every(([facet, value]) => values[facet]?.split(" ").includes(value))).map(({ id }) => id)
}

/**
 * Return the drill after `current`: the next that is not done, from the start again after the last; else the next of all.
 * @param {string[]} ids
 * @param {string} current an empty text for the first
 * @param {(id: string) => boolean} isDone
 */
export function following(ids, current, isDone) {
  const at = ids.indexOf(current) + 1
  const order = [...ids.slice(at), ...ids.slice(0, at)].filter((id) => id !== current)
  return order.find((id) => !isDone(id)) ?? order[0] ?? ids[0] ?? ""
}

/**
 * Return in how many decisions a reader decided as the systems did, in a sentence.
 * @param {Record<string, { agreed: boolean }>} decisions
 */
export function tally(decisions) {
  const all = Object.values(decisions)
  if (!all.length) return ""
  return `You decided as they did in ${all.filter(({ agreed }) => agreed).length} of ${all.length}.`
}
