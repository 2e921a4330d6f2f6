"""What editors get: schemas with the ids of the content, snippets and settings."""

import json
from pathlib import Path

import jsonschema
import pytest

from editor_schemas import write_editor_schemas
from handbook.editor import editor_files
from handbook.library import Library
from handbook.model.kinds import KINDS, Kind
from handbook.salvage import plain
from handbook.scaffold.snippets import vscode_files

ROOT = Path(__file__).parents[1]


def as_json(entry: object) -> object:
    return json.loads(json.dumps(entry))


@pytest.fixture(scope="module")
def schemas(library: Library) -> dict[str, dict[str, object]]:
    return {name: json.loads(text) for name, text in editor_files(library).items()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_entries_fit_the_schema_of_the_content(
    kind: Kind, library: Library, schemas: dict[str, dict[str, object]]
) -> None:
    validator = jsonschema.Draft202012Validator(schemas[f"{kind.name}.json"])
    for entry in library.of(kind.name).values():
        assert [error.message for error in validator.iter_errors(as_json(plain(entry.data)))] == []


@pytest.mark.parametrize(
    ("kind", "name", "old"),
    [
        ("case-study", "examplebook", "example-corp"),
        ("technology", "example-cache", '"category": "cache"'),
        ("pattern", "batching", '"family": "queues"'),
        ("path", "first-steps", "technology:example-cache"),
    ],
)
def test_an_id_or_a_term_that_does_not_exist_does_not_fit(
    kind: str, name: str, old: str, library: Library, schemas: dict[str, dict[str, object]]
) -> None:
    text = json.dumps(plain(library.of(kind)[name].data))
    assert old in text
    changed = json.loads(text.replace(old, f"{old.removesuffix(chr(34))}x{chr(34) if old.endswith(chr(34)) else ''}"))
    assert list(jsonschema.Draft202012Validator(schemas[f"{kind}.json"]).iter_errors(changed))


def test_the_schemas_are_written_once(library: Library, tmp_path: Path) -> None:
    write_editor_schemas(tmp_path / "content", library)
    folder = tmp_path / ".cache" / "schema"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    write_editor_schemas(tmp_path / "content", library)
    assert before == {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert {path.name for path in before} == set(editor_files(library))


@pytest.mark.parametrize("name", vscode_files())
def test_the_files_for_visual_studio_code_are_current(name: str) -> None:
    expected = (ROOT / ".vscode" / name).read_text(encoding="utf-8")
    assert vscode_files()[name] == expected, "run `make schema`"


def test_a_snippet_has_places_to_fill_and_words_to_choose() -> None:
    (flow,) = (one for one in json.loads(vscode_files()["handbook.code-snippets"]).values() if "flows" in one["prefix"])
    assert '  name: "${1:Read path}"' in flow["body"]
    (component,) = (
        one
        for one in json.loads(vscode_files()["handbook.code-snippets"]).values()
        if one["prefix"] == "case-study components"
    )
    assert "  kind: ${2|client,service,store,cache,queue,proxy,job,external|}" in component["body"]
