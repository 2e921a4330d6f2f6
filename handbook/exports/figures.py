"""The figures of all case studies, for queries with an amount: `300k requests per second`."""

from collections.abc import Iterator
from functools import partial

from handbook import addresses, wording
from handbook.exports.answer_records import FiguresData, FigureUnit, SearchFigure
from handbook.exports.data import data_file
from handbook.exports.keywords import keywords
from handbook.exports.late import LateFile
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.figure import Figure
from handbook.model.vocabulary import Unit

LABEL = "Figure"
RATIO = "ratio"
"""The dimension of figures that tell how many times as much something is."""
DIGITS = 6
"""The number of significant digits of a value: enough to compare with a typed one."""


def figures_file(book: Casebook) -> LateFile:
    """Return the data file of the figures."""
    return data_file(FiguresData, partial(figures_data, book))


def figures_data(book: Casebook) -> FiguresData:
    """Return the figures, with the units that a query can name."""
    return FiguresData(
        address=addresses.claim("{case}", "figure", "{id}"),
        label=LABEL,
        units=tuple(_unit(unit) for unit in book.units.values()),
        figures=tuple(
            _figure(book, entry, figure)
            for entry in book.library.case_studies.values()
            for figure in entry.data.figures
        ),
    )


def _unit(unit: Unit) -> FigureUnit:
    names = (unit.name, unit.symbol, unit.singular or unit.symbol)
    return FigureUnit(tuple(dict.fromkeys(name.casefold() for name in names)), unit.dimension, unit.factor)


def _figure(book: Casebook, entry: Entry[CaseStudy], figure: Figure) -> SearchFigure:
    said = wording.figure_value(figure, book.units)
    measure = book.term("measures", figure.measure).name
    telling = " ".join((measure, figure.statistic, *wording.qualifiers(figure)))
    return SearchFigure(
        entry.id,
        figure.id,
        said,
        wording.noted(figure),
        wording.date(figure.as_of),
        keywords(telling, f"{figure.what} {said}"),
        tuple(_values(figure, book.units.get(figure.unit or ""))),
        _dimension(figure, book.units.get(figure.unit or "")),
        _seconds(book.units.get(figure.per or "")),
    )


def _values(figure: Figure, unit: Unit | None) -> Iterator[float]:
    """Yield the numbers of a figure in the base unit of its dimension."""
    ends = (figure.range.low, figure.range.high) if figure.range else (figure.before, figure.after)
    for value in (figure.value, figure.ratio, *ends):
        if value is not None:
            yield float(f"{value * (unit.factor if unit else 1):.{DIGITS}g}")


def _dimension(figure: Figure, unit: Unit | None) -> str:
    if figure.ratio is not None:
        return RATIO
    return unit.dimension if unit else ""


def _seconds(per: Unit | None) -> float:
    """Return the seconds of the unit of time of a rate, or 0 for other denominators."""
    return per.factor if per and per.dimension == "time" else 0
