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


@pytest.mark.parametrize("width", [390, 844])
@pytest.mark.parametrize("path", ["", "explore/?technology=redis", "case-studies/", "contribute/"])
def test_a_phone_does_not_zoom_into_a_field(path: str, width: int, new_page: NewPage) -> None:
    """Safari on iOS zooms in where the letters of a field are smaller than 16 px, upright and sideways."""
    page = new_page(path, width, is_mobile=True, has_touch=True)
    if path.startswith("explore"):
        expect(page.locator("[data-stance]").first).to_be_attached()
        assert page.evaluate(FIELDS) > 20
    assert page.evaluate(FIELDS) > 0
    assert page.evaluate(SMALL) == []
