"""Shared fixtures: the built site on a local server, under the path of its real host, and a browser."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from editor_cases import with_sample
from handbook import policy
from local_host import QuietHandler, served
from page_kinds import page_kinds, written_by_hand
from shared import made_once

ROOT = Path(__file__).parents[2]
PATH = "how-it-scaled"
NewPage = Callable[..., Page]
HUNG = 60_000
"""Timeout in ms after which a page counts as hung. No test measures speed."""

expect.set_options(timeout=HUNG)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Parametrize tests that take `kind_of_page` with the address of a page of each kind."""
    if "kind_of_page" in metafunc.fixturenames:
        kinds = kinds_of_page(metafunc.config)
        metafunc.parametrize("kind_of_page", kinds.values(), ids=kinds)


@cache
def kinds_of_page(config: pytest.Config) -> dict[str, str]:
    """Return addresses: the shortest page of each template, two handwritten pages, and one without a page.

    Of templates whose pages differ in their parts, and of the handwritten pages, the longest comes with the shortest.
    """
    file = made_once(config, "kinds.json", lambda file: _write(file, json.dumps(page_kinds())))
    kinds: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return kinds


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def by_hand() -> list[str]:
    """The addresses of the handwritten pages."""
    return written_by_hand()


@pytest.fixture(scope="session")
def site(real_site: Path) -> Path:
    """The site of the repository's content, in a folder with the same name as on its host."""
    return real_site


class Host(QuietHandler):
    """Serves files as GitHub Pages does, with the site's own 404 page."""

    protocol_version = "HTTP/1.1"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / PATH / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class StrictHost(Host):
    """Serves files like `Host`, with the policy's headers on every response."""

    def end_headers(self) -> None:
        for name, value in policy.headers().items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site on a server that sends none of our headers."""
    with _served(site, Host) as address:
        yield address


@pytest.fixture(scope="session")
def strict_address(site: Path) -> Iterator[str]:
    """The address of the site on a server that sends the policy's headers."""
    with _served(site, StrictHost) as address:
        yield address


@pytest.fixture(scope="session")
def sample_address(site: Path) -> Iterator[str]:
    """The address of the site on such a server, which gives the editor the sample handbook."""
    with _served(site, with_sample(StrictHost, ROOT)) as address:
        yield address


@contextmanager
def _served(site: Path, host: type[Host]) -> Iterator[str]:
    with served(site.parent, host) as root:
        yield f"{root}{PATH}/"


def ask_installer(option: str) -> str:
    """Return the output of scripts/install_browser.py; without a browser, fail with what to install."""
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
    """Return a browser context with the given options; pages with the same options share it and its cache."""

    @cache
    def make(**options: Any) -> BrowserContext:
        return browser.new_context(base_url=address, **options)

    return make


@pytest.fixture(scope="session")
def same_tab(context_with: Callable[..., BrowserContext]) -> NewPage:
    """Open pages of the site one after another in the same tab, because a new tab takes three times as long.

    Only for tests that add no listeners and no scripts to the tab.
    """

    @cache
    def tab(**options: Any) -> Page:
        page = context_with(**options).new_page()
        page.set_default_timeout(HUNG)
        return page

    def open_page(path: str, width: int = 1440, **options: Any) -> Page:
        page = tab(**options)
        page.emulate_media(media="null", color_scheme=options.get("color_scheme", "light"))
        page.set_viewport_size({"width": width, "height": 900})
        page.mouse.move(0, 0)
        page.goto(path)
        return page

    return open_page


@pytest.fixture
def new_page(context_with: Callable[..., BrowserContext]) -> Iterator[NewPage]:
    """Open a page of the site with a width and context options; with path `None`, open an empty page."""
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
