"""Facts about technologies side by side: a row for each property, with the common properties separate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from handbook.views.portrait import Portrait

NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class FactCell:
    """A property of one technology; `url` is empty if it has no link."""

    text: Markup | str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A property of several technologies, in the order of the columns."""

    name: str
    cells: tuple[FactCell, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The properties in which technologies differ, and those that they have in common."""

    different: tuple[FactRow, ...]
    same: tuple[FactRow, ...]


def facts(portraits: Sequence[Portrait], without: str = "") -> Facts:
    """Return the properties of technologies, except `without` and those that no entry records."""
    rows = [FactRow(name, tuple(map(fact, portraits))) for name, fact in PROPERTIES.items() if name != without]
    told = [row for row in rows if any(cell.text != NOT_RECORDED for cell in row.cells)]
    same = tuple(row for row in told if len(set(row.cells)) == 1)
    return Facts(tuple(row for row in told if row not in same), same)


def _what(one: Portrait) -> FactCell:
    return FactCell(one.face.what)


def _used(one: Portrait) -> FactCell:
    stances = one.face.stances
    return FactCell(stances, f"{one.face.url}#who-used-it") if stances else FactCell("in none yet")


def _category(one: Portrait) -> FactCell:
    return FactCell(one.category.name, one.category.url)


def _availability(one: Portrait) -> FactCell:
    return FactCell(one.availability, "", one.licence)


def _first_release(one: Portrait) -> FactCell:
    return FactCell(one.first_release or NOT_RECORDED)


def _state(one: Portrait) -> FactCell:
    return FactCell(one.state, f"{one.face.url}#status") if one.state else FactCell(NOT_RECORDED)


PROPERTIES: dict[str, Callable[[Portrait], FactCell]] = {
    "What it is": _what,
    "In these case studies": _used,
    "Category": _category,
    "Availability": _availability,
    "First release": _first_release,
    "Status today": _state,
}
"""The properties in display order."""
