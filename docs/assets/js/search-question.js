// Reads a question: what it asks for, which stance it means, and which of its words tell something.

/**
 * @typedef {object} Question
 * @property {boolean} asks whether the query is a question
 * @property {boolean} general whether it asks which systems: `who left cassandra`
 * @property {boolean} counts whether it asks for a number
 * @property {boolean} reasons whether it asks why or how, so that decisions answer it
 * @property {string[]} stances the stances that it means, such as `left`; empty if it means any
 * @property {boolean} leaves whether it asks what systems left
 * @property {string} core the query without the words of the question
 */

const ASKS = /^(who|whose|which|what|why|how|when|where|does|did|do|is|are|was|can|could|should|has|have)\b/
const GENERAL = /^((who|whose)\b|(which|what) (compan|system|site|team|organi[sz]ation|architecture))|^(systems|companies|sites) (that|which|using|with|without)\b/
/** How a question for a number begins. */
export const COUNTS = /^(how (many|much|big|large|fast|long)|(what is the )?(number|amount) of)\b/i
const REASONS = /^(why|how|when|what (happen|went))/
/** The words of stances, with the stances that they mean. */
const STANCES = /** @type {const} */ ([
  [
    new RegExp(
      "\\b(left|leav(e|es|ing)|abandon\\w*|quit|ditch\\w*|g[ai]v(e|es|ing|en) up( on)?|stop\\w* using|got rid of" +
        "|(mov|switch|migrat)(e|ed|es|ing)? (away from|away|off|from)|replac\\w*|dropp?(ed|ing)?|no longer us(e|es|ed))\\b", "g",
    ),
    ["left", "abandoned", "rejected"],
  ],
  [
    /\b(reject\w*|avoid\w*|refus\w*|decided against|(do|does|did) ?n[o']?t( \w+)? (us|run|need|choose)\w*|not us(e|es|ing)|without)\b/g,
    ["rejected", "avoids", "left", "abandoned"],
  ],
  [/\b(built|buil[dt]s?|wrote|writes?|written|made|makes?|created?|invent(s|ed)?|developed)\b/g, ["built"]],
  [/\b(us(e|es|ed|ing)|runs?|running|ran|adopt\w*|chose|chooses?|picked|(mov|switch|migrat)(e|ed)? to)\b/g, ["uses", "built"]],
])
const FILLERS = new RegExp(
  "\\b(who|whose|which|what|whats|why|how|when|where|does|did|do|is|are|was|were|can|could|should|has|have|i|you|we|my|your" +
    "|compan(y|ies)|systems?|sites?|teams?|case stud(y|ies)|still|ever|anyone|production|instead|together|both|for|to|from" +
    "|in|on|of|at|with|and|a|an|the|its|it|their|they|vs|versus|or|compared|differences?|between|better|alternatives?)\\b", "g",
)

/**
 * Read a query as a question.
 * @param {string} query
 * @returns {Question}
 */
export function readQuestion(query) {
  const text = query.trim().toLowerCase().replace(/[?!]+$/, "").replace(/’/g, "'")
  const [first] = STANCES.filter(([pattern]) => text.search(pattern) >= 0)
  const bare = STANCES.reduce((rest, [pattern]) => rest.replace(pattern, " "), text)
  return {
    asks: ASKS.test(text) || GENERAL.test(text),
    general: GENERAL.test(text),
    counts: COUNTS.test(text),
    reasons: REASONS.test(text),
    stances: first ? [...first[1]] : [],
    leaves: first === STANCES[0],
    core: bare.replace(FILLERS, " ").replace(/\s+/g, " ").trim(),
  }
}
