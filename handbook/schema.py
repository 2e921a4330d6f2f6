"""JSON Schemas for editors, one per kind, generated from the models only."""

import json
from copy import deepcopy
from functools import cache
from typing import Any

from handbook.model.fields import Shape
from handbook.model.kinds import KINDS
from handbook.model.vocabulary import Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, type[Shape]] = {**{kind.name: kind.shape for kind in KINDS}, "vocabulary": Vocabulary}


def schema_files() -> dict[str, str]:
    """Return the text of each schema by file name: `case-study.json`."""
    return {f"{name}.json": _text(name, shape) for name, shape in SCHEMAS.items()}


def _text(name: str, shape: type[Shape]) -> str:
    schema = {"$schema": DIALECT, "title": name, **schema_of(shape)}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def schema_of(shape: type[Shape]) -> dict[str, Any]:
    """Return the schema of a shape; its parts are in `$defs`."""
    return deepcopy(_schema_of(shape))


@cache
def _schema_of(shape: type[Shape]) -> dict[str, Any]:
    schema: dict[str, Any] = _without_titles(shape.model_json_schema())
    return schema


def _without_titles(part: Any) -> Any:
    """Remove the titles that pydantic makes from names, because they hide the descriptions in editors."""
    if isinstance(part, list):
        return [_without_titles(item) for item in part]
    if not isinstance(part, dict):
        return part
    properties = part.get("properties")
    kept = {key: _without_titles(value) for key, value in part.items() if key != "title"}
    if properties is not None:
        kept["properties"] = {key: _without_titles(value) for key, value in properties.items()}
    return kept
