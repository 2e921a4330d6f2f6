"""The pages of reading paths, and their index."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, reading_time
from handbook.context import Link
from handbook.faces import Casebook, Face, stop_minutes
from handbook.library import Entry
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.reading_path import ReadingPath, Stop
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop of a reading path. `takes` is its reading time in words, `level` its difficulty."""

    entry: Face
    kind: str
    takes: str
    level: str
    why: Markup


@dataclass(frozen=True, slots=True)
class PathView:
    """The data of a reading path. `takes` is the total reading time."""

    title: str
    summary: Markup
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    takes: str
    pace: int
    stops: tuple[StopView, ...]


@dataclass(frozen=True, slots=True)
class PathCard:
    """A summary of a reading path: its reading time and its stops."""

    face: Face
    takes: str
    stops: tuple[StopView, ...]


@dataclass(frozen=True, slots=True)
class PathIndex:
    """All reading paths, the shortest first."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    pace: int
    paths: tuple[PathCard, ...]


CRUMBS = (Link("Home", addresses.HOME),)


def path_view(book: Casebook, entry: Entry[ReadingPath]) -> PathView:
    """Return the page of a reading path."""
    face = book.face("path", entry.id)
    return PathView(
        title=face.title,
        summary=face.what,
        breadcrumbs=(*CRUMBS, Link("Paths", addresses.PATHS)),
        sections=sections(("stops", "The way", True)),
        takes=reading_time.in_words(_minutes(book, entry.data.stops)),
        pace=reading_time.WORDS_A_MINUTE,
        stops=_stops(book, entry),
    )


def path_index(book: Casebook) -> PathIndex:
    """Return the index of reading paths."""
    return PathIndex(
        breadcrumbs=CRUMBS,
        sections=sections(("all", "All reading paths", True)),
        pace=reading_time.WORDS_A_MINUTE,
        paths=path_cards(book),
    )


def path_cards(book: Casebook) -> tuple[PathCard, ...]:
    """Return the summaries of all reading paths, the shortest first."""
    entries = book.library.paths.values()
    ordered = sorted(entries, key=lambda entry: (_minutes(book, entry.data.stops), entry.id))
    return tuple(_card(book, entry) for entry in ordered)


def _card(book: Casebook, entry: Entry[ReadingPath]) -> PathCard:
    takes = reading_time.in_words(_minutes(book, entry.data.stops))
    return PathCard(book.face("path", entry.id), takes, _stops(book, entry))


def _minutes(book: Casebook, stops: Iterable[Stop]) -> int:
    return sum(stop_minutes(book, stop) for stop in stops)


def _stops(book: Casebook, entry: Entry[ReadingPath]) -> tuple[StopView, ...]:
    return tuple(_stop(book, stop) for stop in entry.data.stops)


def _stop(book: Casebook, stop: Stop) -> StopView:
    kind, name = stop.entry.split(":")
    face = book.face(kind, name)
    return StopView(
        entry=face,
        kind=KIND_BY_NAME[kind].label,
        takes=reading_time.in_words(stop_minutes(book, stop)),
        level=face.level.name if face.level else "",
        why=book.html(stop.why),
    )
