// Made from handbook/exports/records.py: change that, and run `make schema`.

/** A list of records, as one list of values per field. */
type Columns<Record> = { [Name in keyof Record]: Record[Name][] }

/** A kind of search result. Kinds that are listed first win ties. */
interface SearchKind {
  /** The name that entries use for it: `case-study`. */
  name: string
  /** The label that readers see: `Case study`. */
  label: string
  /** The address of an entry, with a placeholder `{id}`. */
  address: string
  /** The weight in searches for a problem in plain words, relative to a technology. */
  solves: number
}

/** An entry in the search index. */
interface SearchEntry {
  /** The name of the kind. */
  kind: string
  /** The id, unique within the kind. */
  id: string
  /** The display name. */
  name: string
  /** Other names. */
  also: string[]
  /** Searches by people who know the problem but not the name. */
  asked: string[]
  /** The line below the name. */
  line: string
  /** The keywords of its problem, without those of its names. */
  words: string
  /** Further keywords of lower weight. */
  more: string
  /** The number of related systems. */
  weight: number
}

/** A comparison of two technologies. */
interface SearchComparison {
  /** The index of the first in the list of entries. */
  one: number
  /** The index of the second. */
  other: number
  /** The address of the comparison. */
  address: string
}

/** The texts of comparisons in search results. */
interface ComparisonWords {
  /** The kind of the entries that are compared. */
  kind: string
  /** The label of a comparison. */
  label: string
  /** The name, with placeholders `{one}` and `{other}` for the names of the technologies. */
  name: string
  /** The line below the name. */
  line: string
}

/** The texts of results that lead to the finder with choices. */
interface ExploreWords {
  /** The kinds of entries that can be chosen; the finder's facets have the same names. */
  kinds: string[]
  /** The label of such a result. */
  label: string
  /** The name, with a placeholder `{choices}` for the names of the chosen entries. */
  name: string
  /** The line below the name. */
  line: string
  /** The address of the finder. */
  address: string
}

/** `data/entries.js`: the index that the search loads first, without case studies and their claims. */
interface EntriesData {
  /** The kinds, in the order of their ranks. */
  kinds: Columns<SearchKind>
  /** The entries. */
  entries: Columns<SearchEntry>
  /** The pairs of technologies. */
  comparisons: Columns<SearchComparison>
  /** The texts of all comparisons. */
  comparison: ComparisonWords
  /** The texts of results that lead to the finder. */
  explore: ExploreWords
  /** Stop words, separated by spaces. */
  common: string
  /** The address of the page on what systems left. */
  left: string
  /** The address of the page that orders what happened by year. */
  timeline: string
  /** The address of the page on how to propose an entry. */
  contribute: string
  /** The number of lessons. */
  lessons: number
  /** The number of figures. */
  figures: number
  /** The number of decisions and stances. */
  claims: number
}

/** `data/cases.js`: the case studies, which the search loads second. */
interface CasesData {
  /** The case studies. */
  entries: Columns<SearchEntry>
  /** The id of the organisation of each case study. */
  organisations: string[]
}

/** A lesson in the search index. */
interface SearchLesson {
  /** The id of its case study. */
  case: string
  /** The id of the lesson. */
  id: string
  /** The text of the lesson. */
  text: string
}

/** `data/lessons.js`: the lessons, which the search loads last. */
interface LessonsData {
  /** The address of a lesson, with placeholders `{case}` and `{id}`. */
  address: string
  /** The lessons. */
  lessons: Columns<SearchLesson>
}

/** A unit of measurement. */
interface FigureUnit {
  /** Its names and symbols, in lower case. */
  names: string[]
  /** What it measures: `data`, `time`, `count`. */
  dimension: string
  /** The size of the unit in the base unit of its dimension. */
  factor: number
}

/** A figure of a case study in the search index. */
interface SearchFigure {
  /** The id of its case study. */
  case: string
  /** The id of the figure. */
  id: string
  /** The value in words: `about 3,000 images a second`. */
  said: string
  /** What was counted or measured. */
  what: string
  /** The date in words. */
  date: string
  /** Keywords of its measure, scope and statistic. */
  more: string
  /** The value in the base unit, or both ends of a range or change; none if the source gives only words. */
  values: number[]
  /** What its unit measures. */
  dimension: string
  /** The seconds in its unit of time if it is a rate over time, or else 0. */
  per: number
}

/** `data/figures.js`: the figures, which the search loads for a query with an amount. */
interface FiguresData {
  /** The address of a figure, with placeholders `{case}` and `{id}`. */
  address: string
  /** The label of a figure. */
  label: string
  /** The units of measurement. */
  units: Columns<FigureUnit>
  /** The figures, the most important of each case study first. */
  figures: Columns<SearchFigure>
}

/** Decisions, or the uses of technologies or patterns with one stance. */
interface ClaimKind {
  /** The name of the kind, as in addresses: `decision`, `technology`, `pattern`. */
  kind: string
  /** The stance; empty for decisions. */
  stance: string
  /** The label that readers see: `Used and left it`. */
  label: string
}

/** A decision of a case study, or its stance on a technology or pattern, in the search index. */
interface SearchClaim {
  /** The id of its case study. */
  case: string
  /** The index of its kind. */
  kind: number
  /** The id of the claim. */
  id: string
  /** The technologies and patterns that it concerns: `technology:redis`. */
  about: string[]
  /** What was decided, or the role of the technology or pattern. */
  text: string
  /** Further keywords: the reason, the situation, the alternatives. */
  more: string
}

/** `data/claims.js`: decisions and stances, which the search loads for a question. */
interface ClaimsData {
  /** The address of a claim, with placeholders `{case}`, `{kind}` and `{id}`. */
  address: string
  /** The kinds. */
  kinds: Columns<ClaimKind>
  /** The decisions and stances. */
  claims: Columns<SearchClaim>
}

/** An option of a facet. */
interface FinderOption {
  /** The id, which is used in addresses. */
  id: string
  /** The display name. */
  name: string
  /** The colour of a pattern or a family. */
  hue: number | null
}

/** An option that a case study has. */
interface FinderUse {
  /** The index of the case study in the list of cases. */
  case: number
  /** The index of the option in the list of the facet's options. */
  option: number
  /** The index of the stance in the list of the facet's stances; 0 if there are none. */
  stance: number
  /** The id of the claim; empty if it equals that of the option, or if there is no claim. */
  claim: string
}

/** A filter of the finder. */
interface FinderFacet {
  /** The id, which is used in addresses. */
  id: string
  /** The display name. */
  name: string
  /** Whether a case study can have several options. */
  several: boolean
  /** Whether each option of a case study is a claim with its own address. */
  claims: boolean
  /** The stances that a case study can take. */
  stances: string[]
  /** The options, in descending order of case studies; levels keep their order. */
  options: Columns<FinderOption>
  /** The options of each case study, in the order of the case studies, each once. */
  uses: Columns<FinderUse>
}

/** A value at which a range can start or end. */
interface FinderStep {
  /** The value. */
  value: number
  /** The value in words: `1 million`. */
  words: string
  /** The form used in addresses: `1-million`. */
  id: string
}

/** A kind of figure by which systems are compared. */
interface FinderDimension {
  /** The id of the measure, which is used in addresses. */
  id: string
  /** The display name, with the unit of time of a rate. */
  name: string
  /** The powers of ten that enclose the values. */
  steps: Columns<FinderStep>
}

/** A case study in the finder. */
interface FinderCase {
  /** The id of the case study. */
  id: string
  /** The name of the system. */
  name: string
  /** The title of the case study. */
  title: string
  /** The period in words. */
  period: string
  /** The first year, or 0 if it is open. */
  start: number
  /** The last year, or 0 if it is open. */
  until: number
  /** The main number in words; empty if there is none. */
  value: string
  /** What the main number counts. */
  what: string
}

/** The largest value of a case study in a dimension. */
interface FinderScale {
  /** The index of the case study in the list of cases. */
  case: number
  /** The index of the dimension in the list of dimensions. */
  dimension: number
  /** The value in the unit of the dimension. */
  value: number
  /** The value as it was published. */
  words: string
  /** The date in words. */
  date: string
  /** The id of the figure. */
  figure: string
}

/** `data/finder.js`: the data of the finder. */
interface FinderData {
  /** The filters. */
  facets: Columns<FinderFacet>
  /** The dimensions in which at least one case study has a value. */
  dimensions: Columns<FinderDimension>
  /** The case studies in the order of their names. */
  cases: Columns<FinderCase>
  /** The values, in the order of the case studies. */
  scales: Columns<FinderScale>
  /** The address of a case study, with a placeholder `{id}`. */
  page: string
  /** The address of a claim, with placeholders `{id}` for the case study, `{kind}` and `{claim}`. */
  claim: string
  /** The address of an organisation, with a placeholder `{id}`. */
  organisation: string
}

/** A family of patterns to practise on. */
interface PracticeFamily {
  /** The id, which is used in addresses. */
  id: string
  /** The display name. */
  name: string
}

/** A pattern that questions are about. */
interface PracticePattern {
  /** The id, which is used in addresses. */
  id: string
  /** The display name. */
  name: string
  /** The index of its family in the list of families. */
  family: number
  /** The numbers of the parts that have questions about it. */
  parts: number[]
}

/** A case study to practise on. */
interface PracticeCase {
  /** The id of the case study. */
  id: string
  /** The name of the system. */
  name: string
  /** The number of its questions. */
  questions: number
}

/** `data/practice.js`: what can be practised; the questions and decisions themselves are in parts. */
interface PracticeData {
  /** The families that have a pattern with questions. */
  families: Columns<PracticeFamily>
  /** The patterns that have questions. */
  patterns: Columns<PracticePattern>
  /** The case studies in the order of their names. */
  cases: Columns<PracticeCase>
  /** The number of case studies of a part: the first part has the first of them, and so on. */
  size: number
  /** The address of a case study, with a placeholder `{id}`. */
  page: string
  /** The address of a claim, with placeholders `{id}` for the case study, `{kind}` and `{claim}`. */
  claim: string
}

/** A question to practise. */
interface PracticeQuestion {
  /** The index of the case study among all case studies. */
  case: number
  /** The id, unique within the case study. */
  id: string
  /** The question. */
  question: string
  /** The answer. */
  answer: string
  /** The indexes of the patterns that it is about. */
  patterns: number[]
  /** The addresses of the claims that answer it, relative to the page of the case study. */
  about: string[]
}

/** A decision of a case study. */
interface PracticeDecision {
  /** The index of the case study among all case studies. */
  case: number
  /** The id, unique within the case study. */
  id: string
  /** What was chosen. */
  chose: string
}

/** `data/practised-0.js` and so on: the questions and decisions of some case studies. */
interface PracticePart {
  /** The questions, in the order of the case studies. */
  questions: Columns<PracticeQuestion>
  /** The decisions, in the order of the case studies. */
  decisions: Columns<PracticeDecision>
}

/** A reading path. */
interface ReadingPathLine {
  /** The id, which is used in addresses. */
  id: string
  /** The title. */
  title: string
  /** The address of the reading path. */
  address: string
}

/** A stop of a reading path. */
interface PathStop {
  /** The index of the reading path. */
  path: number
  /** The name of the entry. */
  name: string
  /** The address of the entry. */
  address: string
}

/** `data/paths.js`: the reading paths, for the links to the previous and the next stop. */
interface PathsData {
  /** The reading paths. */
  paths: Columns<ReadingPathLine>
  /** The stops of all reading paths, in order. */
  stops: Columns<PathStop>
}

/** `texts.js`: where the text index is, and how it is divided. */
interface TextsData {
  /** The path of its folder below the site, which is named after its contents. */
  folder: string
  /** The number of pages. */
  pages: number
  /** The number by which the number of a page is multiplied before its weight is added. */
  levels: number
  /** The number of addresses in each file of addresses. */
  addresses: number
  /** The first word of each block, in alphabetical order. */
  firsts: string[]
}

/** `words-….js` in the folder of the text index: a block of it. */
interface TextBlock {
  /** Words without their endings, in alphabetical order. */
  words: string[]
  /** The pages of each word: distances from the page before, each multiplied by `levels`, plus the weight. */
  pages: number[][]
}

/** `addresses-….js` in the same folder: the addresses of the pages from a number on. */
interface TextAddresses {
  /** The addresses from the root of the site. */
  urls: string[]
}

/** A part of a page to which a result can lead. */
interface PagePart {
  /** The fragment; empty at the top. */
  anchor: string
  /** The title; empty at the top. */
  title: string
  /** The text. */
  text: string
}

/** `text.js` beside a page: its text, for excerpts. */
interface PageText {
  /** The title of the page. */
  title: string
  /** The parts, in their order. */
  parts: Columns<PagePart>
}

/** `versions/js.js`: where the data files are that belong to a version of the scripts. */
interface VersionsData {
  /** The path of their folder below the site. */
  folder: string
}

/** What each data file holds, by its name. */
interface DataFiles {
  entries: EntriesData
  cases: CasesData
  lessons: LessonsData
  figures: FiguresData
  claims: ClaimsData
  finder: FinderData
  practice: PracticeData
  practised: PracticePart
  paths: PathsData
  texts: TextsData
  words: TextBlock
  addresses: TextAddresses
  text: PageText
  versions: VersionsData
}
