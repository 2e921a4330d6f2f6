"""Pages on a phone: text in form fields is large enough that the browser does not zoom in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
SMALL = """() => [...document.querySelectorAll("input, select, textarea")]
    .filter((field) => !["checkbox", "radio", "range", "hidden", "button", "submit", "file"].includes(field.type))
    .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
    .map((field) => `${field.outerHTML}: ${getComputedStyle(field).fontSize}`)"""
FIELDS = "document.querySelectorAll('input[type=text], select').length"


def test_a_phone_does_not_zoom_into_a_field(kind_of_page: str, same_tab: NewPage) -> None:
    """Safari on iOS zooms into fields with text smaller than 16 px."""
    page = same_tab(kind_of_page, 390, is_mobile=True, has_touch=True)
    assert page.evaluate(FIELDS) > 0
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("width", [390, 844])
def test_a_phone_does_not_zoom_into_what_a_script_adds(width: int, new_page: NewPage) -> None:
    """This includes landscape orientation."""
    page = new_page("explore/?technology=redis", width, is_mobile=True, has_touch=True)
    expect(page.locator("[data-stance]").first).to_be_attached()
    assert page.evaluate(FIELDS) > 20
    assert page.evaluate(SMALL) == []
