"""Each kind of page, in every size and both colour schemes: nothing fails, nothing is fetched elsewhere, it fits."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Request, Response

PAGES = {
    "home": "",
    "case studies": "case-studies/",
    "stack-overflow": "case-studies/stack-overflow/",
    "twitter-images": "case-studies/twitter-images/",
    "twitter-timeline": "case-studies/twitter-timeline/",
    "technologies": "technologies/",
    "technology": "technologies/redis/",
    "patterns": "patterns/",
    "family": "families/caching/",
    "pattern": "patterns/cache-aside/",
    "organisation": "organisations/twitter/",
    "contribute": "contribute/",
    "fields": "contribute/fields/",
    "not found": "technologies/nowhere/at/all/",
}
FITS = "document.documentElement.scrollWidth <= innerWidth"


class Watch:
    """Everything that goes wrong while a page is loaded."""

    def __init__(self, page: Page, address: str) -> None:
        self.faults: list[str] = []
        self._address = address
        page.on("console", lambda message: self._note(message.type in ("error", "warning"), message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on("requestfailed", lambda request: self._note(True, f"failed: {request.url}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.faults.append(what)

    def _request(self, request: Request) -> None:
        self._note(not request.url.startswith((self._address, "data:", "blob:")), f"elsewhere: {request.url}")

    def _response(self, response: Response) -> None:
        self._note(response.status >= 400, f"{response.status}: {response.url}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_loads_without_fault_and_fits(kind: str, width: int, scheme: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    watch = Watch(page, address)
    page.goto(address + PAGES[kind], wait_until="networkidle")
    expected = NOT_FOUND if kind == "not found" else ()
    assert [fault for fault in watch.faults if not fault.startswith(expected)] == []
    assert page.locator("h1").count() == 1
    assert page.evaluate(FITS)
    page.close()
