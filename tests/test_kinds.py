"""A kind of entry needs only one row in the code: the kind of docs/contribute/add-a-kind.md works on the site."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name

import pytest

from handbook.exports.entries import FAMILY_RANK
from handbook.library import Library
from handbook.model.kinds import KIND_BY_SHAPE, KINDS, Kind
from page_steps import environment

SHOW = """
import json
from pathlib import Path
from handbook.reading import read_library
from handbook.site import make_site
reading = read_library(Path("tests/sample/content"))
site = make_site(reading.library)
print(json.dumps({
    "problems": [str(problem) for problem in reading.problems],
    "redirects": [redirect.url for redirect in site.redirects],
    "entries": next(file.make() for file in site.exports if file.path.startswith("data/entries")),
}))
"""


@pytest.fixture
def with_number_cards(followed: Callable[[str], Path]) -> Path:
    """A copy of the repository with the additional kind."""
    return followed("add-a-kind")


def test_a_made_up_kind_is_seen_on_the_site(with_number_cards: Path) -> None:
    golden = with_number_cards / "tests" / "golden"
    page = (golden / "number-cards" / "seconds-in-a-day.html").read_text(encoding="utf-8")
    assert '<h1 id="title">Seconds in a day</h1>' in page
    assert '<h2 id="number">The number</h2>' in page
    assert "Seconds in a day</a>" in (golden / "paths" / "first-steps.html").read_text(encoding="utf-8")


def test_a_made_up_kind_is_found_and_redirected(with_number_cards: Path) -> None:
    command = [sys.executable, "-c", SHOW]
    variables = environment(with_number_cards)
    done = subprocess.run(command, cwd=with_number_cards, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["problems"] == []
    assert "/number-cards/day-seconds/" in seen["redirects"]
    assert "seconds-in-a-day" in seen["entries"]
    assert "Number card" in seen["entries"]


def test_a_made_up_kind_has_a_scaffold_and_a_schema(with_number_cards: Path) -> None:
    content = with_number_cards / "content"
    assert "\nnumber:" in (content / "number-cards" / "days-in-a-year.yml").read_text(encoding="utf-8")
    schema = json.loads((content / ".schema" / "number-card.json").read_text(encoding="utf-8"))
    assert schema["required"] == ["name", "number"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_functions_that_a_row_names_are_there(kind: Kind) -> None:
    assert callable(resolve_name(kind.view))
    assert callable(resolve_name(kind.face))


def test_every_row_has_a_rank_of_its_own() -> None:
    ranks = [FAMILY_RANK, *(kind.rank for kind in KINDS)]
    assert sorted(ranks) == sorted(set(ranks))


def test_entries_are_kept_by_their_shape_whatever_the_order_of_the_rows(library: Library) -> None:
    for shape, kind in KIND_BY_SHAPE.items():
        assert all(type(entry.data) is shape for entry in library.of(kind.name).values())
    caches = {"example-cache", "mock-store", "second-cache", "third-cache"}
    assert set(library.technologies) == {"dummy-log", "sample-queue"} | caches
