"""The field reference: every field of every kind of entry, generated from the models."""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import getdoc

from markupsafe import Markup

from handbook import addresses
from handbook.context import Link
from handbook.model.fields import Form, InlineMarkdown, Local, PartialDate, Reference, Shape, Term
from handbook.model.kinds import KINDS
from handbook.model.structure import Field, fields_of
from handbook.model.vocabulary import Vocabulary
from handbook.text import TextRenderer
from handbook.views.sections import Sections, sections

PROSE = TextRenderer({}, {})
KIND_OF_TYPE = {str: "text", float: "number", int: "number", bool: "true or false", PartialDate: "date"}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field: its key, its type and its description."""

    key: str
    takes: str
    shape: Link | None
    choices: tuple[str, ...]
    required: bool
    description: Markup


@dataclass(frozen=True, slots=True)
class ShapeTable:
    """A shape and its fields."""

    anchor: str
    name: str
    about: Markup
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class KindTables:
    """A kind of entry: the shape of its file, then the shapes of its parts."""

    name: str
    anchor: str
    folder: str
    shapes: tuple[ShapeTable, ...]


@dataclass(frozen=True, slots=True)
class FieldReference:
    """The data of the field reference."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    kinds: tuple[KindTables, ...]


def field_reference() -> FieldReference:
    """Return the field reference; a shape that several kinds share is listed where it first occurs."""
    seen: set[type[Shape]] = set()
    files: list[tuple[str, str, type[Shape]]] = [(kind.name, f"content/{kind.folder}/", kind.shape) for kind in KINDS]
    files.append(("vocabulary", "content/vocabulary.yml", Vocabulary))
    tables = tuple(
        KindTables(name.replace("-", " ").capitalize(), f"kind-{name}", folder, tuple(_tables(shape, seen)))
        for name, folder, shape in files
    )
    crumbs = (Link("Home", addresses.HOME), Link("Contribute", addresses.CONTRIBUTE))
    return FieldReference(crumbs, sections(*((kind.anchor, kind.name, True) for kind in tables)), tables)


def _tables(shape: type[Shape], seen: set[type[Shape]]) -> Iterator[ShapeTable]:
    if shape in seen:
        return
    seen.add(shape)
    yield ShapeTable(
        _anchor(shape), shape.__name__, PROSE.html(getdoc(shape) or ""), tuple(map(_row, fields_of(shape)))
    )
    for field in fields_of(shape):
        if field.shape:
            yield from _tables(field.shape, seen)


def _row(field: Field) -> FieldRow:
    return FieldRow(
        key=field.key,
        takes=takes(field),
        shape=Link(field.shape.__name__, f"#{_anchor(field.shape)}") if field.shape else None,
        choices=field.choices,
        required=field.required,
        description=PROSE.html(field.description),
    )


def takes(field: Field) -> str:
    """Return the type of a field in words: `text, up to 400 characters`, `list of up to 20: id of a pattern`."""
    if field.shape:
        return f"list of up to {field.most}" if field.many else ""
    many = f"list of up to {field.most}: " if field.many else ""
    return f"{many}{_of_mark(field)}"


def _of_mark(field: Field) -> str:
    match field.mark:
        case Reference(kind="any"):
            return "kind and id of an entry"
        case Reference(kind=kind):
            return f"id of {'an' if kind[0] in 'aeio' else 'a'} {kind.replace('-', ' ')}"
        case Form(words=words):
            return words
        case Term(section=section):
            return f"one of the {section} in vocabulary.yml"
        case Local(what=what):
            return f"id of a {what} in this file"
        case InlineMarkdown():
            return f"text with inline Markdown, up to {field.max_length} characters"
    if field.choices:
        return "one of"
    length = f", up to {field.max_length} characters" if field.max_length else ""
    return f"{KIND_OF_TYPE.get(field.type, 'text')}{length}"


def _anchor(shape: type[Shape]) -> str:
    return f"shape-{shape.__name__.lower()}"
