// Normalisation of words for the search: stems, keys, initials and edit distance.

/**
 * Split a text into lower-case words without accents; keep `+` and `#` for C++ and C#.
 * @param {string} text
 */
export function words(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  return plain.replace(/\bdata[ -]cent(er|re)/g, "datacentre").split(/[^\p{L}\p{N}+#]+/u).filter(Boolean)
}

/**
 * Return whether a word tells something: it is neither common nor a mere sign.
 * @param {string} word
 * @param {ReadonlySet<string>} common stop words
 */
export function tells(word, common) {
  return !common.has(word) && word !== "+"
}

/**
 * Return a word without its ending, so that `shard`, `shards` and `sharding`, or `query` and `queries`, find each other.
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 4) return word
  return word
    .replace(/(?<=..)iz(?=e[sdr]?$|ing$|ation$)/, "is")
    .replace(/(?<=...)ies$/, "y")
    .replace(/(?<!s)s$/, "")
    .replace(/(?<=...)(ing|ed)$/, "")
    .replace(/(?<=..)([bdgmnprt])\1$/, "$1")
    .replace(/(?<=....)(?<!ill)ion$/, "")
    .replace(/(?<=...)e$/, "")
}

/**
 * Return a name without spaces, punctuation and case: `Node.js`, `node js` and `nodejs` are the same.
 * @param {string} name
 */
export function key(name) {
  return words(name).join("")
}

/**
 * Return the words of a name without their endings.
 * @param {string} name
 */
export function stemmed(name) {
  return words(name).map(stem).join(" ")
}

/**
 * Return the words of a name, split in camel case: `RabbitMQ` becomes `rabbit` and `mq`.
 * @param {string} name
 */
export function partsOf(name) {
  return words(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/-/g, " "))
}

/**
 * Return the initials of a name; empty if it is one word.
 * @param {string} name
 */
export function initials(name) {
  const parts = words(name)
  return parts.length > 1 ? parts.map((word) => word[0]).join("") : ""
}

/**
 * Return the maximum edit distance for a term, or false if it must match exactly.
 * @param {string} term
 */
export function slips(term) {
  if (term.length < 4) return false
  return term.length < 5 ? 1 : 2 // two swapped letters count as two errors
}

/**
 * Return the Damerau-Levenshtein distance (optimal string alignment) between two words.
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
 * Return the distances between the first `row` letters of `one` and each prefix of `other`.
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
