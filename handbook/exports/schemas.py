"""The JSON Schemas of the published data. Those of the content, which editors read, are their core."""

from collections.abc import Iterator
from functools import partial

from handbook import addresses
from handbook.exports.documents import ALL, LICENCE, VOCABULARY, as_json
from handbook.exports.late import KeptFile
from handbook.faces import Casebook
from handbook.model.fields import Shape
from handbook.model.kinds import KIND_BY_NAME, KINDS
from handbook.schema import DIALECT, SCHEMAS, schema_of

Schema = dict[str, object]
TEXT: Schema = {"type": "string"}
ADDRESS: Schema = {"type": "string", "format": "uri-reference"}
CLAIMS: Schema = {
    "type": "object",
    "description": "The address of each claim and source, by its kind and id: `figure:requests`.",
    "additionalProperties": ADDRESS,
}
ENTRIES: Schema = {
    "type": "object",
    "description": "The entries that `data` names in a field or, as `[[id]]`, in a text, by kind and id.",
    "additionalProperties": {
        "type": "object",
        "properties": {"name": TEXT, "url": ADDRESS},
        "required": ["name", "url"],
        "additionalProperties": False,
    },
}


def schemas(book: Casebook) -> Iterator[KeptFile]:
    """Yield the schema of each kind of file below `/api/v1/`."""
    for name in SCHEMAS:
        what = f"The file of one entry: {KIND_BY_NAME[name].label.lower()}" if name in KIND_BY_NAME else f"{name}.json"
        yield _file(name, what, partial(_of_entry, book, name))
    for kind in KINDS:
        yield _file(kind.folder, f"{kind.folder}.json", partial(_of_lists, book, kind.folder, {"entries": kind.name}))
    lists = {kind.folder: kind.name for kind in KINDS}
    yield _file(ALL, f"{ALL}.json", partial(_of_lists, book, ALL, {VOCABULARY: VOCABULARY, **lists}))


def _file(name: str, what: str, make: partial[str]) -> KeptFile:
    return KeptFile(addresses.path(addresses.schema(name)), make, what)


def _of_entry(book: Casebook, name: str) -> str:
    shape = SCHEMAS[name]
    inner = schema_of(shape)
    parts = inner.pop("$defs", {})
    return _text(book, name, _members(name, shape), {**parts, shape.__name__: inner})


def _members(name: str, shape: type[Shape]) -> Schema:
    """Return the members of a file; the vocabulary is no entry and has only data."""
    data: Schema = {"$ref": f"#/$defs/{shape.__name__}"}
    if name == VOCABULARY:
        return {"data": data}
    about: Schema = {"kind": {"const": name}, "id": TEXT, "name": TEXT, "url": ADDRESS}
    return {**about, "claims": CLAIMS, "entries": ENTRIES, "data": data}


def _of_lists(book: Casebook, name: str, lists: dict[str, str]) -> str:
    """Return the schema of a file with lists of entries, given the schema of each list."""
    members: Schema = {
        key: {"type": "array", "items": {"$ref": book.absolute(addresses.schema(inner))}}
        for key, inner in lists.items()
    }
    return _text(book, name, members, {})


def _text(book: Casebook, name: str, members: Schema, parts: dict[str, object]) -> str:
    address = book.absolute(addresses.schema(name))
    known: Schema = {"$schema": {"const": address}, "licence": {"const": LICENCE}, **members}
    schema: Schema = {"$schema": DIALECT, "$id": address, "title": name, "type": "object", "properties": known}
    schema |= {"required": list(known), "additionalProperties": False}
    return as_json(schema | ({"$defs": parts} if parts else {})) + "\n"
