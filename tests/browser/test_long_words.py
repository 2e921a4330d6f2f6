"""Long words without spaces do not make a page scroll sideways at 320 px."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from sample_files import Leaf, as_file, read_files, with_leaves

ROOT = Path(__file__).parents[2]
HOST = "http://handbook.test/"
REFRESH = 'http-equiv="refresh"'
WORDS = ("W" * 80, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte", "xx_" * 26, "9" * 80)
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
"""Returns the width of a page that scrolls sideways and the elements that cause it, or an empty list."""


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """The site of the sample handbook, with every text replaced by a long word."""
    project = tmp_path_factory.mktemp("long") / "project"
    for part in ("docs", "handbook", "hooks", "overrides"):
        shutil.copytree(ROOT / part, project / part)
    shutil.copy(ROOT / "mkdocs.yml", project)
    numbers = count()
    for name, (shape, source) in read_files(sample).items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_file(name, with_leaves(shape, source.data, lambda leaf: lengthened(leaf, next(numbers)))))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(project / "site")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def lengthened(leaf: Leaf, number: int) -> Any:
    """Return a long word in place of a text, with `number` at the end so that names are unique."""
    if not leaf.is_text:
        return leaf.value
    word = f"{WORDS[number % len(WORDS)][: (leaf.field.max_length or 0) - 4]}{number:04}"
    return f"`{word}` {word} [{word}](https://example.org/{number})" if leaf.is_markdown and number % 3 == 0 else word


@pytest.fixture
def narrow(browser: Browser, long_site: Path) -> Iterator[Page]:
    """A page that is 320 px wide, in a browser that gets the site at HOST."""

    def answer(route: Route) -> None:
        file = long_site / urlsplit(route.request.url).path.removeprefix("/")
        file = file / "index.html" if file.is_dir() else file
        route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)

    page = browser.new_page(viewport={"width": 320, "height": 800}, bypass_csp=True)
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
    narrow.get_by_role("checkbox").first.check()
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
