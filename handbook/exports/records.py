"""Records: what the site's own scripts load. The files are written, and the scripts' types are made, from these alone.

A list of records travels as named columns, one list of values a field: `{"id": ["redis"], "name": ["Redis"]}`.
An address may hold places to fill: `/technologies/{id}/`.
"""

from typing import NamedTuple


class SearchKind(NamedTuple):
    """A kind of entry; of two that suit a search equally well, the one whose kind is listed first comes first."""

    name: str
    """The name by which entries refer to it: `case-study`."""
    label: str
    """What readers call it: `Case study`."""
    address: str
    """The address of an entry, with a place for its `{id}`."""
    solves: float
    """How likely an entry answers a problem that is told in plain words; 1 for a technology."""


class SearchEntry(NamedTuple):
    """An entry as the search box gets it."""

    kind: str
    """The name of its kind."""
    id: str
    """The id, unique within the kind."""
    name: str
    """What readers call it."""
    also: tuple[str, ...]
    """Its other names."""
    asked: tuple[str, ...]
    """What people type who know the problem and not the name."""
    line: str
    """The line below the name."""
    words: str
    """The telling words of its problem, without those of its names."""
    more: str
    """Further words, which count less."""
    weight: int
    """How many systems it has to do with."""


class SearchComparison(NamedTuple):
    """Two technologies that have a page side by side."""

    one: int
    """The place of the one in the list of entries."""
    other: int
    """The place of the other."""
    address: str
    """The address of their page."""


class ComparisonWords(NamedTuple):
    """How a comparison shows itself in the search box."""

    kind: str
    """The kind of the entries that are compared."""
    label: str
    """What readers call a comparison."""
    name: str
    """Its name, with places for the names of `{one}` and the `{other}`."""
    line: str
    """The line below the name."""


class EntriesData(NamedTuple):
    """`data/entries.js`: what the search box loads first, which is everything but the case studies and the lessons."""

    kinds: tuple[SearchKind, ...]
    """The kinds, in the order of their ranks."""
    entries: tuple[SearchEntry, ...]
    """The entries."""
    comparisons: tuple[SearchComparison, ...]
    """The pairs of technologies."""
    comparison: ComparisonWords
    """The words of all comparisons."""
    common: str
    """Words that tell nothing, separated by blanks."""
    contribute: str
    """The address where one proposes an entry."""
    lessons: int
    """How many lessons there are."""


class CasesData(NamedTuple):
    """`data/cases.js`: the case studies, which the search box loads after the rest."""

    entries: tuple[SearchEntry, ...]
    """The case studies."""


class SearchLesson(NamedTuple):
    """A lesson as the search box gets it."""

    case: str
    """The id of its case study."""
    id: str
    """Its own id."""
    text: str
    """Its words."""


class LessonsData(NamedTuple):
    """`data/lessons.js`: the lessons, which the search box loads last."""

    address: str
    """The address of a lesson, with places for `{case}` and `{id}`."""
    lessons: tuple[SearchLesson, ...]
    """The lessons."""


class FinderOption(NamedTuple):
    """An option of a facet."""

    id: str
    """Its id, which stands in addresses."""
    name: str
    """What readers call it."""
    hue: int | None
    """The colour of a pattern or a family."""


class FinderUse(NamedTuple):
    """An option that a case study has."""

    case: int
    """The place of the case study in the list of cases."""
    option: int
    """The place of the option in the list of the facet's options."""
    stance: int
    """The place of the stance in the list of the facet's stances; 0 where there are none."""
    claim: str
    """The id of the claim that says so; empty where it is the option's own, or where there is none."""


class FinderFacet(NamedTuple):
    """Something to choose by."""

    id: str
    """Its id, which stands in addresses."""
    name: str
    """What readers call it."""
    several: bool
    """Whether a case study can have more than one of the options."""
    claims: bool
    """Whether the case study has a place of its own for each option."""
    stances: tuple[str, ...]
    """The stances that a case study can take."""
    options: tuple[FinderOption, ...]
    """The options, those of most case studies first; levels keep their order."""
    uses: tuple[FinderUse, ...]
    """Which case study has what, in the order of the case studies, each once."""


class FinderStep(NamedTuple):
    """A value at which a range can begin or end."""

    value: float
    """The value."""
    words: str
    """The value in words: `1 million`."""
    id: str
    """What stands in addresses: `1-million`."""


class FinderDimension(NamedTuple):
    """A kind of figure by which systems are compared."""

    id: str
    """The id of the measure, which stands in addresses."""
    name: str
    """What readers call it, with the time to which a rate refers."""
    steps: tuple[FinderStep, ...]
    """The powers of ten around the values."""


class FinderScale(NamedTuple):
    """The largest value of a case study in a dimension."""

    case: int
    """The place of the case study in the list of cases."""
    dimension: int
    """The place of the dimension in the list of dimensions."""
    value: float
    """The value in the unit of the dimension."""
    words: str
    """The value as it was published."""
    date: str
    """When it was true, in words."""
    figure: str
    """The id of the figure."""


class FinderCase(NamedTuple):
    """A case study as the finder shows it."""

    id: str
    """The id."""
    name: str
    """The name of the system."""
    title: str
    """The title of the case study."""
    period: str
    """The period in words."""
    start: int
    """The first year, 0 where it is open."""
    until: int
    """The last year, 0 where it is open."""
    value: str
    """The headline figure in words; empty where there is none."""
    what: str
    """What the headline figure counts."""


class FinderData(NamedTuple):
    """`data/finder.js`: what the finder works on."""

    facets: tuple[FinderFacet, ...]
    """What one chooses by."""
    dimensions: tuple[FinderDimension, ...]
    """The dimensions in which some case study has a value."""
    cases: tuple[FinderCase, ...]
    """The case studies in the order of their names."""
    scales: tuple[FinderScale, ...]
    """The values, in the order of the case studies."""
    page: str
    """The address of a case study, with a place for its `{id}`."""
    claim: str
    """The address of a claim, with places for the `{id}` of the case study, the `{kind}` and the the `{claim}`."""
    organisation: str
    """The address of an organisation, with a place for its `{id}`."""


FILES: dict[type, str] = {EntriesData: "entries", CasesData: "cases", LessonsData: "lessons", FinderData: "finder"}
"""The data files of the site: what each holds, and its name."""
