"""All figures of all case studies as a table for spreadsheets and programs."""

import csv
from collections.abc import Iterator
from io import StringIO

from handbook import addresses, depth, wording
from handbook.arithmetic import base_value
from handbook.exports.data import SiteFile
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.figure import Figure
from handbook.model.vocabulary import Unit

BASES = {"time": "second", "data": "byte", "frequency": "hertz", "power": "watt", "share": "1"}
"""The base unit of each dimension, of which `factor` in the vocabulary is a multiple; others keep their unit."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""The characters with which a cell begins that spreadsheets compute."""
COLUMNS = (
    "case_study", "id", "what", "measure", "value", "unit", "per", "base_value", "base_unit", "words", "precision",
    "statistic", "load", "status", "scope", "as_of", "disputed", "url",
)  # fmt: skip
"""The columns: `words` has the figure as pages print it, also where it has no single value."""


def numbers_file(book: Casebook) -> SiteFile:
    """Return the table of all figures."""
    return SiteFile(addresses.NUMBERS_TABLE.removeprefix("/"), as_csv(book))


def as_csv(book: Casebook) -> str:
    """Return all figures in the order of the case studies."""
    text = StringIO()
    write = csv.writer(text, lineterminator="\n").writerow
    write(COLUMNS)
    for entry in book.library.case_studies.values():
        for figure in entry.data.figures:
            write([harmless(cell) for cell in _cells(book, entry, figure)])
    return text.getvalue()


def harmless(cell: float | str | None) -> float | str:
    """Return a cell; a text that a spreadsheet would compute begins with an apostrophe."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell


def _cells(book: Casebook, entry: Entry[CaseStudy], figure: Figure) -> Iterator[float | str | None]:
    base = None if figure.value is None else float(f"{base_value(figure, book.units):.12g}")
    yield from (entry.id, figure.id, figure.what, figure.measure, figure.value, figure.unit, figure.per)
    yield from (base, None if base is None else _base_unit(book, figure), wording.figure_value(figure, book.units))
    yield from (figure.precision, figure.statistic, figure.load, figure.status, figure.scope, str(figure.as_of))
    yield from ("yes" if figure.disputed else "no", depth.claim(entry, "figure", figure.id))


def _base_unit(book: Casebook, figure: Figure) -> str:
    """Return the unit of the value in base units: `byte/second`, `request`, `1/second` for a share."""
    unit, per = (book.units.get(name or "") for name in (figure.unit, figure.per))
    return "/".join(_base(part) for part in (unit, per) if part)


def _base(unit: Unit) -> str:
    return BASES.get(unit.dimension, unit.id)
