// What one case study has: its options, its figures, its years, and why it matches.
import { byId, wantedCodes } from "./explore-match.js"

/** What a case study has of a facet, each with its stance and where the case study says so. */
export function optionsOf(finder, facet, number) {
  const place = finder.facets.indexOf(facet)
  return finder.cases[number][5][place].map((entry) => {
    const code = entry[0] ?? entry
    const option = facet.options[Math.trunc(code / facet.width)]
    const stance = facet.stances[code % facet.width] ?? ""
    return { facet: facet.id, ...option, code, stance, claim: `${facet.id}-${entry[1] ?? option.id}` }
  })
}

/** The largest value of a case study in a dimension: its words, its date and where it stands; undefined if none. */
export function valueOf(finder, dimension, number) {
  const scales = finder.cases[number][8]
  const place = finder.dimensions.indexOf(dimension)
  for (let at = 0; at < scales.length; at += 5) {
    if (scales[at] !== place) continue
    const [words, date, claim] = scales.slice(at + 2, at + 5).map((word) => finder.words[word])
    return { words, date, claim }
  }
}

/** The years of a case study: `2010–2014`, `since 2012`, `until 2018`. */
export function yearsOf(finder, number) {
  const [from, until] = finder.cases[number].slice(3, 5)
  if (from && until) return from === until ? `${from}` : `${from}–${until}`
  if (from) return `since ${from}`
  return until ? `until ${until}` : ""
}

/** Why a case study matches: what it has of what was chosen, its years and its value, where these were asked for. */
export function reasons(finder, state, number) {
  const found = finder.facets.flatMap((facet) => {
    const wanted = wantedCodes(facet, state.chosen[facet.id])
    return optionsOf(finder, facet, number).filter(({ code }) => wanted[code])
  })
  const dimension = byId(finder.dimensions, state.scale.dimension)
  return {
    options: found,
    years: state.from || state.to ? yearsOf(finder, number) : "",
    value: dimension && valueOf(finder, dimension, number),
  }
}
