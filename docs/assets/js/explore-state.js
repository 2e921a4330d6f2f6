// The state of the finder, to and from the query of an address: `?technology=redis:left&technology-mode=all&from=2010`.
import { byId, emptyState, rangeOf } from "./explore-match.js"

export const SORTS = ["relevance", "date", "scale", "name"]
export const VIEWS = ["cards", "table"]

/** Read a state; what is not known is left out and named in `ignored`. */
export function readState(query, finder) {
  const state = emptyState(finder)
  const ignored = []
  for (const [name, value] of new URLSearchParams(query)) {
    if (value && !take(finder, state, name, value)) ignored.push({ name, value })
  }
  const ordered = inOrder(finder, state)
  for (const end of ["from", "to"]) {
    const value = state.scale[end]
    if (value && ![ordered.scale.from, ordered.scale.to].includes(value)) ignored.push({ name: `scale-${end}`, value })
  }
  return { state: ordered, ignored }
}

/** Take one part of a query into the state; tell whether it was understood. */
function take(finder, state, name, value) {
  const facet = byId(finder.facets, name)
  if (facet) return choose(facet, state, value)
  const moded = finder.facets.find(({ id, several }) => several && name === `${id}-mode`)
  if (moded) return assign(state.all, moded.id, value === "all", ["all", "any"].includes(value))
  if (name === "from" || name === "to") return assign(state, name, Number(value), isYear(finder, value))
  if (name === "scale") return assign(state.scale, "dimension", value, byId(finder.dimensions, value))
  if (name === "scale-from" || name === "scale-to") return assign(state.scale, name.slice(6), value, true)
  if (name === "sort") return assign(state, name, value, SORTS.includes(value))
  if (name === "view") return assign(state, name, value, VIEWS.includes(value))
  if (name !== "column" || !byId(finder.dimensions, value)) return false
  state.columns = [...new Set([...state.columns, value])]
  return true
}

function choose(facet, state, value) {
  const [id, stance = ""] = value.split(":")
  const known = facet.numbers.has(id) && (stance === "" || facet.stances.includes(stance))
  const chosen = state.chosen[facet.id]
  if (!known || byId(chosen, id)) return false
  chosen.push({ id, stance })
  return true
}

function assign(target, name, value, known) {
  if (known) target[name] = value
  return Boolean(known)
}

const isYear = ({ years }, value) => /^\d{4}$/.test(value) && value >= years[0] && value <= years[1]

/** Return the state with every range from its lower to its upper end, and without steps that its dimension does not have. */
export function inOrder(finder, state) {
  const { from, to, scale } = state
  const dimension = byId(finder.dimensions, scale.dimension)
  const has = (value) => (byId(dimension?.steps ?? [], value) ? value : "")
  const ends = { dimension: scale.dimension, from: has(scale.from), to: has(scale.to) }
  const [low, high] = dimension ? rangeOf(dimension, ends) : [0, 0]
  const turned = low > high ? { ...ends, from: ends.to, to: ends.from } : ends
  return { ...state, scale: turned, ...(from && to && from > to ? { from: to, to: from } : {}) }
}

/** Write a state as a query; what is as usual is left out, and nothing chosen is no query. */
export function writeQuery(finder, state) {
  const usual = emptyState(finder)
  const parts = finder.facets.flatMap((facet) => [
    ...state.chosen[facet.id].map(({ id, stance }) => [facet.id, stance ? `${id}:${stance}` : id]),
    ...(state.all[facet.id] && state.chosen[facet.id].length ? [[`${facet.id}-mode`, "all"]] : []),
  ])
  const { dimension, from, to } = state.scale
  parts.push(["from", state.from], ["to", state.to], ["scale", dimension], ["scale-from", from], ["scale-to", to])
  for (const name of ["sort", "view"]) if (state[name] !== usual[name]) parts.push([name, state[name]])
  parts.push(...state.columns.map((id) => ["column", id]))
  const query = new URLSearchParams(parts.filter(([, value]) => value)).toString().replaceAll("%3A", ":")
  return query && `?${query}`
}

/** Every choice of a state, each with the state that is left without it. */
export function choicesOf(finder, state) {
  const options = finder.facets.flatMap((facet) =>
    state.chosen[facet.id].map((choice) => {
      const { name } = facet.options[facet.numbers.get(choice.id)]
      const rest = state.chosen[facet.id].filter((other) => other !== choice)
      return { name, stance: choice.stance, without: { ...state, chosen: { ...state.chosen, [facet.id]: rest } } }
    }),
  )
  const { dimension, from, to } = state.scale
  const steps = byId(finder.dimensions, dimension)?.steps ?? []
  const words = (id) => byId(steps, id)?.words ?? ""
  const years = { name: between(state.from, state.to), stance: "", without: { ...state, from: 0, to: 0 } }
  const scale = {
    name: `${byId(finder.dimensions, dimension)?.name}${from || to ? `: ${between(words(from), words(to))}` : ""}`,
    stance: "",
    without: { ...state, scale: emptyState(finder).scale },
  }
  return [...options, ...(state.from || state.to ? [years] : []), ...(dimension ? [scale] : [])]
}

function between(from, to) {
  if (from && to) return `${from} to ${to}`
  return from ? `from ${from}` : `up to ${to}`
}
