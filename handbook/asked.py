"""What a page asked of the casebook: if all answers are the same as in an earlier build, the page is the same, too.

A watched casebook notes each question: an entry, a reverse link, a face. A later build looks up the answers only.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar, cast, overload

from markupsafe import Markup

from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.library import Entry, Library
from handbook.links import InCase, Links, Sharers
from handbook.text import ENTRY_LINK, TextRenderer

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", covariant=True)
T = TypeVar("T")
ALL, COUNT = "*", "#"
"""The keys of a question about a whole table, and about its length. No id has these signs."""
FACES, NEIGHBOURS, ORDER, TARGETS = "faces", "neighbours", "order", "targets"


class Question(NamedTuple):
    """A question: the name of a table, and a key of it."""

    table: str
    key: str | tuple[str, ...]


class Ear:
    """Hears the questions that are asked between the beginning and the end of `listening`."""

    def __init__(self) -> None:
        """Hear nothing yet."""
        self._heard: list[dict[Question, None]] = []

    @contextmanager
    def listening(self) -> Iterator[Mapping[Question, None]]:
        """Yield the questions heard, each once and in order; those of a listening within are not among them."""
        self._heard.append({})
        try:
            yield self._heard[-1]
        finally:
            self._heard.pop()

    def hear(self, questions: Iterable[Question]) -> None:
        """Note questions."""
        if self._heard:
            self._heard[-1].update(dict.fromkeys(questions))


@dataclass(frozen=True)
class Table(Mapping[K, V]):
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

    def _ask(self, key: Any) -> None:
        self.ear.hear([Question(self.name, key)])


@dataclass(frozen=True)
class Series(Sequence[V]):
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
        self.ear.hear([Question(self.name, ALL)])
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
            self._ear.hear(Question(TARGETS, target.strip()) for target, _ in ENTRY_LINK.findall(text))
        return text


@dataclass(frozen=True)
class WatchedCasebook(Casebook):
    """A casebook whose questions `ear` hears. `whole` is the same without an ear."""

    whole: Casebook = field(kw_only=True)
    ear: Ear = field(kw_only=True)

    def face(self, kind: str, name: str) -> Face:
        self.ear.hear([Question(FACES, (kind, name))])
        return self.whole.face(kind, name)

    @property
    def case_order(self) -> tuple[str, ...]:
        self.ear.hear([Question(ORDER, ALL)])
        return self.whole.case_order

    @cached_property
    def case_neighbours(self) -> Mapping[str, tuple[Link | None, Link | None]]:
        return Table(NEIGHBOURS, self.whole.case_neighbours, self.ear)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made once; whoever gets it asks what its maker asked."""
        value, asked = super().once(key, lambda: self._listen(make))
        self.ear.hear(asked)
        return value

    def _listen(self, make: Callable[[], T]) -> tuple[T, tuple[Question, ...]]:
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
    by_kind = {kind: Table(kind, entries, ear) for kind, entries in library.by_kind.items()}
    ids = {kind: Table(_ids(kind), dict.fromkeys(names, True), ear) for kind, names in library.ids.items()}
    return replace(library, by_kind=by_kind, ids=cast("Mapping[str, frozenset[str]]", ids))


def _links(links: Links, ear: Ear) -> Links:
    return replace(links, **{name: _watch(name, rows, ear) for name, rows in _tables(links)})


def _watch(name: str, rows: Any, ear: Ear) -> Any:
    return Table(name, rows, ear) if isinstance(rows, Mapping) else Series(name, rows, ear)


def _tables(links: Links) -> Iterator[tuple[str, Any]]:
    return ((part.name, getattr(links, part.name)) for part in fields(links))


def _ids(kind: str) -> str:
    return f"ids {kind}"


class Answers:
    """The answers of a casebook to questions, as hashes."""

    def __init__(self, book: Casebook) -> None:
        """Look up nothing yet."""
        self._tables: dict[str, Any] = {
            **book.library.by_kind,
            **{_ids(kind): dict.fromkeys(names, True) for kind, names in book.library.ids.items()},
            **dict(_tables(book.links)),
            NEIGHBOURS: book.case_neighbours,
            ORDER: book.case_order,
        }
        self._book = book
        self._known: dict[Question, bytes] = {}

    @cached_property
    def _common(self) -> bytes:
        """What pages may use without a question."""
        vocabulary = self._book.library.vocabulary.model_dump_json()
        return repr((self._book.home, self._book.editing, vocabulary)).encode()

    def to(self, questions: Iterable[Question]) -> str:
        """Return a hash of the answers to all questions, in order."""
        found = sha256(self._common)
        for question in questions:
            found.update(self._answer(question))
        return found.hexdigest()

    def _answer(self, question: Question) -> bytes:
        if question not in self._known:
            self._known[question] = sha256(_told(self._look_up(question)).encode()).digest()
        return self._known[question]

    def _look_up(self, question: Question) -> object:
        name, key = question
        if name == FACES:
            return self._face(*key)
        if name == TARGETS:
            return self._book.texts.target(str(key))
        rows = self._tables.get(name, {})
        return rows if key == ALL else len(rows) if key == COUNT else rows.get(key)

    def _face(self, kind: str, name: str) -> Face | None:
        return self._book.face(kind, name) if name in self._book.library.of(kind) else None


def _told(answer: object) -> str:
    """Return all that a page could read of an answer; of an entry, the hash of its file."""
    match answer:
        case Entry():
            return (answer.source.digest or sha256(repr(answer.data).encode()).digest()).hex()
        case InCase():
            return _told(answer.case)
        case Sharers():
            return repr(answer.names)
        case Mapping():
            return f"{{{','.join(f'{key!r}:{_told(value)}' for key, value in answer.items())}}}"
        case tuple():
            return f"({','.join(map(_told, answer))})"
    return repr(answer)
