// Words, and what people do with them: endings, blanks, initials, slips.

/**
 * A text as plain lower-case words; `+` and `#` stay, for C++ and C#.
 * @param {string} text
 */
export function words(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}+#]+/u).filter(Boolean)
}

/**
 * A word without its ending, so that `shards` and `sharding` are found by `shard` and the other way round.
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 4) return word
  return word
    .replace(/(?<!s)s$/, "")
    .replace(/(?<=...)(ing|ed)$/, "")
    .replace(/(?<=...)e$/, "")
}

/**
 * A name without anything that people write now so, now so: `Node.js`, `node js` and `nodejs` are one.
 * @param {string} name
 */
export function key(name) {
  return words(name).join("")
}

/**
 * The words of a name, and those within a word: `RabbitMQ` is `Rabbit MQ`.
 * @param {string} name
 */
export function partsOf(name) {
  return words(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/-/g, " "))
}

/**
 * The first letters of the words of a name; none where it is one word.
 * @param {string} name
 */
export function initials(name) {
  const parts = words(name)
  return parts.length > 1 ? parts.map((word) => word[0]).join("") : ""
}

/**
 * How many letters may be wrong in a word.
 * @param {string} term
 */
export function slips(term) {
  if (term.length < 4) return false
  return term.length < 5 ? 1 : 2 // two letters that changed places are two that are wrong
}

/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to make one word the other.
 * @param {string} one
 * @param {string} other
 */
export function distance(one, other) {
  /** @type {number[]} */
  let before = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const line = nextLine(one, other, row, last, before)
    before = last
    last = line
  }
  return last[other.length]
}

/**
 * The distances between the first letters of `one`, `row` of them, and each beginning of `other`.
 * @param {string} one
 * @param {string} other
 * @param {number} row
 * @param {number[]} last
 * @param {number[]} before
 */
function nextLine(one, other, row, last, before) {
  const line = [row]
  for (let column = 1; column <= other.length; column += 1) {
    const same = one[row - 1] === other[column - 1]
    line[column] = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
    const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
    if (swapped) line[column] = Math.min(line[column], before[column - 2] + 1)
  }
  return line
}
