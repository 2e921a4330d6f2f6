"""Records: the data that the site's scripts load. They define the data files and the types of the scripts.

A list of records is stored as columns, one list of values per field: `{"id": ["redis"], "name": ["Redis"]}`.
An address may contain placeholders: `/technologies/{id}/`.
"""

from typing import NamedTuple

from handbook.exports.practice_records import PathsData, PracticeData, PracticePart


class SearchKind(NamedTuple):
    """A kind of search result. Kinds that are listed first win ties."""

    name: str
    """The name that entries use for it: `case-study`."""
    label: str
    """The label that readers see: `Case study`."""
    address: str
    """The address of an entry, with a placeholder `{id}`."""
    solves: float
    """The weight in searches for a problem in plain words, relative to a technology."""


class SearchEntry(NamedTuple):
    """An entry in the search index."""

    kind: str
    """The name of the kind."""
    id: str
    """The id, unique within the kind."""
    name: str
    """The display name."""
    also: tuple[str, ...]
    """Other names."""
    asked: tuple[str, ...]
    """Searches by people who know the problem but not the name."""
    line: str
    """The line below the name."""
    words: str
    """The keywords of its problem, without those of its names."""
    more: str
    """Further keywords of lower weight."""
    weight: int
    """The number of related systems."""


class SearchComparison(NamedTuple):
    """A comparison of two technologies."""

    one: int
    """The index of the first in the list of entries."""
    other: int
    """The index of the second."""
    address: str
    """The address of the comparison."""


class ComparisonWords(NamedTuple):
    """The texts of comparisons in search results."""

    kind: str
    """The kind of the entries that are compared."""
    label: str
    """The label of a comparison."""
    name: str
    """The name, with placeholders `{one}` and `{other}` for the names of the technologies."""
    line: str
    """The line below the name."""


class ExploreWords(NamedTuple):
    """The texts of results that lead to the finder with choices."""

    kinds: tuple[str, ...]
    """The kinds of entries that can be chosen; the finder's facets have the same names."""
    label: str
    """The label of such a result."""
    name: str
    """The name, with a placeholder `{choices}` for the names of the chosen entries."""
    line: str
    """The line below the name."""
    address: str
    """The address of the finder."""


class EntriesData(NamedTuple):
    """`data/entries.js`: the index that the search loads first, without case studies and their claims."""

    kinds: tuple[SearchKind, ...]
    """The kinds, in the order of their ranks."""
    entries: tuple[SearchEntry, ...]
    """The entries."""
    comparisons: tuple[SearchComparison, ...]
    """The pairs of technologies."""
    comparison: ComparisonWords
    """The texts of all comparisons."""
    explore: ExploreWords
    """The texts of results that lead to the finder."""
    common: str
    """Stop words, separated by spaces."""
    left: str
    """The address of the page on what systems left."""
    timeline: str
    """The address of the page that orders what happened by year."""
    contribute: str
    """The address of the page on how to propose an entry."""
    lessons: int
    """The number of lessons."""
    figures: int
    """The number of figures."""
    claims: int
    """The number of decisions and stances."""


class CasesData(NamedTuple):
    """`data/cases.js`: the case studies, which the search loads second."""

    entries: tuple[SearchEntry, ...]
    """The case studies."""
    organisations: tuple[str, ...]
    """The id of the organisation of each case study."""


class SearchLesson(NamedTuple):
    """A lesson in the search index."""

    case: str
    """The id of its case study."""
    id: str
    """The id of the lesson."""
    text: str
    """The text of the lesson."""


class LessonsData(NamedTuple):
    """`data/lessons.js`: the lessons, which the search loads last."""

    address: str
    """The address of a lesson, with placeholders `{case}` and `{id}`."""
    lessons: tuple[SearchLesson, ...]
    """The lessons."""


class FigureUnit(NamedTuple):
    """A unit of measurement."""

    names: tuple[str, ...]
    """Its names and symbols, in lower case."""
    dimension: str
    """What it measures: `data`, `time`, `count`."""
    factor: float
    """The size of the unit in the base unit of its dimension."""


class SearchFigure(NamedTuple):
    """A figure of a case study in the search index."""

    case: str
    """The id of its case study."""
    id: str
    """The id of the figure."""
    said: str
    """The value in words: `about 3,000 images a second`."""
    what: str
    """What was counted or measured."""
    date: str
    """The date in words."""
    more: str
    """Keywords of its measure, scope and statistic."""
    values: tuple[float, ...]
    """The value in the base unit, or both ends of a range or change; none if the source gives only words."""
    dimension: str
    """What its unit measures."""
    per: float
    """The seconds in its unit of time if it is a rate over time, or else 0."""


class FiguresData(NamedTuple):
    """`data/figures.js`: the figures, which the search loads for a query with an amount."""

    address: str
    """The address of a figure, with placeholders `{case}` and `{id}`."""
    label: str
    """The label of a figure."""
    units: tuple[FigureUnit, ...]
    """The units of measurement."""
    figures: tuple[SearchFigure, ...]
    """The figures, the most important of each case study first."""


class ClaimKind(NamedTuple):
    """Decisions, or the uses of technologies or patterns with one stance."""

    kind: str
    """The name of the kind, as in addresses: `decision`, `technology`, `pattern`."""
    stance: str
    """The stance; empty for decisions."""
    label: str
    """The label that readers see: `Used and left it`."""


class SearchClaim(NamedTuple):
    """A decision of a case study, or its stance on a technology or pattern, in the search index."""

    case: str
    """The id of its case study."""
    kind: int
    """The index of its kind."""
    id: str
    """The id of the claim."""
    about: tuple[str, ...]
    """The technologies and patterns that it concerns: `technology:redis`."""
    text: str
    """What was decided, or the role of the technology or pattern."""
    more: str
    """Further keywords: the reason, the situation, the alternatives."""


class ClaimsData(NamedTuple):
    """`data/claims.js`: decisions and stances, which the search loads for a question."""

    address: str
    """The address of a claim, with placeholders `{case}`, `{kind}` and `{id}`."""
    kinds: tuple[ClaimKind, ...]
    """The kinds."""
    claims: tuple[SearchClaim, ...]
    """The decisions and stances."""


class FinderOption(NamedTuple):
    """An option of a facet."""

    id: str
    """The id, which is used in addresses."""
    name: str
    """The display name."""
    hue: int | None
    """The colour of a pattern or a family."""


class FinderUse(NamedTuple):
    """An option that a case study has."""

    case: int
    """The index of the case study in the list of cases."""
    option: int
    """The index of the option in the list of the facet's options."""
    stance: int
    """The index of the stance in the list of the facet's stances; 0 if there are none."""
    claim: str
    """The id of the claim; empty if it equals that of the option, or if there is no claim."""


class FinderFacet(NamedTuple):
    """A filter of the finder."""

    id: str
    """The id, which is used in addresses."""
    name: str
    """The display name."""
    several: bool
    """Whether a case study can have several options."""
    claims: bool
    """Whether each option of a case study is a claim with its own address."""
    stances: tuple[str, ...]
    """The stances that a case study can take."""
    options: tuple[FinderOption, ...]
    """The options, in descending order of case studies; levels keep their order."""
    uses: tuple[FinderUse, ...]
    """The options of each case study, in the order of the case studies, each once."""


class FinderStep(NamedTuple):
    """A value at which a range can start or end."""

    value: float
    """The value."""
    words: str
    """The value in words: `1 million`."""
    id: str
    """The form used in addresses: `1-million`."""


class FinderDimension(NamedTuple):
    """A kind of figure by which systems are compared."""

    id: str
    """The id of the measure, which is used in addresses."""
    name: str
    """The display name, with the unit of time of a rate."""
    steps: tuple[FinderStep, ...]
    """The powers of ten that enclose the values."""


class FinderScale(NamedTuple):
    """The largest value of a case study in a dimension."""

    case: int
    """The index of the case study in the list of cases."""
    dimension: int
    """The index of the dimension in the list of dimensions."""
    value: float
    """The value in the unit of the dimension."""
    words: str
    """The value as it was published."""
    date: str
    """The date in words."""
    figure: str
    """The id of the figure."""


class FinderCase(NamedTuple):
    """A case study in the finder."""

    id: str
    """The id of the case study."""
    name: str
    """The name of the system."""
    title: str
    """The title of the case study."""
    period: str
    """The period in words."""
    start: int
    """The first year, or 0 if it is open."""
    until: int
    """The last year, or 0 if it is open."""
    value: str
    """The main number in words; empty if there is none."""
    what: str
    """What the main number counts."""


class FinderData(NamedTuple):
    """`data/finder.js`: the data of the finder."""

    facets: tuple[FinderFacet, ...]
    """The filters."""
    dimensions: tuple[FinderDimension, ...]
    """The dimensions in which at least one case study has a value."""
    cases: tuple[FinderCase, ...]
    """The case studies in the order of their names."""
    scales: tuple[FinderScale, ...]
    """The values, in the order of the case studies."""
    page: str
    """The address of a case study, with a placeholder `{id}`."""
    claim: str
    """The address of a claim, with placeholders `{id}` for the case study, `{kind}` and `{claim}`."""
    organisation: str
    """The address of an organisation, with a placeholder `{id}`."""


FILES: dict[type, str] = {
    EntriesData: "entries",
    CasesData: "cases",
    LessonsData: "lessons",
    FinderData: "finder",
    PracticeData: "practice",
    PracticePart: "practised",
    PathsData: "paths",
}
    EntriesData: "entries", CasesData: "cases", LessonsData: "lessons", FiguresData: "figures", ClaimsData: "claims",
    FinderData: "finder",
}  # fmt: skip
"""The names of the data files of the site, by record."""
