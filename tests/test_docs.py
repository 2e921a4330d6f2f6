"""Pages for contributors: the files and names they mention exist, and the list of modules matches the code."""

import re
from pathlib import Path

import pytest

from handbook.faces import make_casebook
from handbook.library import Library
from page_steps import steps_of
from test_arrows import LEVELS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "contribute"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(FOLDER.glob("*.md"))]
PATH = re.compile(r"`((?:content|docs|handbook|hooks|overrides|scripts|tests)/[\w./-]*)`")
NAME_IN_FILE = re.compile(r"`(\w+)` in\s+`((?:handbook|hooks)/[\w/]+\.py)`")
DRAWN = re.compile(r"^  (\w+)(?:\.py|/) ", re.MULTILINE)
WITHOUT_LEVEL = {"templates"}


def text_of(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    made = {step.file for step in steps_of(page) if step.language not in ("console", "diff")}
    named = {name for name in PATH.findall(page.read_text(encoding="utf-8")) if name not in made}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_name_is_in_the_file_where_a_page_says_it_is(page: Path) -> None:
    named = NAME_IN_FILE.findall(page.read_text(encoding="utf-8"))
    lacking = [
        (name, file)
        for name, file in named
        if not re.search(rf"^(?:def|class) {name}\b", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert lacking == []


def test_the_architecture_names_where_a_figure_passes() -> None:
    assert len(NAME_IN_FILE.findall(text_of("architecture.md"))) > 12


def test_the_drawing_has_every_module_and_folder_of_the_generator() -> None:
    drawn = DRAWN.findall(text_of("architecture.md"))
    there = {path.stem for path in (ROOT / "handbook").iterdir() if not path.name.startswith("__")}
    assert sorted(drawn) == sorted(there), "draw it in docs/contribute/architecture.md"


def test_the_drawing_runs_from_the_inside_out() -> None:
    levels = {member.removeprefix("handbook."): number for number, level in enumerate(LEVELS) for member in level}
    drawn = [levels[name] for name in DRAWN.findall(text_of("architecture.md")) if name not in WITHOUT_LEVEL]
    assert drawn == sorted(drawn), "draw each module below those that it may import"


def test_the_figure_of_the_architecture_is_the_one_that_the_site_shows(real_library: Library) -> None:
    number = make_casebook(real_library).face("case-study", "stack-overflow").number
    assert number
    assert number.value in text_of("architecture.md")
