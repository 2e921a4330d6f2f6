"""The cache of compiled templates: it changes nothing, and a missing or damaged one is ignored."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from template_cache import template_cache

SOURCE = "{% for word in words %}{{ word }};{% endfor %}"


def rendered(folder: Path, source: str = SOURCE) -> str:
    environment = Environment(loader=DictLoader({"list.html": source}), bytecode_cache=template_cache(folder))
    return environment.get_template("list.html").render(words=("a", "b"))


def compiled(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.bin"))


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(tmp_path) == "a;b;"
    assert len(compiled(tmp_path)) == 1
    monkeypatch.setattr(Environment, "compile", None)
    assert rendered(tmp_path) == "a;b;"


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    rendered(tmp_path)
    assert rendered(tmp_path, SOURCE.replace(";", ",")) == "a,b,"


@pytest.mark.parametrize("kept", [0, 5, 30, 60, -1])
def test_a_damaged_file_is_ignored(kept: int, tmp_path: Path) -> None:
    rendered(tmp_path)
    file = compiled(tmp_path)[0]
    file.write_bytes(file.read_bytes()[:kept])
    assert rendered(tmp_path) == "a;b;"


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("a file", encoding="utf-8")
    assert rendered(tmp_path / "templates") == "a;b;"


def test_what_other_versions_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / "of-another-version").mkdir()
    rendered(tmp_path)
    assert [folder.name for folder in tmp_path.iterdir()] == [compiled(tmp_path)[0].parent.name]
