"""Long words: names and texts without a blank never push a page sideways, however narrow it is."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from handbook.library import VOCABULARY_FILE
from handbook.model.fields import InlineMarkdown, Shape
from handbook.model.kinds import KINDS
from handbook.model.structure import Field, fields_of
from handbook.model.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
WORDS = ("W" * 80, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte", "x_" * 40, "9" * 80)
HOST = "http://handbook.test/"
REFRESH = 'http-equiv="refresh"'
TOO_WIDE = """(width) => {
    document.querySelectorAll("details").forEach((part) => { part.open = true })
    const whole = document.scrollingElement.scrollWidth
    if (whole <= width) return []
    const isWide = (part) => part.getBoundingClientRect().right > width + 1
    const parts = [...document.querySelectorAll("body *")].filter(isWide)
    const scrolls = (part) => part !== document.body
        && (getComputedStyle(part).overflowX !== "visible" || scrolls(part.parentElement))
    return [`${whole} px`, ...parts.filter((part) => !scrolls(part.parentElement)).slice(0, 5).map((part) =>
        part.outerHTML.slice(0, 150))]
}"""
"""The width of a page that scrolls sideways, and what makes it so wide."""


def lengthen(shape: type[Shape], data: Any, numbers: Iterator[int]) -> Any:
    """Return the data of a file with one long word in every text field; a number tells names apart."""

    def longer(field: Field, value: Any) -> Any:
        if field.shape:
            return lengthen(field.shape, value, numbers)
        markdown = isinstance(field.mark, InlineMarkdown)
        is_text = field.type is str and field.max_length is not None and (markdown or field.mark is None)
        return long_word(next(numbers), field.max_length or 0, markdown) if is_text else value

    copy = dict(data)
    for field in fields_of(shape):
        if field.key in data:
            value = data[field.key]
            copy[field.key] = [longer(field, item) for item in value] if field.many else longer(field, value)
    return copy


def long_word(number: int, length: int, markdown: bool) -> str:
    word = f"{WORDS[number % len(WORDS)][: length - 4]}{number:04}"
    return f"`{word}` {word} [{word}](https://example.org/{number})" if markdown and number % 3 == 0 else word


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample handbook, with a long word for every text."""
    project = tmp_path_factory.mktemp("long") / "project"
    for part in ("docs", "handbook", "hooks", "overrides"):
        shutil.copytree(ROOT / part, project / part)
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "tests" / "sample" / "content", project / "content")
    numbers = iter(range(10_000))
    for kind in KINDS:
        for path in sorted((project / "content" / kind.folder).iterdir()):
            write_long(path, kind.shape, numbers, f"../.schema/{kind.name}.json")
    write_long(project / "content" / VOCABULARY_FILE, Vocabulary, numbers, ".schema/vocabulary.json")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(project / "site")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def write_long(path: Path, shape: type[Shape], numbers: Iterator[int], schema: str) -> None:
    data = lengthen(shape, yaml.safe_load(path.read_text(encoding="utf-8")), numbers)
    text = json.dumps(data, ensure_ascii=False, default=str)
    path.write_text(f"# yaml-language-server: $schema={schema}\n{text}\n", encoding="utf-8")


@pytest.fixture
def narrow(browser: Browser, long_site: Path) -> Iterator[Page]:
    """A page of the narrowest width that one has to reckon with; its browser finds the site at HOST."""

    def answer(route: Route) -> None:
        file = long_site / urlsplit(route.request.url).path.removeprefix("/")
        file = file / "index.html" if file.is_dir() else file
        route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)

    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.route(f"{HOST}**", answer)
    yield page
    page.close()


def test_no_page_scrolls_sideways(long_site: Path, narrow: Page) -> None:
    pages = [path for path in sorted(long_site.rglob("index.html")) if REFRESH not in path.read_text(encoding="utf-8")]
    assert len(pages) > 25
    wide = {}
    for path in (*pages, long_site / "404.html"):
        narrow.goto(f"{HOST}{path.relative_to(long_site).as_posix()}")
        if found := narrow.evaluate(TOO_WIDE, 320):
            wide[path.relative_to(long_site).as_posix()] = found
    assert wide == {}


@pytest.mark.parametrize("view", ["", "?view=table"])
def test_the_finder_does_not_scroll_sideways(view: str, narrow: Page) -> None:
    narrow.goto(f"{HOST}explore/{view}")
    expect(narrow.get_by_text("Donaudampf").first).to_be_attached()
    assert narrow.evaluate(TOO_WIDE, 320) == []
    narrow.locator("[data-options-facet] input, .hs-explore__options input").first.check()
    assert narrow.evaluate(TOO_WIDE, 320) == []


def test_the_search_box_does_not_scroll_sideways(narrow: Page) -> None:
    narrow.goto(f"{HOST}index.html")
    narrow.get_by_role("button", name="Search").first.click()
    narrow.keyboard.type("donaudampf")
    expect(narrow.get_by_role("option").first).to_be_visible()
    assert narrow.evaluate(TOO_WIDE, 320) == []
    assert narrow.get_by_role("dialog").evaluate("(box) => box.scrollWidth - box.clientWidth") == 0


def test_a_word_that_makes_a_page_wide_would_be_seen(narrow: Page) -> None:
    narrow.goto(f"{HOST}technologies/index.html")
    narrow.add_style_tag(content=".hs-page { overflow-wrap: normal }")
    assert len(narrow.evaluate(TOO_WIDE, 320)) > 1
