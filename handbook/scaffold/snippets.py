"""Files for Visual Studio Code: a snippet of each item of an entry, and the schemas that list the ids."""

import json
import re
from collections.abc import Iterator
from itertools import count
from typing import cast

from handbook.model.kinds import EDITOR_SCHEMAS, KINDS
from handbook.model.structure import Field, fields_of
from handbook.scaffold.entry import item_lines
from handbook.scaffold.example import Mapped, example_of_kind

TO_WRITE = re.compile(r'"TODO: ([^"]*)"')
CHOICE = re.compile(r"^(\s*(?:- )?)([a-z_]+): ([a-z0-9-]+)$")


def vscode_files() -> dict[str, str]:
    """Return the text of each file by name: `settings.json`."""
    schemas = {f"{EDITOR_SCHEMAS}/{kind.name}.json": f"content/{kind.folder}/*.yml" for kind in KINDS}
    schemas[f"{EDITOR_SCHEMAS}/vocabulary.json"] = "content/vocabulary.yml"
    return {
        "extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        "handbook.code-snippets": _json({snippet["prefix"]: snippet for snippet in _snippets()}),
        "settings.json": _json({"yaml.schemas": schemas}),
    }


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _snippets() -> Iterator[dict[str, object]]:
    for kind in KINDS:
        for field, items in _lists(kind.shape, example_of_kind(kind.name)):
            assert field.shape
            richest = max(items, key=len)
            yield {
                "scope": "yaml",
                "prefix": f"{kind.name} {field.key}",
                "description": field.description,
                "body": _with_stops(field, list(item_lines(field.shape, richest))),
            }


def _lists(shape: type, data: Mapped) -> Iterator[tuple[Field, list[Mapped]]]:
    """Yield the lists of an example, with those of its architecture or sketch."""
    for field in fields_of(shape):
        given = data.get(field.key)
        if field.shape and isinstance(given, tuple):
            yield field, cast("list[Mapped]", list(given))
        elif field.shape and field.key in ("architecture", "sketch") and given:
            yield from _lists(field.shape, cast("Mapped", given))


def _with_stops(field: Field, lines: list[str]) -> list[str]:
    """Return the lines with a place to fill for each text, and a list to choose from for each choice."""
    stops = count(1)
    choices = {one.key: one.choices for one in fields_of(field.shape)} if field.shape else {}

    def chosen(found: re.Match[str]) -> str:
        lead, key, value = found.groups()
        words = choices.get(key, ())
        return f"{lead}{key}: ${{{next(stops)}|{','.join(words)}|}}" if words else f"{lead}{key}: {value}"

    filled = (CHOICE.sub(chosen, line[2:] if line.startswith("  ") else line) for line in lines)
    return [TO_WRITE.sub(lambda found: f'"${{{next(stops)}:{found[1]}}}"', line) for line in filled]
