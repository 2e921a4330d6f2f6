// The arithmetic of derived figures, as handbook/arithmetic.py does it: in base units, then in the unit of the figure.

/** @typedef {{ value: number, factor: number }} Operand A value, and the size of its unit in base units. */

/**
 * Return the result of an operation in a unit of the size `own`; NaN if the calculation divides by zero.
 * @param {string} operation `product`, `ratio`, `sum` or `difference`
 * @param {Operand[]} operands
 * @param {number} own
 */
export function compute(operation, operands, own) {
  const [first, ...rest] = operands.map(({ value, factor }) => value * factor)
  const product = rest.reduce((one, other) => one * other, 1)
  const sum = rest.reduce((one, other) => one + other, 0)
  /** @type {Record<string, number>} */
  const results = { product: first * product, ratio: product === 0 ? NaN : first / product, sum: first + sum, difference: first - sum }
  return results[operation] / own
}

/**
 * Return the operands with the values of a query: `?of=1000,20`; a part that is no number keeps its value.
 * @param {Operand[]} operands
 * @param {string} query
 */
export function withValues(operands, query) {
  const values = (new URLSearchParams(query).get("of") ?? "").split(",")
  return operands.map((operand, at) => {
    const value = values[at] ? Number(values[at]) : NaN
    return Number.isFinite(value) ? { ...operand, value } : operand
  })
}

/**
 * Write the figure and the values of its operands as a query, without the values if they are the published ones.
 * @param {string} figure
 * @param {Operand[]} operands
 * @param {Operand[]} published
 */
export function queryOf(figure, operands, published) {
  const same = operands.every(({ value }, at) => value === published[at].value)
  const query = new URLSearchParams({ figure, ...(same ? {} : { of: operands.map(({ value }) => value).join(",") }) })
  return `?${query}`.replaceAll("%2C", ",")
}
