"""The figures of one measure, with a picture of those that can be compared."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook
from handbook.model.vocabulary import VocabularyTerm
from handbook.views.figures import DerivationView, derivation
from handbook.views.filters import Filter, choices
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.insights.measured import FigureGroup, Measured, Plotted, plotted, systems_in_order
from handbook.views.sections import Sections, sections

MOST_ROWS = 150
MOST_PICTURES = 6
MOST_SYSTEMS = 40
"""Limits for one page, which keep it below 300 KB."""
STATUS = {
    "measured": "measured", "estimated": "estimated", "goal": "goal", "capacity": "capacity", "setting": "setting",
}  # fmt: skip
LOAD = {"peak": "at peak", "typical": "at a usual time"}
DISPUTED = {"yes": "disputed", "no": "not disputed"}


class Grouped(NamedTuple):
    """A figure and its group."""

    group: FigureGroup
    one: Measured


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A figure of a system. `common` is its value in the common unit, or empty; `sort` is the same as a number."""

    anchor: str
    system: Link
    what: str
    url: str
    value: str
    common: str
    sort: str
    qualifiers: str
    date: str
    sort_date: str
    sources: Link
    disputes: tuple[Markup, ...]
    derivation: DerivationView | None
    facets: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberTable:
    """The rows of comparable figures, with their picture above the first of them."""

    anchor: str
    name: str
    picture: Plotted | None
    rows: tuple[NumberRow, ...]


@dataclass(frozen=True, slots=True)
class MeasurePageView:
    """The data of a page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    name: str
    what: str
    filters: tuple[Filter, ...]
    part: TablePart[Grouped]
    tables: tuple[NumberTable, ...]


def measure_pages(book: Casebook, measure: VocabularyTerm, groups: tuple[FigureGroup, ...]) -> Iterator[IndexPage]:
    """Yield the page of a measure, and further ones if there are too many figures for one."""
    for part in _parts(book, measure.id, groups):
        more = f", page {part.number}" if part.number > 1 else ""
        title = f"{measure.name} in numbers{more}"
        description = f"{measure.what} Every published figure, from the largest to the smallest, with its source{more}."
        yield IndexPage(part.url, title, description, "measure.html", partial(measure_view, book, measure, part))


def table_addresses(book: Casebook, measure: str, groups: tuple[FigureGroup, ...]) -> dict[str, str]:
    """Return where the table of each group begins, by its anchor: `/numbers/duration/2/#duration-time-second`."""
    found: dict[str, str] = {}
    for part in _parts(book, measure, groups):
        for row in part.rows:
            found.setdefault(row.group.anchor, f"{part.url}#{row.group.anchor}")
    return found


def _parts(book: Casebook, measure: str, groups: tuple[FigureGroup, ...]) -> Iterator[TablePart[Grouped]]:
    rows = [Grouped(group, one) for group in groups for one in group.figures]
    return parts(addresses.numbers(measure), rows, MOST_ROWS, partial(_name, book))


def _name(book: Casebook, row: Grouped) -> str:
    return row.group.words(row.one) or wording.figure_value(row.one.figure, book.units)


def measure_view(book: Casebook, measure: VocabularyTerm, part: TablePart[Grouped]) -> MeasurePageView:
    """Return one page of the figures of a measure."""
    home = (("Home", addresses.HOME), ("Insights", addresses.INSIGHTS), ("Numbers", addresses.NUMBERS))
    tables = tuple(_tables(book, part))
    return MeasurePageView(
        breadcrumbs=tuple(Link(*pair) for pair in home),
        sections=sections(*((table.anchor, table.name, True) for table in tables)),
        name=measure.name,
        what=measure.what,
        filters=_filters(part.rows),
        part=part,
        tables=tables,
    )


def _tables(book: Casebook, part: TablePart[Grouped]) -> Iterator[NumberTable]:
    for number, (anchor, found) in enumerate(groupby(part.rows, lambda row: row.group.anchor)):
        rows = tuple(found)
        group = rows[0].group
        begins = rows[0].one is group.figures[0] and number < MOST_PICTURES
        picture = plotted(book, group, MOST_SYSTEMS) if begins and group.unit else None
        yield NumberTable(anchor, group.name, picture, tuple(_row(book, row) for row in rows))


def _row(book: Casebook, row: Grouped) -> NumberRow:
    entry, figure, base = row.one
    anchor = addresses.anchor("figure", figure.id)
    return NumberRow(
        anchor=f"{entry.id}-{anchor}",
        system=book.link("case-study", entry.id),
        what=figure.what,
        url=row.one.url,
        value=wording.figure_value(figure, book.units),
        common=row.group.words(row.one),
        sort="" if base is None else f"{base:.6g}",
        qualifiers=", ".join(wording.qualifiers(figure)),
        date=wording.date(figure.as_of),
        sort_date=str(figure.as_of),
        sources=Link(
            wording.counted(len({one.id for one in figure.sources}), "source"), addresses.proof(entry.id, anchor)
        ),
        disputes=tuple(_disputes(book, row.one)),
        derivation=_derivation(book, row.one),
        facets=_facets(row),
    )


def _disputes(book: Casebook, one: Measured) -> Iterator[Markup]:
    figure = one.figure
    for other in figure.disputed:
        words = wording.quantity(other.value or 0, figure.unit, figure.per, book.units)
        yield book.html(other.says) if other.says is not None else Markup.escape(words)


def _derivation(book: Casebook, one: Measured) -> DerivationView | None:
    if one.figure.derived is None:
        return None
    figures = {figure.id: figure for figure in one.entry.data.figures}
    return derivation(book, figures, one.figure, lambda figure: Measured(one.entry, figure, None).url)


def _facets(row: Grouped) -> dict[str, str]:
    figure = row.one.figure
    disputed = "yes" if figure.disputed else "no"
    return {"system": row.one.entry.id, "status": figure.status, "load": figure.load or "", "disputed": disputed}


def _filters(rows: tuple[Grouped, ...]) -> tuple[Filter, ...]:
    facets = [_facets(row) for row in rows]
    known = (
        ("system", "System", systems_in_order(row.one for row in rows)),
        ("status", "Status", STATUS), ("load", "Load", LOAD), ("disputed", "Disputed", DISPUTED),
    )  # fmt: skip
    return tuple(Filter(key, name, choices(names, (row[key] for row in facets))) for key, name, names in known)
