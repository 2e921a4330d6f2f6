"""Text copied from a page: figures are unchanged, and the marks after them are not copied."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

NewPage = Callable[..., Page]

GLUED = r"""() => {
    const texts = []
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const text = walker.currentNode, parent = text.parentElement
        if (!parent.closest("svg") && parent.checkVisibility() && getComputedStyle(parent).userSelect !== "none"
            && text.data.trim()) texts.push(text)
    }
    const between = (one, other) => {
        const range = document.createRange()
        range.setStart(one, one.length - 1)
        range.setEnd(other, 1)
        getSelection().removeAllRanges()
        getSelection().addRange(range)
        return getSelection().toString()
    }
    return texts.slice(1).map((text, number) => [texts[number], text, between(texts[number], text)])
        .filter(([, , copied]) => /^(\p{N}[\p{L}\p{N}]|[\p{L}\p{N}]\p{N})$/u.test(copied))
        .map(([one, other]) => `${one.data.slice(-20)}|${other.data.slice(0, 20)}`)
}"""
"""Finds digits that the copied text joins to a letter or digit of another element."""

COPY = """async () => {
    getSelection().selectAllChildren(document.querySelector("article"))
    document.execCommand("copy")
    return navigator.clipboard.readText()
}"""


@pytest.fixture
def open_page(new_page: NewPage) -> NewPage:
    def open_to_copy(path: str) -> Page:
        page = new_page(path, permissions=("clipboard-read", "clipboard-write"))
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
        return page

    return open_to_copy


def test_no_figure_grows_by_the_mark_behind_it(kind_of_page: str, same_tab: NewPage) -> None:
    assert same_tab(kind_of_page).evaluate(GLUED) == []


def test_a_mark_without_a_sign_around_it_would_be_seen(open_page: NewPage) -> None:
    page = open_page("case-studies/twitter-timeline/")
    page.evaluate("""document.querySelectorAll(".hs-cite").forEach((mark) => {
        mark.textContent = "12"
        mark.previousSibling.remove()
    })""")
    assert len(page.evaluate(GLUED)) > 50


@pytest.mark.parametrize("path", ["patterns/sharding/", "technologies/redis/", "contribute/"])
def test_what_is_copied_has_no_sign_of_a_link_to_a_place(path: str, open_page: NewPage) -> None:
    page = open_page(path)
    assert page.get_by_label("Link to this place").or_(page.get_by_title("Link to this place")).count() > 3
    copied = page.evaluate(COPY)
    assert page.locator("h1").inner_text().rstrip("#").strip() in copied
    assert re.findall(r".*\w[#¶](?!\w).*", copied) == []
