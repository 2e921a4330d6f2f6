"""The built site on a local host, under a path as on its real host, and a browser to look at it."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from handbook import policy
from handbook.library import read_library
from handbook.renderer import Renderer
from handbook.site import make_site

ROOT = Path(__file__).parents[2]
PATH = "how-it-scaled"
NewPage = Callable[..., Page]
HUNG = 60_000
"""Milliseconds after which a page that does not answer counts as hung. No test asks for speed."""

expect.set_options(timeout=HUNG)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes a `kind_of_page` once for each kind, with the address of a page."""
    if "kind_of_page" in metafunc.fixturenames:
        kinds = kinds_of_page()
        metafunc.parametrize("kind_of_page", kinds.values(), ids=kinds)


@cache
def kinds_of_page() -> dict[str, str]:
    """Return addresses by kind: the longest and the shortest page of each template, those written by hand, and none."""
    library = read_library(ROOT / "content").library
    assert library, "the content has problems: run `make check`"
    pages = make_site(library).pages
    lengths = [len(content.html) for content in Renderer().pages(pages)]
    by_length = [page for _, page in sorted(zip(lengths, pages, strict=True), key=lambda pair: (pair[0], pair[1].url))]
    longest = {f"{page.template} longest": page.url for page in by_length}
    others = [page for page in reversed(by_length) if page.url not in longest.values()]
    kinds = longest | {f"{page.template} shortest": page.url for page in others}
    kinds |= {path: path for path in written_by_hand()} | {"not found": "nowhere/at/all/"}
    return {kind: path.removeprefix("/") for kind, path in kinds.items()}


@pytest.fixture(scope="session")
def by_hand() -> list[str]:
    """The addresses of the pages that are written by hand."""
    return written_by_hand()


def written_by_hand() -> list[str]:
    """Return the addresses of the pages under docs/."""
    docs = ROOT / "docs"
    files = (path.relative_to(docs) for path in sorted(docs.rglob("*.md")) if "assets" not in path.parts)
    return [f"{path.with_suffix('').as_posix()}/".removesuffix("index/") for path in files]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository, in a folder named as on its host."""
    site = tmp_path_factory.mktemp("served") / PATH
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return site


class Host(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: what is not there gets the site's own page."""

    protocol_version = "HTTP/1.1"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / PATH / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class StrictHost(Host):
    """A host that sends the headers of the policy with everything."""

    def end_headers(self) -> None:
        for name, value in policy.headers().items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site, Host) as address:
        yield address


@pytest.fixture(scope="session")
def strict_address(site: Path) -> Iterator[str]:
    """Where the site is served with the headers of the policy."""
    with served(site, StrictHost) as address:
        yield address


@contextmanager
def served(site: Path, host: type[Host]) -> Iterator[str]:
    """Serve the site, and yield the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(site.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{PATH}/"
    server.shutdown()
    server.server_close()
    thread.join()


def ask_installer(option: str) -> str:
    """Ask scripts/install_browser.py, which says what to install where there is no browser."""
    command = [sys.executable, str(ROOT / "scripts" / "install_browser.py"), option]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.fail(f"The browser tests need a browser.\n{done.stderr}", pytrace=False)
    return done.stdout


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program, flags = ask_installer("--find").strip(), ask_installer("--flags").split()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context_with(browser: Browser, address: str) -> Callable[..., BrowserContext]:
    """Return the visitor with these options; one visitor keeps in the cache what pages share."""

    @cache
    def make(**options: Any) -> BrowserContext:
        return browser.new_context(base_url=address, **options)

    return make


@pytest.fixture
def new_page(context_with: Callable[..., BrowserContext]) -> Iterator[NewPage]:
    """Open a page of the site (None: none yet): how wide, in which colour scheme, with JavaScript or without."""
    pages: list[Page] = []

    def open_page(path: str | None = "", width: int = 1440, **options: Any) -> Page:
        page = context_with(**options).new_page()
        pages.append(page)
        page.set_default_timeout(HUNG)
        page.set_viewport_size({"width": width, "height": 900})
        if path is not None:
            page.goto(path)
        return page

    yield open_page
    for page in pages:
        page.close()
