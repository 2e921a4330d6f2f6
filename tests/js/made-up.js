// A made-up handbook as the data files hold it.

/**
 * Return a list of records as named columns.
 * @template {object} Row
 * @param {Row[]} list not empty
 * @returns {Columns<Row>}
 */
export function columns(list) {
  const names = /** @type {(keyof Row)[]} */ (Object.keys(list[0]))
  return /** @type {Columns<Row>} */ (Object.fromEntries(names.map((name) => [name, list.map((row) => row[name])])))
}

/**
 * @param {string} kind
 * @param {string} id
 * @param {string} name
 * @param {Partial<SearchEntry>} more
 * @returns {SearchEntry}
 */
export function entry(kind, id, name, more = {}) {
  return { kind, id, name, also: [], asked: [], line: `about ${name}`, words: "", more: "", weight: 0, ...more }
}

/** @param {SearchEntry[]} entries @returns {EntriesData} */
export function entriesData(entries) {
  const places = new Map(entries.map(({ id }, place) => [id, place]))
  const pair = (/** @type {string} */ one, /** @type {string} */ other) => ({
    one: places.get(one) ?? -1, other: places.get(other) ?? -1, address: `/compare/${one}-vs-${other}/`,
  })
  return {
    kinds: columns([
      { name: "technology", label: "Technology", address: "/technologies/{id}/", solves: 1 },
      { name: "pattern", label: "Pattern", address: "/patterns/{id}/", solves: 1.5 },
      { name: "case-study", label: "Case study", address: "/case-studies/{id}/", solves: 1 },
    ]),
    entries: columns(entries),
    comparisons: columns([pair("kafka", "rabbitmq"), pair("memcached", "redis")]),
    comparison: { kind: "technology", label: "Comparison", name: "{one} or {other}?", line: "side by side" },
    common: "a how the to what is",
    contribute: "/contribute/",
    lessons: 2,
  }
}

export const ENTRIES = [
  entry("technology", "kafka", "Apache Kafka", { also: ["Kafka"], asked: ["message broker"], words: "log events", weight: 9 }),
  entry("technology", "rabbitmq", "RabbitMQ", { asked: ["message broker"], words: "queue broker", weight: 3 }),
  entry("technology", "memcached", "Memcached", { words: "cache memory", weight: 8 }),
  entry("technology", "redis", "Redis", { words: "cache structures memory", weight: 7 }),
  entry("technology", "redis-sentinel", "Redis Sentinel", { words: "failover", weight: 1 }),
  entry("technology", "google-file-system", "Google File System", { also: ["GFS"], words: "chunks disks" }),
  entry("technology", "node-js", "Node.js", { words: "scripts servers" }),
  entry("technology", "cpp", "C++", { words: "compiled" }),
  entry("pattern", "cache-aside", "Cache-aside", { asked: ["stampede"], words: "cache misses reads", weight: 4 }),
  entry("pattern", "sharding", "Sharding", { asked: ["thundering herd"], words: "split rows shards", weight: 5 }),
]

/**
 * What a case study has: [facet, option, stance, claim].
 * @typedef {[facet: number, option: number, stance?: number, claim?: string]} Has
 */
/** @type {{ case: FinderCase, has: Has[], scales: [dimension: number, value: number][] }[]} */
const CASES = [
  made("alpha", 2005, 2010, [[0, 0, 0, "cache"], [0, 1, 2], [1, 0], [2, 0]], [[0, 5_000]]),
  made("beta", 2008, 0, [[0, 0, 1, "own"], [0, 0, 2], [1, 1], [2, 1]], [[0, 900_000], [1, 30]]),
  made("gamma", 0, 2012, [[0, 1, 0], [0, 2, 0], [1, 0], [2, 1]], []),
  made("delta", 2012, 2012, [[0, 0, 0], [0, 1, 0], [1, 1], [2, 0]], [[1, 400]]),
]

/**
 * @param {string} id
 * @param {number} start
 * @param {number} until
 * @param {Has[]} has
 * @param {[dimension: number, value: number][]} scales
 */
function made(id, start, until, has, scales) {
  const period = `${start || "?"} to ${until || "?"}`
  return { case: { id, name: id, title: `The ${id}`, period, start, until, value: "5 GB", what: "Kept" }, has, scales }
}

/**
 * @param {number} place of the facet
 * @param {string} id
 * @param {string[]} options
 * @param {string[]} stances
 * @returns {FinderFacet}
 */
function facet(place, id, options, stances = []) {
  const uses = CASES.flatMap(({ has }, number) =>
    has.filter(([at]) => at === place).map(([, option, stance = 0, claim = ""]) => ({ case: number, option, stance, claim })),
  )
  return {
    id, name: id, several: stances.length > 0, claims: stances.length > 0, stances,
    options: columns(options.map((name) => ({ id: name, name: name.toUpperCase(), hue: null }))),
    uses: columns(uses),
  }
}

/**
 * @param {string} id
 * @param {number[]} values
 * @returns {FinderDimension}
 */
function dimension(id, values) {
  const steps = values.map((value) => ({ value, words: value.toLocaleString("en"), id: `${value}` }))
  return { id, name: `${id} a second`, steps: columns(steps) }
}

/** @type {FinderData} */
export const FINDER = {
  facets: columns([
    facet(0, "technology", ["redis", "mysql", "kafka"], ["uses", "built", "left"]),
    facet(1, "domain", ["video", "mail"]),
    facet(2, "level", ["easy", "hard"]),
  ]),
  dimensions: columns([dimension("requests", [1_000, 10_000, 1_000_000]), dimension("machines", [10, 100, 1_000])]),
  cases: columns(CASES.map((one) => one.case)),
  scales: columns(
    CASES.flatMap(({ scales }, number) =>
      scales.map(([at, value]) => ({ case: number, dimension: at, value, words: `${value}`, date: "2010", figure: `f${value}` })),
    ),
  ),
  page: "/case-studies/{id}/",
  claim: "/case-studies/{id}/#{kind}-{claim}",
  organisation: "/organisations/{id}/",
}
