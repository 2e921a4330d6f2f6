"""Figures that follow from others: the arithmetic, with operands that a reader can change."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from handbook import addresses, depth, wording
from handbook.arithmetic import base_value, compute
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.figure import Figure
from handbook.views.figures import SIGNS
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.sections import Sections, sections

TITLE = "Arithmetic"
DESCRIPTION = "The arithmetic of published figures, with operands to change: half the load, or twice the machines."
MOST_DERIVED = 150
"""The number of figures on one page, which keeps it below 300 KB."""
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure of a calculation: its number in its own unit, and the size of that unit in base units."""

    what: str
    value: str
    url: str
    number: float
    factor: float
    unit: str


@dataclass(frozen=True, slots=True)
class DerivedFigure:
    """A figure that follows from others. `number` is the result of the calculation in the unit of the figure."""

    id: str
    case: Face
    what: str
    value: str
    url: str
    operation: str
    sign: str
    operands: tuple[Operand, ...]
    number: float
    result: str
    factor: float
    unit: str
    shows: Markup


@dataclass(frozen=True, slots=True)
class DerivedView:
    """The data of a page of derived figures."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    counted: str
    part: TablePart[DerivedFigure]


FigureOfCase = tuple[Entry[CaseStudy], Figure]
CRUMBS = (
    Link("Home", addresses.HOME),
    Link("Practice", addresses.PRACTICE),
    Link("Put yours beside them", addresses.YOURS),
)


def derived_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the pages of derived figures."""
    rows = _derived(book)
    for part in parts(addresses.ARITHMETIC, rows, MOST_DERIVED, lambda row: row[0].data.called):
        yield IndexPage(part.url, TITLE, DESCRIPTION, "derived.html", partial(derived_view, book, len(rows), part))


def derived_view(book: Casebook, count: int, part: TablePart[FigureOfCase]) -> DerivedView:
    """Return a page of derived figures; `count` is the number of all of them."""
    counted = f"{wording.counted(count, 'figure')} that {'follows' if count == 1 else 'follow'} from others"
    shown = part.shown(lambda row: derived_figure(book, *row))
    return DerivedView(CRUMBS, sections(("all", "All of them", True)), counted, shown)


def _derived(book: Casebook) -> tuple[FigureOfCase, ...]:
    """Return all derived figures, in the order of the names of the systems."""
    entries = (book.library.case_studies[name] for name in book.case_order)
    return tuple((entry, figure) for entry in entries for figure in entry.data.figures if figure.derived)


def derived_figure(book: Casebook, entry: Entry[CaseStudy], figure: Figure) -> DerivedFigure:
    """Return the arithmetic of a figure that is derived."""
    derivation, figures = figure.derived, {one.id: one for one in entry.data.figures}
    assert derivation is not None
    result = compute(figure, figures, book.units)
    return DerivedFigure(
        id=addresses.practised(entry.id, figure.id),
        case=book.face("case-study", entry.id),
        what=wording.noted(figure),
        value=wording.figure_value(figure, book.units),
        url=depth.claim(entry, "figure", figure.id),
        operation=derivation.operation,
        sign=SIGNS[derivation.operation],
        operands=tuple(_operand(book, entry, figures[name]) for name in derivation.of),
        number=result,
        result=wording.quantity(float(f"{result:.{DIGITS}g}"), figure.unit, figure.per, book.units),
        factor=_factor(book, figure),
        unit=wording.unit(figure.unit, figure.per, book.units),
        shows=book.html(derivation.shows),
    )


def _operand(book: Casebook, entry: Entry[CaseStudy], figure: Figure) -> Operand:
    return Operand(
        what=wording.noted(figure),
        value=wording.figure_value(figure, book.units),
        url=depth.claim(entry, "figure", figure.id),
        number=figure.value or 0,
        factor=_factor(book, figure),
        unit=wording.unit(figure.unit, figure.per, book.units),
    )


def _factor(book: Casebook, figure: Figure) -> float:
    """Return the size of the unit of a figure in base units: 86,400 for a day."""
    return base_value(figure.model_copy(update={"value": 1.0}), book.units)
