"""Run the labelled queries of tests/search/queries.yml through the search box in a browser.

For comparison, it prints the results of Material's own search (on a plain Material site) and of Pagefind alone, over
the same pages.
"""

import os
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Page, TimeoutError, sync_playwright

from peer import make_peer

ROOT = Path(__file__).parents[1]
QUERIES = ROOT / "tests" / "search" / "queries.yml"
NAMING = {"full-name", "abbreviation", "alias", "typing-error", "word-start"}
"""The labels of queries that name an entry; other queries name two technologies or describe a problem."""
WANTED_FIRST, WANTED_AMONG_THREE = 0.95, 0.9
KINDS = {
    "technologies": "technology", "patterns": "pattern", "case-studies": "case-study", "organisations": "organisation",
    "paths": "path", "compare": "comparison", "families": "family",
}  # fmt: skip
OUR_ANSWERS = "list => list.slice(0, 3).map(option => option.href)"
PAGEFIND = """async ([root, query]) => {
  const pagefind = await import(root + "pagefind/pagefind.js")
  const { results } = await pagefind.search(query)
  return Promise.all(results.slice(0, 3).map(async (result) => (await result.data()).url))
}"""
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


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


def main() -> int:
    """Run the command; return 1 if the search box misses its targets."""
    queries = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="how-it-scaled-") as name, sync_playwright() as playwright:
        folder = Path(name)
        build(ROOT, folder / "ours")
        make_peer(folder / "peer", ROOT / "content")
        build(folder / "peer", folder / "material")
        flags = installer("--flags")
        browser = playwright.chromium.launch(executable_path=installer("--find")[0], args=flags)
        with served(folder / "ours") as ours, served(folder / "material") as material:
            engines = {
                "the search box": box(browser.new_page(), ours),
                "pagefind alone": _pagefind(browser.new_page(), ours),
                "material": _material(browser.new_page(), material),
            }
            found = {engine: [rank(ask(query["query"]), query) for query in queries] for engine, ask in engines.items()}
        browser.close()
    return _report(queries, found)


def build(project: Path, site: Path) -> None:
    """Build a MkDocs project into `site`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=project, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})


def installer(option: str) -> list[str]:
    """Return the output of scripts/install_browser.py."""
    command = [sys.executable, str(ROOT / "scripts" / "install_browser.py"), option]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a local port, and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def box(page: Page, root: str) -> Ask:
    """Return a function that runs a query in the search box, after all data has been loaded."""
    page.goto(f"{root}contribute/")
    with page.expect_response("**/data-*/cases.js"):
        page.keyboard.press("/")
    page.wait_for_timeout(500)

    def ask(query: str) -> list[str]:
        page.locator("[data-search] input").fill(query)
        return list(page.locator("[role=option]").evaluate_all(OUR_ANSWERS))

    return ask


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


def rank(addresses: list[str], query: Query) -> int:
    """Return the rank of the right answer, 1 to 3, or 0 if it is not among the first three."""
    wanted = query["wants"] if isinstance(query["wants"], list) else [query["wants"]]
    return next((place for place, address in enumerate(addresses, 1) if _entry(address) in wanted), 0)


def _entry(address: str) -> str:
    *_, folder, name = f"/{urlsplit(address).path.strip('/')}".split("/")
    return f"{KINDS.get(folder, folder)}:{name}"


def _report(queries: list[Query], found: dict[str, list[int]]) -> int:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, query in enumerate(queries):
        groups[query["habit"]].append(number)
        groups["all that name an entry" if query["habit"] in NAMING else "all others"].append(number)
    print(f"{'first, among three':<24}{'queries':>8}" + "".join(f"{engine:>20}" for engine in found))
    for name, numbers in groups.items():
        shares = [_shares([ranks[number] for number in numbers]) for ranks in found.values()]
        print(f"{name:<24}{len(numbers):>8}" + "".join(f"{f'{first:.0%}, {three:.0%}':>20}" for first, three in shares))
    ours = found["the search box"]
    for number, query in enumerate(queries):
        if ours[number] != 1 and (query["habit"] in NAMING or not ours[number]):
            place = ours[number] or "none"
            print(f"missed ({query['habit']}): {query['query']!r}, wanted {query['wants']}, place {place}")
    first, _ = _shares([ours[number] for number in groups["all that name an entry"]])
    _, three = _shares([ours[number] for number in groups["all others"]])
    return 0 if first >= WANTED_FIRST and three >= WANTED_AMONG_THREE else 1


def _shares(ranks: list[int]) -> tuple[float, float]:
    return sum(rank == 1 for rank in ranks) / len(ranks), sum(rank > 0 for rank in ranks) / len(ranks)


if __name__ == "__main__":
    sys.exit(main())
