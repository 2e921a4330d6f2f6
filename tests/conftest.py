"""Shared fixtures: the sample handbook, a writable copy, diagrams, and the `--rewrite` option."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from engine import asked
from handbook.faces import make_casebook
from handbook.library import Library
from handbook.pictures.diagram import Diagram, Draft
from handbook.pictures.layouts import Layouts, lay_out
from handbook.pictures.lines import MODES, Connection
from handbook.pictures.shapes import KINDS
from handbook.pictures.words import Label, Part
from handbook.reading import read_library
from handbook.views.diagrams import case_counts, diagrams, drafts
from page_steps import copy_repository, follow
from shared import made_once

TESTS = Path(__file__).parent

TODAY = date(2026, 1, 1)
RANDOM = 200
"""The number of random diagrams."""
NAMES = (
    "Cache",
    "Load balancers",
    "Q&A application",
    "<b>Write</b> API",
    "ذاكرة التخزين المؤقت",
    "🚀 Queue 🚀",
    "x" * 80,
    'The "old" queue',
    "数据库集群",
    "Timeline service of the second generation, for readers",
)
MARKS = {"browser": {"browser"}, "build": {"build", "followed", "lay_out", "real_site", "sample_site", "site"}}
"""Marks for slow tests, each with the fixtures that make a test slow."""
LONGEST = "test_attack.py"
TECHNOLOGIES = ("Redis", "Apache Cassandra", "Internet Information Services (IIS)", "C++", "W" * 40, "🚀")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what comes out into the expected files")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark slow tests, which `make test-quick` skips, and start with the slowest file."""
    items.sort(key=lambda item: item.path.name != LONGEST)
    for item in items:
        for mark, fixtures in MARKS.items():
            if not fixtures.isdisjoint(getattr(item, "fixturenames", ())):
                item.add_marker(mark)


@pytest.fixture(scope="session")
def today() -> date:
    """The fixed date that tests use as today."""
    return TODAY


@pytest.fixture(scope="session")
def sample() -> Path:
    """The content folder of the sample handbook. Tests must not change it."""
    return TESTS / "sample" / "content"


@pytest.fixture(scope="session")
def library(sample: Path) -> Library:
    reading = read_library(sample)
    assert reading.library, reading.problems
    return reading.library


@pytest.fixture
def content(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample at `content`, in a temporary working directory."""
    shutil.copytree(sample, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compare a text with a file of expected output. With `--rewrite`, write the file first."""

    def compare_with(text: str, expected: Path) -> None:
        if request.config.getoption("--rewrite"):
            expected.write_text(text, encoding="utf-8")
        assert text == (expected.read_text(encoding="utf-8") if expected.exists() else "")

    return compare_with


@pytest.fixture(scope="session")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Follow the steps of a page in docs/contribute/ in a copy of the repository, and return the copy."""

    @cache
    def follow_page(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        copy_repository(folder)
        follow(TESTS.parent / "docs" / "contribute" / f"{name}.md", folder)
        return folder

    return follow_page


@pytest.fixture(scope="session")
def real_library() -> Library:
    """The library of the repository's own content."""
    reading = read_library(TESTS.parent / "content")
    assert reading.library, reading.problems
    return reading.library


@pytest.fixture(scope="session")
def real(real_library: Library) -> dict[str, Diagram]:
    """Every diagram of the repository's content, by case study and number."""
    book = make_casebook(real_library)
    book = replace(book, layouts=lay_out(drafts(book), asked))
    return {
        f"{case.id}-{view.number}": view.picture
        for case in real_library.case_studies.values()
        for view in diagrams(book, case.data.architecture, case_counts(book, case))
    }


@pytest.fixture(scope="session")
def random_diagram() -> Callable[[int], Diagram]:
    """Return a random diagram by its seed, with up to 30 components and 40 connections."""
    layouts, random_plans = make_random_diagrams()
    return lambda seed: layouts.diagram(random_plans[seed])


@cache
def make_random_diagrams(count: int = RANDOM) -> tuple[Layouts, list[Draft]]:
    """Return the layouts of `count` random drafts, and the drafts in the order of their seeds."""
    made = [_random_plan(random.Random(seed)) for seed in range(count)]
    return lay_out(made, asked), made


def _random_plan(chance: random.Random) -> Draft:
    groups = {f"g{number}": chance.choice(NAMES)[:40] for number in range(chance.randint(0, 7))}
    parts = [_random_part(chance, f"p{number}", [*groups, None]) for number in range(chance.randint(1, 30))]
    connections = [
        Connection(chance.choice(parts).id, chance.choice(parts).id, chance.choice(MODES), "", chance.randint(0, 3))
        for _ in range(chance.randint(0, 40))
    ]
    return Draft(tuple(parts), groups, tuple(connections))


def _random_part(chance: random.Random, name: str, groups: list[str | None]) -> Part:
    taken = chance.sample(TECHNOLOGIES, chance.randint(0, 4))
    technologies = tuple(Label(words, "/technologies/x/") for words in taken)
    words, role, group = chance.choice(NAMES), chance.choice(NAMES), chance.choice(groups)
    kind, count = chance.choice([*KINDS, ""]), chance.choice(["", "9 servers", "about 10 to 40 servers a pod"])
    return Part(name, words, f"#component-{name}", role, technologies, group, kind, count)


@pytest.fixture(scope="session")
def real_site(request: pytest.FixtureRequest) -> Path:
    """The site of the repository's content, in a folder with the same name as on its host. Tests must not change it."""
    return made_once(request.config, "how-it-scaled", _build)


def _build(site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=TESTS.parent, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
