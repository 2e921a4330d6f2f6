"""The pages on a phone: fields that are large enough to type in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]
SMALL = """() => [...document.querySelectorAll("input, select, textarea")]
    .filter((field) => !["checkbox", "radio", "range", "hidden", "button", "submit", "file"].includes(field.type))
    .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
    .map((field) => `${field.outerHTML}: ${getComputedStyle(field).fontSize}`)"""
FIELDS = "document.querySelectorAll('input[type=text], select').length"


def test_a_phone_does_not_zoom_into_a_field(kind_of_page: str, new_page: NewPage) -> None:
    """Safari on iOS zooms in where the letters of a field are smaller than 16 px."""
    page = new_page(kind_of_page, 390, is_mobile=True, has_touch=True)
    assert page.evaluate(FIELDS) > 0
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("width", [390, 844])
def test_a_phone_does_not_zoom_into_what_a_script_adds(width: int, new_page: NewPage) -> None:
    """Nor does it when it is held sideways."""
    page = new_page("explore/?technology=redis", width, is_mobile=True, has_touch=True)
    expect(page.locator("[data-stance]").first).to_be_attached()
    assert page.evaluate(FIELDS) > 20
    assert page.evaluate(SMALL) == []
