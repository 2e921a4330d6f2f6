"""House rules for the code: unique class names, small modules, known types, and addresses in one module."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from handbook.model.architecture import MAX_ERAS

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "handbook").rglob("*.py"))
MOST_LINES = 250
MOST_ANY = 64


def test_no_name_of_a_class_stands_for_two_things() -> None:
    names = Counter(
        node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in names.items() if count > 1] == [], "choose another name for one of the two"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_fits_into_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_types_are_known() -> None:
    said = sum(len(re.findall(r"\bAny\b", path.read_text(encoding="utf-8"))) for path in MODULES)
    assert said <= MOST_ANY


def test_the_stylesheet_can_hide_and_show_as_many_eras_as_the_model_allows() -> None:
    css = (ROOT / "docs" / "assets" / "css" / "case-study.css").read_text(encoding="utf-8")
    ruled = {int(number) for number in re.findall(r"\.hs-era-(\d+):checked", css)}
    assert ruled == set(range(1, MAX_ERAS + 1))


def test_addresses_are_written_down_in_one_place() -> None:
    """Templates and scripts take addresses from `handbook/addresses.py`, and contain no root-relative ones."""
    written = re.compile(r"""(?:(?:href|src)=["']|["'`])/[a-z]""")
    files = [
        *(ROOT / "handbook" / "templates").glob("*.html"),
        *(ROOT / "overrides").rglob("*.html"),
        *(ROOT / "docs" / "assets" / "js").glob("*.js"),
    ]
    lines = ((path.name, line) for path in files for line in path.read_text(encoding="utf-8").splitlines())
    assert [(name, line) for name, line in lines if written.search(line) and "*" not in line[:3]] == []
