"""A kind of entry is one row: a made-up one is seen on the site by its row, its model, its template and its view."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from pkgutil import resolve_name

import pytest

from handbook.library import Library
from handbook.model.kinds import KIND_BY_SHAPE, KINDS

ROOT = Path(__file__).parents[1]
ROW = """    Kind(
        "number-card", "number-cards", NumberCard, "Number card", "number_card.html",
        view="handbook.views.number_card:number_card_view", face="handbook.faces:plain_face", rank=9, solves=0.1,
    ),
)  # fmt: skip"""
MODEL = '''"""A number to remember."""

from handbook.model.entry import EntryShape
from handbook.model.fields import Name


class NumberCard(EntryShape):
    """A number to remember."""

    name: Name
    """What it is."""
    number: float
    """The number."""
'''
VIEW = '''"""The page of a number card."""

from dataclasses import dataclass

from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.number_card import NumberCard
from handbook.views.sections import Sections, sections


@dataclass(frozen=True)
class NumberCardView:
    """A number card."""

    face: Face
    number: float
    sections: Sections


def number_card_view(book: Casebook, entry: Entry[NumberCard]) -> NumberCardView:
    """Return the page."""
    return NumberCardView(book.face(entry.kind, entry.id), entry.data.number, sections(("it", "The number", True)))
'''
TEMPLATE = """{% import "macros.html" as hs %}
<h1>{{ page.face.title }}</h1>
{{ hs.heading(page, "it") }}
<p>{{ page.number }}</p>
"""
ENTRY = "name: Seconds in a day\nnumber: 86400\nformerly: [day-seconds]\n"
STOP = "  - {entry: number-card:seconds-in-a-day, why: It is needed for every estimate.}\n"
SHOW = """
import json
from pathlib import Path
from handbook.library import read_library
from handbook.renderer import Renderer
from handbook.scaffold import new_entry
from handbook.site import make_site
reading = read_library(Path("content"))
site = make_site(reading.library)
wanted = ("/number-cards/seconds-in-a-day/", "/paths/first-steps/")
pages = {page.url: Renderer().page(page).html for page in site.pages if page.url in wanted}
print(json.dumps({
    "problems": [str(problem) for problem in reading.problems],
    "pages": pages,
    "redirects": [redirect.url for redirect in site.redirects],
    "entries": next(file.text for file in site.files if file.path.startswith("data/entries")),
    "scaffold": new_entry("number-card", "x"),
}))
"""


@pytest.fixture
def seen(tmp_path: Path) -> dict[str, str]:
    """Lay a made-up kind into a copy of the generator and the sample, and return what is seen of it."""
    shutil.copytree(ROOT / "handbook", tmp_path / "handbook", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "sample" / "content", tmp_path / "content")
    kinds = tmp_path / "handbook" / "model" / "kinds.py"
    text = kinds.read_text(encoding="utf-8").replace(")  # fmt: skip", ROW, 1)
    kinds.write_text(f"from handbook.model.number_card import NumberCard\n{text}", encoding="utf-8")
    for name, content in (
        ("handbook/model/number_card.py", MODEL),
        ("handbook/views/number_card.py", VIEW),
        ("handbook/templates/number_card.html", TEMPLATE),
        ("content/number-cards/seconds-in-a-day.yml", ENTRY),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    with (tmp_path / "content" / "paths" / "first-steps.yml").open("a", encoding="utf-8") as path:
        path.write(STOP)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, str] = json.loads(done.stdout)
    return result


def test_a_made_up_kind_is_seen_on_the_site(seen: dict[str, str]) -> None:
    assert seen["problems"] == []
    assert "<h1>Seconds in a day</h1>" in seen["pages"]["/number-cards/seconds-in-a-day/"]
    assert '<h2 id="it">The number</h2>' in seen["pages"]["/number-cards/seconds-in-a-day/"]
    assert "Seconds in a day</a>" in seen["pages"]["/paths/first-steps/"]
    assert "/number-cards/day-seconds/" in seen["redirects"]
    assert "seconds-in-a-day" in seen["entries"]
    assert "Number card" in seen["entries"]
    assert "number:" in seen["scaffold"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_functions_that_a_row_names_are_there(kind: object) -> None:
    assert callable(resolve_name(kind.view))  # type: ignore[attr-defined]
    assert callable(resolve_name(kind.face))  # type: ignore[attr-defined]


def test_entries_are_kept_by_their_shape_whatever_the_order_of_the_rows(library: Library) -> None:
    for shape, kind in KIND_BY_SHAPE.items():
        assert all(type(entry.data) is shape for entry in library.of(kind.name).values())
    assert set(library.technologies) == {"dummy-log", "example-cache", "mock-store", "sample-queue"}
