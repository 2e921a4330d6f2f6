"""What a page asked of the casebook: if all answers are the same as in an earlier build, the page is the same, too.

A watched casebook notes each question: an entry, a reverse link, a face. A later build only looks up the answers
(`answers.py`).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import NamedTuple, TypeVar, cast, overload

from markupsafe import Markup

from handbook.context import Link
from handbook.faces import Casebook, Chip, Face
from handbook.library import Library
from handbook.links import Links
from handbook.text import ENTRY_LINK, TextRenderer

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", covariant=True)
T = TypeVar("T")
ALL, COUNT = "*", "#"
"""The keys of a question about a whole table, and about its length. No id has these signs."""
CHIPS, FACES, NEIGHBOURS, ORDER, TARGETS = "chips", "faces", "neighbours", "order", "targets"


Key = str | tuple[str, ...]


class LookUp(NamedTuple):
    """A question: the name of a table, and a key of it."""

    table: str
    key: Key


class Ear:
    """Hears the questions that are asked between the beginning and the end of `listening`."""

    def __init__(self) -> None:
        """Hear nothing yet."""
        self._heard: list[dict[LookUp, None]] = []

    @contextmanager
    def listening(self) -> Iterator[Mapping[LookUp, None]]:
        """Yield the questions heard, each once and in order; those of a listening within are not among them."""
        self._heard.append({})
        try:
            yield self._heard[-1]
        finally:
            self._heard.pop()

    def hear(self, questions: Iterable[LookUp]) -> None:
        """Note questions."""
        if self._heard:
            self._heard[-1].update(dict.fromkeys(questions))


@dataclass(frozen=True)
class WatchedTable(Mapping[K, V]):
    """A mapping whose questions are heard. Keys are ids, or tuples of them."""

    name: str
    rows: Mapping[K, V]
    ear: Ear

    def __getitem__(self, key: K) -> V:
        self._ask(key)
        return self.rows[key]

    def __iter__(self) -> Iterator[K]:
        self._ask(ALL)
        return iter(self.rows)

    def __len__(self) -> int:
        self._ask(COUNT)
        return len(self.rows)

    def _ask(self, key: Hashable) -> None:
        self.ear.hear([LookUp(self.name, cast("Key", key))])


@dataclass(frozen=True)
class WatchedSeries(Sequence[V]):
    """A sequence whose use is heard as one question about all of it."""

    name: str
    rows: Sequence[V]
    ear: Ear

    @overload
    def __getitem__(self, place: int) -> V: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[V]: ...
    def __getitem__(self, place: int | slice) -> V | Sequence[V]:
        return self._asked[place]

    def __len__(self) -> int:
        return len(self._asked)

    @property
    def _asked(self) -> Sequence[V]:
        self.ear.hear([LookUp(self.name, ALL)])
        return self.rows


class WatchedTexts(TextRenderer):
    """A renderer of texts that asks for the entry of each `[[link]]`."""

    def __init__(self, texts: TextRenderer, ear: Ear) -> None:
        """Keep the renderer."""
        self._texts, self._ear = texts, ear

    def html(self, text: str) -> Markup:
        return self._texts.html(self._asked(text))

    def plain(self, text: str) -> str:
        return self._texts.plain(self._asked(text))

    def markdown(self, text: str, absolute: Callable[[str], str]) -> str:
        return self._texts.markdown(self._asked(text), absolute)

    def _asked(self, text: str) -> str:
        if "[[" in text:
            self._ear.hear(LookUp(TARGETS, target.strip()) for target, _ in ENTRY_LINK.findall(text))
        return text


@dataclass(frozen=True)
class WatchedCasebook(Casebook):
    """A casebook whose questions `ear` hears. `whole` is the same without an ear."""

    whole: Casebook = field(kw_only=True)
    ear: Ear = field(kw_only=True)

    def face(self, kind: str, name: str) -> Face:
        self.ear.hear([LookUp(FACES, (kind, name))])
        return self.whole.face(kind, name)

    def link(self, kind: str, name: str) -> Link:
        self.ear.hear([LookUp(CHIPS, (kind, name))])
        return self.whole.link(kind, name)

    def chip(self, kind: str, name: str, stance: str = "") -> Chip:
        self.ear.hear([LookUp(CHIPS, (kind, name))])
        return self.whole.chip(kind, name, stance)

    @property
    def case_order(self) -> tuple[str, ...]:
        self.ear.hear([LookUp(ORDER, ALL)])
        return self.whole.case_order

    @cached_property
    def case_neighbours(self) -> Mapping[str, tuple[Link | None, Link | None]]:
        return WatchedTable(NEIGHBOURS, self.whole.case_neighbours, self.ear)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made once; everyone who gets it asks what its maker asked."""
        value, asked = super().once(key, lambda: self._listen(make))
        self.ear.hear(asked)
        return value

    def _listen(self, make: Callable[[], T]) -> tuple[T, tuple[LookUp, ...]]:
        with self.ear.listening() as asked:
            return make(), tuple(asked)


def watched(book: Casebook) -> WatchedCasebook:
    """Return `book` with an ear."""
    ear = Ear()
    parts = {part.name: getattr(book, part.name) for part in fields(book) if part.init} | {
        "library": _library(book.library, ear),
        "links": _links(book.links, ear),
        "texts": WatchedTexts(book.texts, ear),
        "_made": {},
    }
    return WatchedCasebook(**parts, whole=book, ear=ear)


def _library(library: Library, ear: Ear) -> Library:
    by_kind = {kind: WatchedTable(kind, entries, ear) for kind, entries in library.by_kind.items()}
    ids = {
        kind: WatchedTable(table_of_ids(kind), dict.fromkeys(names, True), ear) for kind, names in library.ids.items()
    }
    return replace(library, by_kind=by_kind, ids=cast("Mapping[str, frozenset[str]]", ids))


def _links(links: Links, ear: Ear) -> Links:
    return replace(links, **{part.name: _watched(part.name, getattr(links, part.name), ear) for part in fields(links)})


def _watched(name: str, rows: T, ear: Ear) -> T:
    if isinstance(rows, Mapping):
        return cast("T", WatchedTable(name, rows, ear))
    assert isinstance(rows, tuple)
    return cast("T", WatchedSeries(name, rows, ear))


def tables_of(links: Links) -> dict[str, object]:
    """Return the reverse links by the names of their tables."""
    return {part.name: getattr(links, part.name) for part in fields(links)}


def table_of_ids(kind: str) -> str:
    """Return the name of the table of the ids of a kind."""
    return f"ids of {kind}"
