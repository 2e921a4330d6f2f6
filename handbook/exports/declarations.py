"""TypeScript declarations of the records, for editors and the type check of the site's scripts."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

from handbook.exports.data import fields, is_record, record_in
from handbook.exports.records import FILES

FILE = "docs/assets/js/data-types.d.ts"
NAMES: dict[object, str] = {
    str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null",
}  # fmt: skip
OPENING = """// Made from handbook/exports/records.py: change that, and run `make schema`.

/** A list of records, as one list of values per field. */
type Columns<Record> = { [Name in keyof Record]: Record[Name][] }
"""


def declarations() -> str:
    """Return the text of docs/assets/js/data-types.d.ts."""
    parts = [OPENING, *(_interface(record) for record in _records()), _files()]
    return "\n".join(parts)


def _records() -> list[type]:
    """Return the record types of all data files, each after the types that it contains."""
    found: dict[type, None] = {}
    for record in FILES:
        found |= dict.fromkeys(_with_parts(record))
    return list(found)


def _with_parts(record: type) -> Iterator[type]:
    for hint in fields(record).values():
        inner = record_in(hint) or hint
        if isinstance(inner, type) and is_record(inner):
            yield from _with_parts(inner)
    yield record


def _interface(record: type) -> str:
    words = _field_words(record)
    lines = "".join(f"  /** {words[name]} */\n  {name}: {_type(hint)}\n" for name, hint in fields(record).items())
    return f"/** {(inspect.getdoc(record) or '').strip()} */\ninterface {record.__name__} {{\n{lines}}}\n"


def _files() -> str:
    lines = "".join(f"  {name}: {record.__name__}\n" for record, name in FILES.items())
    return f"/** What each data file holds, by its name. */\ninterface DataFiles {{\n{lines}}}\n"


def _type(hint: object) -> str:
    if record := record_in(hint):
        return f"Columns<{record.__name__}>"
    if get_origin(hint) in (Union, UnionType):
        return " | ".join(_type(part) for part in get_args(hint))
    if get_origin(hint) is tuple:
        return f"{_type(get_args(hint)[0])}[]"
    return hint.__name__ if isinstance(hint, type) and is_record(hint) else NAMES[hint]


def _field_words(record: type) -> dict[str, str]:
    """Return the docstring of each field, from the source."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    assert isinstance(body, ast.ClassDef)
    return {
        str(field.target.id): str(words.value.value)
        for field, words in zip(body.body, body.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant)
    }
