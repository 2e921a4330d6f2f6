"""Records: the data that the site's scripts load. They define the data files and the types of the scripts.

A list of records is stored as columns, one list of values per field: `{"id": ["redis"], "name": ["Redis"]}`.
An address may contain placeholders: `/technologies/{id}/`.
"""

from typing import NamedTuple

from handbook.exports.answer_records import ClaimsData, FiguresData
from handbook.exports.finder_records import FinderData
from handbook.exports.practice_records import PathsData, PracticeData, PracticePart
from handbook.exports.text_records import PageText, TextAddresses, TextBlock, TextsData, VersionsData


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


FILES: dict[type, str] = {
    EntriesData: "entries",
    CasesData: "cases",
    LessonsData: "lessons",
    FiguresData: "figures",
    ClaimsData: "claims",
    FinderData: "finder",
    PracticeData: "practice",
    PracticePart: "practised",
    PathsData: "paths",
    TextsData: "texts",
    TextBlock: "words",
    TextAddresses: "addresses",
    PageText: "text",
    VersionsData: "versions",
}  # fmt: skip
"""The names of the data files of the site, by record."""
