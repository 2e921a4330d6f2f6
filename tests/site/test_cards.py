"""Sharing pictures in a built site: every page refers to an existing one, and unchanged ones come from the cache."""

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from PIL import Image

LayOut = Callable[..., Path]
Build = Callable[..., "CompletedProcess[str]"]
IMAGE = re.compile(r'<meta property="og:image" content="https://how-it-scaled\.github\.io/how-it-scaled/([^"]*)">')


def test_every_page_of_an_entry_names_a_card_that_is_there(sample_site: Path) -> None:
    pages = [path for path in sample_site.glob("*/*/index.html") if path.parts[-3] != "contribute"]
    pages = [path for path in pages if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")]
    assert len(pages) > 10
    for path in (*pages, sample_site / "index.html"):
        (card,) = IMAGE.findall(path.read_text(encoding="utf-8"))
        assert sample_site / card == path.with_name("card.png")
        with Image.open(sample_site / card) as image:
            assert image.size == (1200, 630)


def test_a_card_is_drawn_anew_only_when_it_says_something_else(lay_out: LayOut, build: Build) -> None:
    project = lay_out("project")
    assert build(project, project / "site").returncode == 0
    cache = project / ".cache" / "cards"
    before = {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert len(before) > 10
    pattern = project / "content" / "patterns" / "batching.yml"
    pattern.write_text(pattern.read_text(encoding="utf-8").replace("name: ", "name: New ", 1), encoding="utf-8")
    assert build(project, project / "site").returncode == 0
    after = {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert len(after.keys() - before.keys()) == 1
    assert {name: after[name] for name in before} == before


NAMES = {"Łódź": "", "Яндекс": "", "日本データ": "U+30BF U+30C7 U+30FC U+65E5 U+672C"}


@pytest.mark.parametrize(("name", "lacking"), NAMES.items())
def test_a_name_in_any_script_builds_and_says_what_its_card_lacks(
    name: str, lacking: str, lay_out: LayOut, build: Build
) -> None:
    project = lay_out("project")
    path = project / "content" / "technologies" / "mock-store.yml"
    text = path.read_text(encoding="utf-8")
    assert "name: Mock Store" in text
    path.write_text(text.replace("name: Mock Store", f"name: {name}"), encoding="utf-8")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout
    assert (project / "site" / "technologies" / "mock-store" / "card.png").is_file()
    assert ("The card of /technologies/mock-store/" in done.stdout) == bool(lacking)
    assert lacking in done.stdout


def test_fonts_that_no_page_uses_are_not_published(sample_site: Path) -> None:
    published = {path.name for path in sample_site.rglob("*.woff2")}
    styles = "".join(path.read_text(encoding="utf-8") for path in sample_site.rglob("site.css"))
    assert published == {name for name in published if name in styles} != set()
