"""The Markdown twin of an entry: the brief, the claims with their addresses, the rest, and the sources as footnotes."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from handbook import addresses
from handbook.exports.claims import addressed
from handbook.exports.documents import LICENCE
from handbook.exports.late import LateFile
from handbook.exports.phrases import SHORT, Phrases, label
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.brief import Brief
from handbook.model.entry import EntryShape
from handbook.model.evidence import Citation, Evidence, Source
from handbook.model.fields import Shape
from handbook.model.structure import Field, fields_of
from handbook.text import as_block

INDENT = "  "
BEFORE = ("title", "name", "summary", "what")
"""Fields that the opening shows."""


def twins(book: Casebook) -> Iterator[LateFile]:
    """Yield the Markdown twin of every entry."""
    for entry in book.library.entries():
        url = book.face(entry.kind, entry.id).url
        yield LateFile(addresses.path(addresses.twin(url)), partial(twin, book, entry))


def twin(book: Casebook, entry: Entry[EntryShape]) -> str:
    """Return the Markdown of an entry."""
    writer = TwinWriter(book, entry)
    return "\n".join((*writer.opening(), *writer.sections(), *writer.uses(), *writer.footnotes(), ""))


class TwinWriter:
    """Writes one entry, field by field, so that no field of a model is forgotten."""

    def __init__(self, book: Casebook, entry: Entry[EntryShape]) -> None:
        """Look up the addresses of the claims."""
        self._book, self._entry = book, entry
        self._phrases = Phrases(book)
        self._urls = {id(part.shape): book.absolute(url) for part, url in addressed(entry)}

    def opening(self) -> Iterator[str]:
        """Yield the title, the summary, and the facts that need one line each."""
        face: Face = self._book.face(self._entry.kind, self._entry.id)
        data, phrases = self._entry.data, self._phrases
        yield f"# {phrases.plain(face.title)}"
        summary = str(getattr(data, "summary", None) or getattr(data, "what", face.title))
        yield from ("", as_block(phrases.text(summary)), "")
        yield f"- Kind: {phrases.plain(face.label)}"
        yield f"- Address: <{self._book.absolute(face.url)}>"
        yield f"- Data: <{self._book.absolute(addresses.entry_data(face.url))}>"
        yield f"- Licence of this text: [CC BY 4.0]({LICENCE})"
        yield from self._fields(data, "", _is_fact)

    def sections(self) -> Iterator[str]:
        """Yield the parts with a heading each: the brief, then what has evidence, then the rest."""
        shape: type[Shape] = type(self._entry.data)
        fields = [field for field in fields_of(shape) if _is_section(field)]
        for field in sorted(fields, key=_rank):
            content = getattr(self._entry.data, field.name)
            if content:
                yield from ("", f"## {label(field.key)}", "")
                for item in content if field.many else [content]:
                    yield from self._item(item, "")

    def uses(self) -> Iterator[str]:
        """Yield the claims of case studies about this entry."""
        lines = list(self._phrases.uses(self._entry))
        if lines:
            yield from ("", "## In case studies", "", *lines)

    def footnotes(self) -> Iterator[str]:
        """Yield the sources; the id of a footnote is that of the source."""
        for source in self._entry.sources:
            yield from ("", f"[^{source.id}]: {self._phrases.source(source, self._urls.get(id(source), ''))}")

    def _fields(self, value: Shape, indent: str, is_wanted: Callable[[Field], bool]) -> Iterator[str]:
        for field in fields_of(type(value)):
            content = getattr(value, field.name)
            if content in (None, (), field.default) or not is_wanted(field):
                continue
            words = self._phrases.inline(field, content)
            if words is not None:
                yield f"{indent}- {label(field.key)}: {words}"
            else:
                yield f"{indent}- {label(field.key)}:"
                for item in content if field.many else [content]:
                    yield from self._item(item, indent + INDENT)

    def _item(self, value: Any, indent: str) -> Iterator[str]:
        """Yield a part as an item of a list, with its address and its sources in the first line."""
        (head, told), url = self._phrases.head(value), self._urls.get(id(value))
        shape: type[Shape] = type(value)
        cited = self._phrases.citations(value.sources) if _cites(shape) else ""
        told |= {"id"} if url else set()
        first = " ".join(filter(None, (head, f"<{url}>" if url else "", cited)))
        if first:
            yield f"{indent}- {'' if head else 'Sources: '}{first}"
        inner = indent + INDENT if first else indent
        yield from self._fields(value, inner, lambda field: field.key not in told and field.shape is not Citation)


@cache
def _cites(shape: type[Shape]) -> bool:
    """Return whether parts of a shape have citations."""
    return any(field.key == "sources" and field.shape is Citation for field in fields_of(shape))


def _is_fact(field: Field) -> bool:
    return field.key not in BEFORE and field.shape in (None, *SHORT)


def _is_section(field: Field) -> bool:
    return field.shape is not None and field.shape is not Source and field.shape not in SHORT


def _rank(field: Field) -> int:
    assert field.shape is not None
    return 0 if field.shape is Brief else 1 if issubclass(field.shape, Evidence) else 2
