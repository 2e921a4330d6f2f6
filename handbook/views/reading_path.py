"""The page of a reading path."""

from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.reading_path import ReadingPath
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop on a reading path."""

    entry: Face
    kind: str
    why: Markup


@dataclass(frozen=True, slots=True)
class PathView:
    """A reading path."""

    title: str
    summary: Markup
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    stops: tuple[StopView, ...]


def path_view(book: Casebook, entry: Entry[ReadingPath]) -> PathView:
    """Return the page of a reading path."""
    face = book.face("path", entry.id)
    return PathView(
        title=face.title,
        summary=face.what,
        breadcrumbs=(Link("Home", addresses.HOME),),
        sections=sections(("stops", "The way", True)),
        stops=tuple(_stop(book, stop.entry, stop.why) for stop in entry.data.stops),
    )


def _stop(book: Casebook, address: str, why: str) -> StopView:
    kind, name = address.split(":")
    return StopView(book.face(kind, name), kind.replace("-", " "), book.html(why))
