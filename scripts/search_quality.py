"""Run the labelled queries of tests/search/ through the search box in a browser.

For comparison, it prints the results of our text search alone, of Pagefind over the same pages (if it is installed:
`pip install -r requirements-bench.txt`), and with `--material` those of Material's own search on a plain Material site.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import yaml
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from handbook.publishing.hashed_names import hashed_folder
from handbook.texts.page import NOT_TEXT
from local_host import served
from peer import make_peer

ROOT = Path(__file__).parents[1]
QUERIES = ROOT / "tests" / "search" / "queries.yml"
"""Queries of someone who knew the content."""
QUESTIONS = ROOT / "tests" / "search" / "questions.yml"
"""Queries of someone who knew only the home page."""
SYSTEMS = ROOT / "tests" / "search" / "systems.yml"
"""Queries over the systems that came after the first fifteen."""
FILES = (QUERIES, QUESTIONS, SYSTEMS)


@dataclass(frozen=True)
class Goal:
    """The share of queries with certain habits whose right answer is among the first `places`."""

    name: str
    file: Path
    habits: frozenset[str]
    places: int
    share: float

    def covers(self, file: Path, query: "Query") -> bool:
        """Return whether a query of `file` belongs to the goal."""
        return file == self.file and query["habit"] in self.habits


NAMING = frozenset({"full-name", "abbreviation", "alias", "typing-error", "word-start"})
GOALS = (
    Goal("all that name an entry", QUERIES, NAMING, 1, 0.95),
    Goal("all others", QUERIES, frozenset({"two-technologies", "problem"}), 3, 0.9),
    Goal("names", QUESTIONS, frozenset({"name"}), 1, 0.95),
    Goal("pairs, words, questions", QUESTIONS, frozenset({"pair", "words", "question"}), 3, 0.9),
    Goal("numbers", QUESTIONS, frozenset({"number"}), 3, 0.9),
    Goal("nothing that fits", QUESTIONS, frozenset({"absent"}), 1, 0.9),
    Goal("names of later systems", SYSTEMS, frozenset({"name"}), 1, 0.95),
    Goal("all others on later systems", SYSTEMS, frozenset({"pair", "words", "question", "number"}), 3, 0.9),
)
KINDS = {
    "technologies": "technology", "patterns": "pattern", "case-studies": "case-study", "organisations": "organisation",
    "paths": "path", "families": "family",
}  # fmt: skip
"""The kinds of entries by folder."""
LOADING = {"figures": "300k qps", "claims": "who left redis"}
"""Queries for which the search box loads a data file."""
OUR_ANSWERS = "list => list.slice(0, 3).map(option => option.href)"
PAGEFIND = """async ([root, query]) => {
  const pagefind = await import(root + "pagefind/pagefind.js")
  const { results } = await pagefind.search(query)
  const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()))
  return pages.map(({ url, sub_results: [best] }) => `${url} ${best?.url ?? ""}`)
}"""
"""The pages that Pagefind finds, each with the address of the best place in it."""
TEXTS = """async ([scripts, query]) => {
  const [{ findTexts }, { words }] = await Promise.all(
    ["search-sources.js", "search-words.js"].map((name) => import(scripts + name)),
  )
  const hits = await findTexts(words(query))
  return hits.slice(0, 3).map(({ path }) => `${path.slice(1).split("#")[0]} ${path.slice(1)}`)
}"""
"""The pages that the text search finds, as above."""
MATERIAL_ANSWERS = """() => [...new Set([...document.querySelectorAll(".md-search-result__link")]
  .map((link) => link.href.split(/[?#]/)[0]))].slice(0, 3)"""
MATERIAL_LINK = ".md-search-result__link"
MATERIAL_TYPE = """(query) => {
  const field = document.querySelector(".md-search__input")
  field.value = query
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
}"""
Query = dict[str, Any]
Ask = Callable[[str], list[str]]


def main() -> int:
    """Run the command; return 1 if the search box misses a goal."""
    parser = argparse.ArgumentParser(description="Run the labelled queries through the search box.")
    parser.add_argument("--material", action="store_true", help="through Material's own search, too")
    material = parser.parse_args().material
    queries = [(file, query) for file in FILES for query in labelled(file)]
    with tempfile.TemporaryDirectory(prefix="how-it-scaled-") as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installer("--find")[0], args=installer("--flags"))
        found = {
            engine: [rank(ask(query["query"]), query) for _, query in queries]
            for engine, ask in _engines(browser, Path(name), material)
        }
        browser.close()
    return _report(queries, found)


def labelled(file: Path) -> list[Query]:
    """Return the labelled queries of a file."""
    queries: list[Query] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return queries


def _engines(browser: Browser, folder: Path, material: bool) -> Iterator[tuple[str, Ask]]:
    build(ROOT, folder / "ours")
    with served(folder / "ours") as root:
        yield "the search box", box(browser.new_page(), root)
        yield "text search alone", _texts(browser.new_page(), root, folder / "ours")
        if has_pagefind():
            index(folder / "ours")
            yield "pagefind alone", _pagefind(browser.new_page(), root)
    if material:
        make_peer(folder / "peer", ROOT / "content")
        build(folder / "peer", folder / "material")
        with served(folder / "material") as root:
            yield "material", _material(browser.new_page(), root)


def build(project: Path, site: Path) -> None:
    """Build a MkDocs project into `site`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=project, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})


def installer(option: str) -> list[str]:
    """Return the output of scripts/install_browser.py."""
    command = [sys.executable, str(ROOT / "scripts" / "install_browser.py"), option]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def box(page: Page, root: str) -> Ask:
    """Return a function that runs a query in the search box, after all data has been loaded."""
    page.goto(f"{root}contribute/")
    field = page.locator("[data-search] input")
    with page.expect_response("**/data-*/cases.js"):
        page.keyboard.press("/")
    for name, query in LOADING.items():
        with page.expect_response(f"**/data-*/{name}.js"):
            field.fill(query)
    page.wait_for_timeout(500)

    def ask(query: str) -> list[str]:
        field.fill(query)
        answers = list(page.locator("[role=option]").evaluate_all(OUR_ANSWERS))
        if not answers:
            page.locator("[data-search-nothing]").wait_for()  # it says so
        return [answer.removeprefix(root) for answer in answers]

    return ask


def _texts(page: Page, root: str, site: Path) -> Ask:
    page.goto(f"{root}contribute/")
    scripts = f"{root}{hashed_folder(site, 'assets/js').relative_to(site).as_posix()}/"
    return lambda query: list(page.evaluate(TEXTS, [scripts, query]))


def has_pagefind() -> bool:
    """Return whether Pagefind is installed."""
    return find_spec("pagefind_bin") is not None


def index(site: Path) -> None:
    """Let Pagefind index a built site, in its folder `pagefind`."""
    from pagefind_bin import get_executable

    options = ("--site", str(site), "--root-selector", "article[data-searched]", "--exclude-selectors", NOT_TEXT)
    subprocess.run([str(get_executable()), *options], check=True, capture_output=True)


def _pagefind(page: Page, root: str) -> Ask:
    page.goto(f"{root}contribute/")
    return lambda query: list(page.evaluate(PAGEFIND, [root, query]))


def _material(page: Page, root: str) -> Ask:
    page.goto(root)
    page.keyboard.press("/")

    page.evaluate(MATERIAL_TYPE, "redis")
    page.locator(MATERIAL_LINK).first.wait_for(timeout=60_000)  # the index has been loaded

    def ask(query: str) -> list[str]:
        page.evaluate(MATERIAL_TYPE, "")
        page.wait_for_function(f"!document.querySelector('{MATERIAL_LINK}')")
        page.evaluate(MATERIAL_TYPE, query)
        with suppress(TimeoutError):
            page.locator(MATERIAL_LINK).first.wait_for(timeout=3000)
        page.wait_for_timeout(200)
        return list(page.evaluate(MATERIAL_ANSWERS))

    return ask


def rank(answers: list[str], query: Query) -> int:
    """Return the rank of the right answer, 1 to 3, or 0 if it is not among the first three.

    If nothing fits the query, no answer is right: then 1 means that there is none. An answer is an address, or several
    that lead to the same page, separated by blanks.
    """
    wanted = query["wants"] if isinstance(query["wants"], list) else [query["wants"]]
    if not wanted:
        return int(not answers)
    wanted = [_in_order(label) for label in wanted]
    right = (any(label(address) in wanted for address in answer.split()) for answer in answers)
    return next((place for place, hit in enumerate(right, 1) if hit), 0)


def label(address: str) -> str:
    """Return the label of an address: `technology:redis`, `case-study:uber#figure-services`, `page:left`."""
    path, query, fragment = urlsplit(address)[2:]
    first, *rest = path.strip("/").split("/")
    if first in KINDS and rest:
        claim = f"#{fragment}" if first == "case-studies" and fragment else ""
        return f"{KINDS[first]}:{rest[0]}{claim}"
    if first == "compare" and rest:
        return f"{'comparison' if '-vs-' in rest[0] else 'guide'}:{rest[0]}"
    if first == "explore" and query:
        return _in_order(f"explore:{query}")
    return f"term:{fragment.removeprefix('term-')}" if first == "glossary" and fragment else f"page:{first}"


def _in_order(label: str) -> str:
    """Return a label, that of the finder with its choices in alphabetical order and without `technology-mode=all`."""
    kind, _, query = label.partition(":")
    if kind != "explore":
        return label
    return f"{kind}:{urlencode(sorted(choice for choice in parse_qsl(query) if not choice[0].endswith('-mode')))}"


def _report(queries: list[tuple[Path, Query]], found: dict[str, list[int]]) -> int:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, (file, query) in enumerate(queries):
        groups[f"{file.stem}: {query['habit']}"].append(number)
    for goal in GOALS:
        groups[goal.name] = [number for number, (file, query) in enumerate(queries) if goal.covers(file, query)]
    print(f"{'first, among three':<28}{'queries':>8}" + "".join(f"{engine:>20}" for engine in found))
    for name, numbers in groups.items():
        shares = [_shares([ranks[number] for number in numbers]) for ranks in found.values()]
        print(f"{name:<28}{len(numbers):>8}" + "".join(f"{f'{first:.0%}, {three:.0%}':>20}" for first, three in shares))
    ours = found["the search box"]
    missed = [goal for goal in GOALS if not reached(goal, [ours[number] for number in groups[goal.name]])]
    for goal in GOALS:
        for number in groups[goal.name]:
            if not 0 < ours[number] <= goal.places:
                query, place = queries[number][1], ours[number] or "none"
                print(f"missed ({query['habit']}): {query['query']!r}, wanted {query['wants']}, place {place}")
    return 1 if missed else 0


def _shares(ranks: list[int]) -> tuple[float, float]:
    return sum(rank == 1 for rank in ranks) / len(ranks), sum(rank > 0 for rank in ranks) / len(ranks)


def reached(goal: Goal, ranks: list[int]) -> bool:
    """Return whether the queries of a goal with these ranks meet it."""
    return sum(0 < rank <= goal.places for rank in ranks) >= goal.share * len(ranks)


if __name__ == "__main__":
    sys.exit(main())
