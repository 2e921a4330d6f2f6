"""Figures to estimate before one reads them: what was counted, in which system and when, without the number."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from math import ceil, floor, log10
from typing import NamedTuple

from handbook import addresses, depth, wording
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.figure import Figure
from handbook.views.evidence import SourceLink, foreign
from handbook.views.filters import Filter, filter_by
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.practice.chance import chance
from handbook.views.practice.derived import DerivedFigure, derived_figure
from handbook.views.practice.recall import CRUMBS
from handbook.views.sections import Sections, sections

TITLE = "Estimate"
DESCRIPTION = "Published figures to estimate as a range before you read them, and how often your ranges are right."
MOST_ESTIMATES = 250
"""The number of figures on one page, which keeps it below 300 KB."""
NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)( thousand| million| billion| trillion)?")
SCALES = {"": 1, " thousand": 1e3, " million": 1e6, " billion": 1e9, " trillion": 1e12}
LEAST_TELLING = 10
"""Smaller numbers give nothing away: they are in every text."""
WIDEST = (-2, 6)
"""The powers of ten that every slider reaches, so that its ends give nothing away."""

Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class EstimatedFigure:
    """A figure to estimate. `low` and `high` are the powers of ten at the ends of its slider."""

    id: str
    case: Face
    what: str
    qualifiers: str
    date: str
    unit: str
    number: float
    low: int
    high: int
    value: str
    url: str
    source: SourceLink
    derived: DerivedFigure | None
    facets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EstimateView:
    """The data of a page of figures."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    counted: str
    filters: tuple[Filter, ...]
    part: TablePart[EstimatedFigure]


def estimate_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the pages of figures."""
    rows = _asked(book)
    for part in parts(addresses.ESTIMATE, rows, MOST_ESTIMATES, lambda row: f"{row.number}"):
        yield IndexPage(part.url, TITLE, DESCRIPTION, "estimate.html", partial(estimate_view, book, len(rows), part))


class AskedFigure(NamedTuple):
    """A figure to ask for, its number among all of them, counted from 1, and the ends of its slider."""

    number: int
    case: Entry[CaseStudy]
    figure: Figure
    ends: Ends


def _asked(book: Casebook) -> tuple[AskedFigure, ...]:
    """Return all figures that give a single number above zero: the brief's first, else as if by chance."""
    found = [
        (figure.id != _headline(entry), chance(entry.id, figure.id), entry, figure)
        for entry in book.library.case_studies.values()
        for figure in entry.data.figures
        if _is_asked(figure)
    ]
    ends = _ends(book, (figure for *_, figure in found))
    in_order = enumerate(sorted(found, key=lambda row: row[:2]), 1)
    return tuple(
        AskedFigure(number, entry, figure, ends[_dimension(book, figure)]) for number, (*_, entry, figure) in in_order
    )


def in_one_line(book: Casebook) -> str:
    """Return the number of figures: `512 figures of 15 systems`."""
    counts = [sum(map(_is_asked, entry.data.figures)) for entry in book.library.case_studies.values()]
    return f"{wording.counted(sum(counts), 'figure')} of {wording.counted(sum(map(bool, counts)), 'system')}"


def _is_asked(figure: Figure) -> bool:
    return figure.value is not None and figure.value > 0


def _headline(entry: Entry[CaseStudy]) -> str:
    return entry.data.brief.number if entry.data.brief else ""


def _ends(book: Casebook, figures: Iterator[Figure]) -> Mapping[str, Ends]:
    """Return the powers of ten that enclose all figures of a dimension, whatever their units."""
    powers: dict[str, list[float]] = defaultdict(lambda: list(WIDEST))
    for figure in figures:
        powers[_dimension(book, figure)].append(log10(figure.value or 1))
    return {dimension: (floor(min(found)), ceil(max(found))) for dimension, found in powers.items()}


def _dimension(book: Casebook, figure: Figure) -> str:
    unit = book.units.get(figure.unit or "")
    return unit.dimension if unit else ""


def _estimated(book: Casebook, row: AskedFigure) -> EstimatedFigure:
    _, entry, figure, (low, high) = row
    sources = {source.id: source for source in entry.data.sources}
    cited = sources[figure.sources[0].id]
    value = figure.value or 0
    return EstimatedFigure(
        id=addresses.practised(entry.id, figure.id),
        case=book.face("case-study", entry.id),
        what=without(figure.what, value),
        qualifiers=without(", ".join(wording.qualifiers(figure)), value),
        date=wording.date(figure.as_of),
        unit=wording.unit(figure.unit, figure.per, book.units),
        number=value,
        low=low,
        high=high,
        value=wording.figure_value(figure, book.units),
        url=depth.claim(entry, "figure", figure.id),
        source=SourceLink(cited.title, cited.url, foreign(cited.language)),
        derived=derived_figure(book, entry, figure) if figure.derived else None,
        facets={"measure": figure.measure},
    )


def without(text: str, value: float) -> str:
    """Return a text in which a dot-dot-dot stands for every number that is the value: `1,000`, `2.5 million`."""

    def hidden(match: re.Match[str]) -> str:
        number = float(match[1].replace(",", "")) * SCALES[match[2] or ""]
        return "…" if number == value else match[0]

    return NUMBER.sub(hidden, text) if value >= LEAST_TELLING else text


def estimate_view(book: Casebook, count: int, part: TablePart[AskedFigure]) -> EstimateView:
    """Return a page of figures; `count` is the number of all of them."""
    shown = part.shown(partial(_estimated, book))
    names = {name: term.name for name, term in book.terms["measures"].items()}
    return EstimateView(
        breadcrumbs=CRUMBS,
        sections=sections(("all", "All figures", True)),
        counted=wording.counted(count, "figure"),
        filters=(filter_by("measure", "Measure", names, (row.facets["measure"] for row in shown.rows)),),
        part=shown,
    )
