"""Payloads in a browser, without the policy that would block them: none runs, and no other host is contacted."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Page

from attacks.payloads import MARK, PAYLOADS
from attacks.trials import SAMPLE, Attack, Promise, Trials, build
from sample_files import Leaf, as_file, read_files, with_leaves
from site_in_browser import site_in_browser

NUMBER = 6
"""The length of the number that makes texts unique."""
PARAMETERS = (
    "technology", "technology-mode", "pattern", "family", "domain", "organisation", "level", "from", "until", "scale",
    "scale-from", "scale-to", "sort", "view", "q", "era", "flow", "step", "component", "letter", "category", "depth",
)  # fmt: skip
WITH_STATE = ("explore/", "case-studies/", "case-studies/examplebook/", "technologies/", "patterns/", "compare/")
"""Pages whose scripts read the address."""
WAKE = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true
  for (const element of document.querySelectorAll("*"))
    for (const name of ["mouseover", "focus", "toggle", "load", "begin"]) element.dispatchEvent(new Event(name))
}"""
CONTROL = f"document.body.insertAdjacentHTML('beforeend', '<img src=/nothing onerror={MARK}()>')"


class Visitor:
    """A browser page that records payloads that run, and requests to other hosts."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self._address = address
        self.page.expose_binding(MARK, lambda *_: self.faults.append(f"a payload ran on {self.page.url}"))
        self.page.on("dialog", self._dismiss)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("request", lambda request: self._note(request.url))

    def open(self, path: str) -> None:
        """Open a page and all its folds, and trigger events on all elements."""
        self.page.goto(f"{self._address}{path}")
        self.page.evaluate(WAKE)

    def fault(self) -> str | None:
        """Return the faults since the last call, or None."""
        found, self.faults = self.faults, []
        return "; ".join(found[:3]) or None

    def _dismiss(self, dialog: Any) -> None:
        self.faults.append(f"a dialog on {self.page.url}")
        dialog.dismiss()

    def _note(self, url: str) -> None:
        if not url.startswith((self._address, "data:", "blob:")) and not url.endswith("/nothing"):
            self.faults.append(f"asked for {url}")


@contextmanager
def _visitor(site: Path) -> Iterator[Visitor]:
    """Serve a site, and yield a visitor."""
    with site_in_browser(site) as (browser, address):
        yield Visitor(browser.new_context(bypass_csp=True), address)


def _texts(attack: Attack) -> Trials:
    """Build sites with payloads in every text, with a different payload each time, and open their pages."""
    for shift in attack.some(range(len(PAYLOADS))):
        project = attack.new_project()
        _write_payloads(project / "content", shift)
        done = build(project, project / "site")
        if done.returncode:
            yield f"not built: {done.stdout}"
            continue
        pages = sorted(path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*.html"))
        with _visitor(project / "site") as visitor:
            for page in attack.some(pages):
                visitor.open(page)
                yield visitor.fault()


def _write_payloads(content: Path, shift: int) -> None:
    numbers = count()

    def words(leaf: Leaf) -> Any:
        number = next(numbers)
        most = (leaf.field.max_length or 0) - NUMBER
        return f"{PAYLOADS[(number + shift) % len(PAYLOADS)][:most]} {number:05}" if leaf.is_text else leaf.value

    for name, (shape, source) in read_files(SAMPLE).items():
        (content / name).write_bytes(as_file(name, with_leaves(shape, source.data, words)))


def _addresses(attack: Attack) -> Trials:
    with _visitor(attack.sites[0]) as visitor:
        for payload in attack.some(PAYLOADS):
            query = "&".join(f"{name}={quote(payload)}" for name in PARAMETERS)
            for page in WITH_STATE:
                visitor.open(f"{page}?{query}#{quote(payload)}")
                visitor.page.wait_for_load_state("networkidle")
                yield visitor.fault()


def _search_box(attack: Attack) -> Trials:
    with _visitor(attack.sites[0]) as visitor:
        visitor.open("")
        visitor.page.wait_for_load_state("networkidle")
        visitor.page.keyboard.press("/")
        for payload in attack.some(PAYLOADS):
            visitor.page.keyboard.press("Control+A")
            visitor.page.keyboard.insert_text(payload)
            visitor.page.wait_for_timeout(300)
            typed = visitor.page.evaluate("document.activeElement.value")
            yield visitor.fault() or (None if typed == payload else f"{payload} was not searched: {typed}")


def _control(attack: Attack) -> Trials:
    """Run a payload on purpose, to verify that the visitor detects it."""
    with _visitor(attack.sites[0]) as visitor:
        visitor.open("")
        visitor.page.evaluate(CONTROL)
        visitor.page.wait_for_timeout(500)
        yield None if visitor.fault() else "a payload that runs is not noticed"


PROMISES = (
    Promise("a payload that runs in the browser would be noticed", _control),
    Promise("no payload in a text runs in the browser", _texts),
    Promise("no payload in an address runs in the browser", _addresses),
    Promise("no payload in the search box runs in the browser", _search_box),
)
