"""Schemas for editors that list the ids and terms of one copy of the content; they are never published."""

import json
from collections.abc import Mapping
from typing import Any

from handbook.library import Library
from handbook.model.fields import Reference, Shape, Term
from handbook.model.structure import Field, fields_of
from handbook.schema import DIALECT, SCHEMAS, schema_of


def editor_files(library: Library) -> dict[str, str]:
    """Return the text of each schema by file name: `case-study.json`."""
    return {f"{name}.json": _text(name, shape, library) for name, shape in SCHEMAS.items()}


def _text(name: str, shape: type[Shape], library: Library) -> str:
    schema = schema_of(shape)
    lists = _lists(library)
    used: dict[str, object] = {}
    for part, inner in _parts(shape).items():
        properties = (schema["$defs"][part] if inner is not shape else schema)["properties"]
        for field in fields_of(inner):
            if (key := _list_of(field)) and lists.get(key):
                used[f"ids-{key}"] = {"type": "string", "enum": lists[key]}
                properties[field.key] = _choosing(properties[field.key], {"$ref": f"#/$defs/ids-{key}"})
    whole = {"$schema": DIALECT, "title": name, **schema, "$defs": {**schema.get("$defs", {}), **used}}
    return json.dumps(whole, ensure_ascii=False) + "\n"


def _parts(shape: type[Shape]) -> dict[str, type[Shape]]:
    """Return a shape and all shapes inside it, by name."""
    found, waiting = {shape.__name__: shape}, [shape]
    while waiting:
        for field in fields_of(waiting.pop()):
            if field.shape and field.shape.__name__ not in found:
                found[field.shape.__name__] = field.shape
                waiting.append(field.shape)
    return found


def _list_of(field: Field) -> str:
    if isinstance(field.mark, Reference):
        return field.mark.kind
    return field.mark.section if isinstance(field.mark, Term) else ""


def _lists(library: Library) -> Mapping[str, list[str]]:
    """Return the ids of each kind, the addresses of all entries (`any`), and the terms of each list."""
    ids = {kind: sorted(names) for kind, names in library.ids.items()}
    sections = {
        _list_of(field) for shape in SCHEMAS.values() for part in _parts(shape).values() for field in fields_of(part)
    }
    terms = {
        section: [term.id for term in getattr(library.vocabulary, section)]
        for section in sections - ids.keys() - {"any", ""}
    }
    return {**ids, **terms, "any": [f"{kind}:{name}" for kind, names in ids.items() for name in names]}


def _choosing(part: Any, choice: dict[str, str]) -> Any:
    """Return the schema of a property with `choice` in place of the text in it."""
    if isinstance(part, list):
        return [_choosing(item, choice) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == "string":
        return {**choice, **({"description": part["description"]} if "description" in part else {})}
    return {key: _choosing(value, choice) if key in ("anyOf", "items") else value for key, value in part.items()}
