"""The answers of a casebook to what a page asked in an earlier build, as hashes."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256

from handbook.asked import ALL, CHIPS, COUNT, FACES, NEIGHBOURS, ORDER, TARGETS, LookUp, table_of_ids, tables_of
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.links import InCase, Sharers


class Answers:
    """The answers of a casebook to questions, as hashes."""

    def __init__(self, book: Casebook) -> None:
        """Look up nothing yet."""
        self._book = book
        self._known: dict[LookUp, bytes] = {}

    @cached_property
    def _tables(self) -> dict[str, object]:
        """The tables by name, made when a page is looked up: never while serving."""
        book = self._book
        return {
            **book.library.by_kind,
            **{table_of_ids(kind): dict.fromkeys(names, True) for kind, names in book.library.ids.items()},
            **tables_of(book.links),
            NEIGHBOURS: book.case_neighbours,
            ORDER: book.case_order,
        }

    @cached_property
    def _common(self) -> bytes:
        """What pages may use without a question."""
        vocabulary = self._book.library.vocabulary.model_dump_json()
        return repr((self._book.home, self._book.editing, vocabulary)).encode()

    def to(self, questions: Iterable[LookUp]) -> str:
        """Return a hash of the answers to all questions, in order."""
        found = sha256(self._common)
        for question in questions:
            found.update(self._answer(question))
        return found.hexdigest()

    def _answer(self, question: LookUp) -> bytes:
        if question not in self._known:
            self._known[question] = sha256(_told(self._look_up(question)).encode()).digest()
        return self._known[question]

    def _look_up(self, question: LookUp) -> object:
        name, key = question
        if name in (CHIPS, FACES):
            face = self._face(*key)
            return face.chip() if face and name == CHIPS else face
        if name == TARGETS:
            return self._book.texts.target(str(key))
        rows = self._tables.get(name)
        if isinstance(rows, Mapping) and key != ALL:
            return len(rows) if key == COUNT else rows.get(key)
        return rows

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
