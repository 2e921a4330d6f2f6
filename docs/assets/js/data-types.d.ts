// Made from handbook/exports/records.py: change that, and run `make schema`.

/** A list of records, as one list of values a field. */
type Columns<Record> = { [Name in keyof Record]: Record[Name][] }

/** A kind of entry; of two that suit a search equally well, the one whose kind is listed first comes first. */
interface SearchKind {
  /** The name by which entries refer to it: `case-study`. */
  name: string
  /** What readers call it: `Case study`. */
  label: string
  /** The address of an entry, with a place for its `{id}`. */
  address: string
  /** How likely an entry answers a problem that is told in plain words; 1 for a technology. */
  solves: number
}

/** An entry as the search box gets it. */
interface SearchEntry {
  /** The name of its kind. */
  kind: string
  /** The id, unique within the kind. */
  id: string
  /** What readers call it. */
  name: string
  /** Its other names. */
  also: string[]
  /** What people type who know the problem and not the name. */
  asked: string[]
  /** The line below the name. */
  line: string
  /** The telling words of its problem, without those of its names. */
  words: string
  /** Further words, which count less. */
  more: string
  /** How many systems it has to do with. */
  weight: number
}

/** Two technologies that have a page side by side. */
interface SearchComparison {
  /** The place of the one in the list of entries. */
  one: number
  /** The place of the other. */
  other: number
  /** The address of their page. */
  address: string
}

/** How a comparison shows itself in the search box. */
interface ComparisonWords {
  /** The kind of the entries that are compared. */
  kind: string
  /** What readers call a comparison. */
  label: string
  /** Its name, with places for the names of `{one}` and the `{other}`. */
  name: string
  /** The line below the name. */
  line: string
}

/** `data/entries.js`: what the search box loads first, which is everything but the case studies and the lessons. */
interface EntriesData {
  /** The kinds, in the order of their ranks. */
  kinds: Columns<SearchKind>
  /** The entries. */
  entries: Columns<SearchEntry>
  /** The pairs of technologies. */
  comparisons: Columns<SearchComparison>
  /** The words of all comparisons. */
  comparison: ComparisonWords
  /** Words that tell nothing, separated by blanks. */
  common: string
  /** The address where one proposes an entry. */
  contribute: string
  /** How many lessons there are. */
  lessons: number
}

/** `data/cases.js`: the case studies, which the search box loads after the rest. */
interface CasesData {
  /** The case studies. */
  entries: Columns<SearchEntry>
}

/** A lesson as the search box gets it. */
interface SearchLesson {
  /** The id of its case study. */
  case: string
  /** Its own id. */
  id: string
  /** Its words. */
  text: string
}

/** `data/lessons.js`: the lessons, which the search box loads last. */
interface LessonsData {
  /** The address of a lesson, with places for `{case}` and `{id}`. */
  address: string
  /** The lessons. */
  lessons: Columns<SearchLesson>
}

/** An option of a facet. */
interface FinderOption {
  /** Its id, which stands in addresses. */
  id: string
  /** What readers call it. */
  name: string
  /** The colour of a pattern or a family. */
  hue: number | null
}

/** An option that a case study has. */
interface FinderUse {
  /** The place of the case study in the list of cases. */
  case: number
  /** The place of the option in the list of the facet's options. */
  option: number
  /** The place of the stance in the list of the facet's stances; 0 where there are none. */
  stance: number
  /** The id of the claim that says so; empty where it is the option's own, or where there is none. */
  claim: string
}

/** Something to choose by. */
interface FinderFacet {
  /** Its id, which stands in addresses. */
  id: string
  /** What readers call it. */
  name: string
  /** Whether a case study can have more than one of the options. */
  several: boolean
  /** Whether the case study has a place of its own for each option. */
  claims: boolean
  /** The stances that a case study can take. */
  stances: string[]
  /** The options, those of most case studies first; levels keep their order. */
  options: Columns<FinderOption>
  /** Which case study has what, in the order of the case studies, each once. */
  uses: Columns<FinderUse>
}

/** A value at which a range can begin or end. */
interface FinderStep {
  /** The value. */
  value: number
  /** The value in words: `1 million`. */
  words: string
  /** What stands in addresses: `1-million`. */
  id: string
}

/** A kind of figure by which systems are compared. */
interface FinderDimension {
  /** The id of the measure, which stands in addresses. */
  id: string
  /** What readers call it, with the time to which a rate refers. */
  name: string
  /** The powers of ten around the values. */
  steps: Columns<FinderStep>
}

/** A case study as the finder shows it. */
interface FinderCase {
  /** The id. */
  id: string
  /** The name of the system. */
  name: string
  /** The title of the case study. */
  title: string
  /** The period in words. */
  period: string
  /** The first year, 0 where it is open. */
  start: number
  /** The last year, 0 where it is open. */
  until: number
  /** The headline figure in words; empty where there is none. */
  value: string
  /** What the headline figure counts. */
  what: string
}

/** The largest value of a case study in a dimension. */
interface FinderScale {
  /** The place of the case study in the list of cases. */
  case: number
  /** The place of the dimension in the list of dimensions. */
  dimension: number
  /** The value in the unit of the dimension. */
  value: number
  /** The value as it was published. */
  words: string
  /** When it was true, in words. */
  date: string
  /** The id of the figure. */
  figure: string
}

/** `data/finder.js`: what the finder works on. */
interface FinderData {
  /** What one chooses by. */
  facets: Columns<FinderFacet>
  /** The dimensions in which some case study has a value. */
  dimensions: Columns<FinderDimension>
  /** The case studies in the order of their names. */
  cases: Columns<FinderCase>
  /** The values, in the order of the case studies. */
  scales: Columns<FinderScale>
  /** The address of a case study, with a place for its `{id}`. */
  page: string
  /** The address of a claim, with places for the `{id}` of the case study, the `{kind}` and the the `{claim}`. */
  claim: string
  /** The address of an organisation, with a place for its `{id}`. */
  organisation: string
}

/** What each data file holds, by its name. */
interface DataFiles {
  entries: EntriesData
  cases: CasesData
  lessons: LessonsData
  finder: FinderData
}
