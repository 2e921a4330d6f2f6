"""Each kind of page at all sizes and in both colour schemes: no errors, no requests to other hosts, no overflow."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Response

from compressed_host import FONT_BYTES, PAGE_BYTES, compressed, is_counted
from handbook import addresses
from handbook.library import Library
from handbook.site import make_site

NewPage = Callable[..., Page]
WIDTHS = (390, 820, 1440)
FITS = "document.documentElement.scrollWidth <= innerWidth"
LOADED = "performance.getEntriesByType('resource').map(({ name }) => name)"
STYLESHEETS = "document.querySelectorAll('link[rel=stylesheet]').length"
RECORD_SHIFTS = """window.shifted = 0
new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { shifted += value }))
  .observe({ type: "layout-shift", buffered: true })"""
SHIFT = 0.02
"""What a script or a typeface moves is more than that."""
SCHEME = "document.body.dataset.mdColorScheme"


class Watch:
    """Records console messages, exceptions, failed requests and requests to other hosts while a page is open."""

    def __init__(self, page: Page, address: str) -> None:
        self.faults: list[str] = []
        self._address = address
        page.on("console", lambda message: self._note(message.type in ("error", "warning"), message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on("requestfailed", lambda request: self._note(True, f"failed: {request.url}"))
        page.on("request", self._on_request)
        page.on("response", self._on_response)

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.faults.append(what)

    def _on_request(self, request: Request) -> None:
        self._note(not request.url.startswith(self._address), f"elsewhere: {request.url}")

    def _on_response(self, response: Response) -> None:
        self._note(response.status >= 400, f"{response.status}: {response.url}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_loads_without_fault_and_fits(
    kind_of_page: str, scheme: str, new_page: NewPage, address: str, site: Path
) -> None:
    """Load it at phone width and widen it in light, and the other way round in dark."""
    first, *others = WIDTHS if scheme == "light" else WIDTHS[::-1]
    page = new_page(None, first, color_scheme=scheme)
    watch = Watch(page, address)
    page.add_init_script(RECORD_SHIFTS)
    page.goto(kind_of_page)
    assert page.evaluate("shifted") < SHIFT, "elements moved while the page was loading"
    assert_is_small(page, address, site)
    assert page.evaluate(FITS), f"at {first} px there is something to scroll to sideways"
    for width in others:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(FITS), f"at {width} px there is something to scroll to sideways"
    assert page.evaluate(SCHEME) == {"light": "default", "dark": "slate"}[scheme]
    assert page.locator("h1").count() == 1
    assert watch.faults == ([] if (site / kind_of_page).exists() else faults_of_not_found(page))


def assert_is_small(page: Page, address: str, site: Path) -> None:
    """Assert that what the page has loaded is within its budgets, as it is transferred."""
    loaded = [site / name.removeprefix(address).partition("?")[0] for name in page.evaluate(LOADED) if is_counted(name)]
    document = site / page.url.removeprefix(address) / "index.html"
    sizes = {file: len(compressed(file)) for file in (*loaded, document) if file.is_file()}
    fonts = {file: size for file, size in sizes.items() if file.suffix == ".woff2"}
    assert len(sizes) > len(fonts) > 0
    assert sum(fonts.values()) <= FONT_BYTES, fonts
    assert sum(sizes.values()) - sum(fonts.values()) <= PAGE_BYTES, sizes
    assert page.evaluate(STYLESHEETS) == 1


def faults_of_not_found(page: Page) -> list[str]:
    """Return the faults that are expected for an address without a page."""
    return [f"404: {page.url}", "Failed to load resource: the server responded with a status of 404 (Not Found)"]


def test_every_page_of_the_site_is_of_a_kind_that_is_opened(
    site: Path, real_library: Library, by_hand: list[str]
) -> None:
    made = make_site(real_library)
    known = [addresses.output_file(page.url) for page in (*made.pages, *made.redirects)]
    known += [addresses.output_file(path) for path in by_hand] + ["404.html"]
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == set(known)


def test_faults_would_be_seen(new_page: NewPage, address: str) -> None:
    page = new_page(None, 390, bypass_csp=True)
    watch = Watch(page, address)
    page.goto("")
    assert page.evaluate(FITS)
    page.evaluate("""async () => {
        console.error("in the console")
        await fetch("nowhere").catch(() => 0)
        await fetch("http://127.0.0.1:9/elsewhere", {mode: "no-cors"}).catch(() => 0)
        setTimeout(() => { throw new Error("in a script") })
        document.body.insertAdjacentHTML("beforeend", '<div style="width: 500px">wide</div>')
        await new Promise(done => setTimeout(done, 50))
    }""")
    for sign in ("in the console", f"404: {address}nowhere", "elsewhere: http", "failed: http", "in a script"):
        assert any(sign in fault for fault in watch.faults), sign
    assert not page.evaluate(FITS)
