"""JSON Schemas for editors, one per kind, generated from the models only."""

import json
from typing import Any

from handbook.model.fields import Shape
from handbook.model.kinds import KINDS
from handbook.model.vocabulary import Vocabulary

SCHEMAS: dict[str, type[Shape]] = {**{kind.name: kind.shape for kind in KINDS}, "vocabulary": Vocabulary}


def schema_files() -> dict[str, str]:
    """Return the text of each schema by file name: `case-study.json`."""
    return {f"{name}.json": _text(name, shape) for name, shape in SCHEMAS.items()}


def _text(name: str, shape: type[Shape]) -> str:
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name}
    schema |= {key: value for key, value in shape.model_json_schema().items() if key != "title"}
    return json.dumps(_without_titles(schema), indent=2, ensure_ascii=False) + "\n"


def _without_titles(part: object) -> object:
    """Remove the titles that pydantic makes from names, because they hide the descriptions in editors."""
    if isinstance(part, list):
        return [_without_titles(item) for item in part]
    if not isinstance(part, dict):
        return part
    properties = part.get("properties")
    kept = {key: _without_titles(value) for key, value in part.items() if key != "title" or "$schema" in part}
    if properties is not None:
        kept["properties"] = {key: _without_titles(value) for key, value in properties.items()}
    return kept
