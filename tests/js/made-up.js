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
      { name: "family", label: "Family", address: "/families/{id}/", solves: 0.5 },
      { name: "organisation", label: "Organisation", address: "/organisations/{id}/", solves: 0.5 },
      { name: "page", label: "Page", address: "/{id}/", solves: 0.5 },
    ]),
    entries: columns(entries),
    comparisons: columns([pair("kafka", "rabbitmq"), pair("memcached", "redis")]),
    comparison: { kind: "technology", label: "Comparison", name: "{one} or {other}?", line: "side by side" },
    explore: {
      kinds: ["technology", "pattern", "family"], label: "Finder", name: "Systems with {choices}", line: "in the finder",
      address: "/explore/",
    },
    common: "a how the to what is than more",
    left: "/left/",
    timeline: "/timeline/",
    contribute: "/contribute/",
    lessons: 2,
    figures: 5,
    claims: 4,
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
  entry("family", "caching", "Caching"),
  entry("organisation", "birdsite", "Birdsite"),
  entry("page", "left", "Who left what", { words: "gave rejected" }),
  entry("page", "timeline", "Timeline", { words: "events order" }),
]

/** @type {CasesData} */
export const CASES_DATA = {
  entries: columns([entry("case-study", "tumblr", "Tumblr"), entry("case-study", "timelines", "Birdsite timelines")]),
  organisations: ["tumblr", "birdsite"],
}

/**
 * @param {string} study
 * @param {string} id
 * @param {string} what
 * @param {Partial<SearchFigure>} more
 * @returns {SearchFigure}
 */
function figure(study, id, what, more) {
  return { case: study, id, said: "", what, date: "2012", more: "", values: [], dimension: "count", per: 0, ...more }
}

/** @type {FiguresData} */
export const FIGURES_DATA = {
  address: "/case-studies/{case}/#figure-{id}",
  label: "Figure",
  units: columns([
    { names: ["terabyte", "tb"], dimension: "data", factor: 1e12 }, { names: ["gigabyte", "gb"], dimension: "data", factor: 1e9 },
    { names: ["gigabit", "gbit"], dimension: "data", factor: 125e6 },
    { names: ["millisecond", "ms"], dimension: "time", factor: 0.001 }, { names: ["second", "seconds"], dimension: "time", factor: 1 },
    { names: ["server", "servers"], dimension: "count", factor: 1 }, { names: ["per cent", "%"], dimension: "share", factor: 0.01 },
  ]),
  figures: columns([
    figure("timelines", "reads", "Timeline requests", { said: "300,000 queries a second", values: [300_000], per: 1 }),
    figure("timelines", "tweets", "Incoming tweets", { said: "400 million tweets a day", values: [4e8], per: 86_400 }),
    figure("tumblr", "engineers", "Engineers", { said: "20 people", values: [20] }),
    figure("tumblr", "servers", "Machines in production", { said: "1,000 servers", values: [1000] }),
    figure("tumblr", "spare", "Spare machines", { said: "950 servers", values: [950] }),
    figure("tumblr", "data", "Database size", { said: "1.2 TB", values: [1.2e12], dimension: "data" }),
    figure("tumblr", "latency", "Response time", { said: "at most 10 ms", values: [0.01], dimension: "time", more: "latency p99" }),
    figure("tumblr", "cost", "Hosting", { said: "US$ 70,000 a month", values: [70_000], dimension: "money", per: 2_629_800, more: "money" }),
  ]),
}

/** @type {ClaimsData} */
export const CLAIMS_DATA = {
  address: "/case-studies/{case}/#{kind}-{id}",
  kinds: columns([
    { kind: "decision", stance: "", label: "Decision" }, { kind: "technology", stance: "uses", label: "Uses it" },
    { kind: "technology", stance: "left", label: "Used and left it" },
  ]),
  claims: columns([
    { case: "tumblr", kind: 0, id: "own-hardware", about: [], text: "Buy servers and rent a data centre", more: "cheaper cloud" },
    { case: "tumblr", kind: 0, id: "queue", about: ["technology:kafka"], text: "Put a log before the workers", more: "bursts" },
    { case: "tumblr", kind: 1, id: "kafka", about: ["technology:kafka"], text: "Apache Kafka: carries events", more: "" },
    { case: "timelines", kind: 2, id: "kafka", about: ["technology:kafka"], text: "Apache Kafka: carried tweets", more: "slow" },
    { case: "timelines", kind: 1, id: "redis", about: ["technology:redis"], text: "Redis: holds timelines", more: "memory" },
  ]),
}

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
