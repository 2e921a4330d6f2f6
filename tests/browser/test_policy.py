"""The Content-Security-Policy in a browser, with and without headers: it blocks nothing that the site needs."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
CASE = "case-studies/twitter-timeline/"
REPORT = """document.addEventListener("securitypolicyviolation", (event) =>
  violated([event.effectiveDirective, "forbids", event.blockedURI, event.sample, event.sourceFile].join(" ")))"""
FORBIDDEN = """(html) => new Promise((resolve) => {
  document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective))
  document.body.insertAdjacentHTML("beforeend", html)
})"""
NOT_FOUND = "the server responded with a status of 404"


class Guard:
    """A browser page that records policy violations, errors and warnings until the test ends."""

    def __init__(self, page: Page, address: str) -> None:
        self.faults: list[str] = []
        self.page = page
        self._address = address
        page.expose_binding("violated", lambda _, what: self.faults.append(what))
        page.add_init_script(REPORT)
        page.on("console", lambda message: self._note(message.type in ("error", "warning"), message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))

    def open(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(f"{self._address}{path}")
        return self.page

    def _note(self, wrong: bool, what: str) -> None:
        if wrong and NOT_FOUND not in what:
            self.faults.append(what)


@pytest.fixture(params=["light, only the tag", "dark, with headers"])
def guard(request: pytest.FixtureRequest, address: str, strict_address: str, new_page: NewPage) -> Guard:
    """A guard on a host that sends none of our headers, then on a host that sends them."""
    scheme, _, host = request.param.partition(", ")
    page = new_page(None, color_scheme=scheme, accept_downloads=True)
    return Guard(page, strict_address if host == "with headers" else address)


@pytest.fixture
def watched(guard: Guard) -> Iterator[Guard]:
    """A guard that fails the test if it records anything."""
    yield guard
    assert guard.faults == []


def test_no_page_needs_what_is_forbidden(kind_of_page: str, watched: Guard) -> None:
    page = watched.open(kind_of_page)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    page.wait_for_load_state("networkidle")
    expect(page.locator("h1")).to_be_visible()


def test_search_finds_entries_and_texts(watched: Guard) -> None:
    page = watched.open("contribute/")
    page.keyboard.press("/")
    page.keyboard.type("redis")
    expect(page.locator(".hs-search__option mark").first).to_be_visible()
    expect(page.locator(".hs-search__option").first).to_contain_text("Redis")
    expect(page.locator("[data-search-no-texts]")).to_be_hidden()


def test_the_finder_shows_cards_and_tables(watched: Guard) -> None:
    page = watched.open("explore/?family=caching&technology=redis")
    chip = page.locator(".hs-why-match .hs-chip--family").first
    expect(chip).to_be_visible()
    assert int(chip.evaluate("chip => getComputedStyle(chip).getPropertyValue('--hs-hue')")) >= 0
    watched.open("explore/?technology=redis&view=table")
    expect(page.locator("table").first).to_be_visible()


def test_diagrams_have_their_width_their_arrows_their_flows_and_a_file_to_keep(watched: Guard) -> None:
    page = watched.open(CASE)
    picture = page.locator(".hs-diagram--main .hs-diagram__svg")
    assert page.locator(".hs-diagram--main [data-line]").evaluate_all(
        "lines => lines.every(line => getComputedStyle(line).markerEnd.includes('-arrow'))"
    )
    natural = picture.evaluate("svg => svg.viewBox.baseVal.width")
    frame = picture.evaluate("svg => svg.parentNode.clientWidth")
    assert 0.9 * min(natural, frame) < picture.evaluate("svg => svg.clientWidth") <= natural
    page.locator("[data-player] button:visible", has_text="Write path").click()
    expect(page.locator("[data-player-words]")).to_contain_text("Step 1 of")
    page.locator(".hs-diagram--main [data-zoom=in]").click()
    with page.expect_download() as download:
        page.locator(".hs-diagram--main [data-download=svg]").click()
    assert download.value.suggested_filename.endswith(".svg")


def test_families_have_their_colours(watched: Guard) -> None:
    page = watched.open("families/caching/")
    border = page.locator(".hs-opening--family").evaluate("part => getComputedStyle(part).borderLeftColor")
    assert re.match(r"oklch\(", border)


def test_the_chosen_colours_stay(watched: Guard) -> None:
    page = watched.open("patterns/")
    for words, scheme in (("Switch to light", "default"), ("Switch to dark", "slate"), ("Switch to the system", None)):
        page.get_by_title(words).click()
        chosen = page.evaluate("document.body.dataset.mdColorScheme")
        assert chosen == (scheme or chosen)
        watched.open("nowhere/at/all/")
        assert page.evaluate("document.body.dataset.mdColorScheme") == chosen
        watched.open("technologies/")
        assert page.evaluate("document.body.dataset.mdColorScheme") == chosen


def test_an_old_address_leads_to_the_new_one(watched: Guard) -> None:
    page = watched.open("compare/redis-vs-memcached/")
    expect(page).to_have_url(re.compile(r"/compare/memcached-vs-redis/$"))


@pytest.mark.parametrize(
    ("html", "directive"),
    [
        ("<img src=data: onerror='document.title = 1'>", "script-src-attr"),
        ("<p style='color: red'>", "style-src-attr"),
        ("<style>p { color: red }</style>", "style-src-elem"),
        ("<img src='http://127.0.0.1:9/elsewhere'>", "img-src"),
        ("<iframe src='contribute/'></iframe>", "frame-src"),
        ("<object data='contribute/'></object>", "object-src"),
    ],
)
def test_what_is_forbidden_does_not_happen_and_is_seen(html: str, directive: str, guard: Guard) -> None:
    page = guard.open("")
    title = page.title()
    with page.expect_console_message(lambda message: message.type == "error"):
        assert page.evaluate(FORBIDDEN, html) == directive
    assert guard.faults
    assert page.title() == title
