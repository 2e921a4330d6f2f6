"""In forced colours (Windows high contrast), selected elements look different from others."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import ElementHandle, FloatRect, Locator, Page, expect

NewPage = Callable[..., Page]
CASE = "case-studies/twitter-timeline/"


@pytest.fixture
def open_page(new_page: NewPage) -> NewPage:
    return lambda path, **options: new_page(path, **options, forced_colors="active", reduced_motion="reduce")


def looks(element: ElementHandle, page: Page) -> Image.Image:
    """Return a screenshot of an element with a 4 px margin, without hover and focus."""
    element.scroll_into_view_if_needed()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    box = element.bounding_box()
    assert box
    clip: FloatRect = {"x": box["x"] - 4, "y": box["y"] - 4, "width": box["width"] + 8, "height": box["height"] + 8}
    return Image.open(BytesIO(page.screenshot(clip=clip))).convert("L")


def is_marked(found: Locator, state: str, otherwise: str | None) -> bool:
    """Return whether an element looks different once its attribute `state` is removed or set to `otherwise`."""
    element, page = found.element_handle(), found.page
    chosen = looks(element, page)
    change = "(part, [state, other]) => other === null ? part.removeAttribute(state) : part.setAttribute(state, other)"
    element.evaluate(change, [state, otherwise])
    other = looks(element, page)
    size = min(chosen.width, other.width), min(chosen.height, other.height)
    difference = ImageChops.difference(chosen.crop((0, 0, *size)), other.crop((0, 0, *size)))
    return sum(difference.histogram()[30:]) > 40


STAYS = """() => {
  const first = document.querySelector("[role=option]")
  if (window.first !== first) Object.assign(window, { first, since: performance.now() })
  return performance.now() - window.since > 1000
}"""
"""The list of results changes for a while, as more data comes; then its first option stays."""


def test_the_chosen_result_is_marked(open_page: NewPage) -> None:
    page = open_page("")
    page.keyboard.press("/")
    page.keyboard.type("redis")
    texts = page.get_by_role("option").filter(has=page.locator("mark"))
    expect(texts.first).to_be_visible()
    page.wait_for_function(STAYS)
    page.keyboard.press("ArrowDown")
    assert is_marked(page.locator("[role=option][aria-selected=true]"), "aria-selected", None)


def test_the_chosen_view_is_marked(open_page: NewPage) -> None:
    page = open_page("explore/?technology=redis")
    assert is_marked(page.get_by_role("button", name="Cards", pressed=True), "aria-pressed", "false")


def test_the_chosen_flow_is_marked(open_page: NewPage) -> None:
    page = open_page(CASE)
    assert is_marked(page.get_by_role("button", name="Whole system", pressed=True), "aria-pressed", "false")
    flow = page.locator("[data-player] button:visible").nth(1)
    flow.click()
    assert is_marked(flow, "aria-pressed", "false")


@pytest.mark.parametrize("path", [CASE, "case-studies/"])
def test_the_part_of_the_site_is_marked(path: str, open_page: NewPage) -> None:
    page = open_page(path)
    assert is_marked(page.locator("header a[aria-current]"), "aria-current", None)


def test_the_section_that_is_read_is_marked(open_page: NewPage) -> None:
    page = open_page(f"{CASE}#decisions")
    link = page.get_by_label("On this page").locator(".md-nav__link--active").last
    expect(link).to_be_visible()
    assert is_marked(link, "class", "md-nav__link")


def test_a_state_that_is_not_marked_would_be_seen(open_page: NewPage) -> None:
    page = open_page("explore/?technology=redis", bypass_csp=True)
    page.add_style_tag(content=".hs-page [aria-pressed] { border: 1px solid !important; margin: 0 !important }")
    assert not is_marked(page.get_by_role("button", name="Cards", pressed=True), "aria-pressed", "false")
