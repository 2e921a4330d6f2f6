"""Compact pages mean the same: a browser's parser makes the same tree of them."""

import html5lib
import pytest

from compact import without_end_tags, without_indentation
from handbook.library import Library
from handbook.renderer import Renderer
from handbook.site import make_site


def tree(html: str) -> list[tuple[str, str]]:
    """Return the elements of a page with their text, without the blanks between elements."""
    parsed = html5lib.HTMLParser(strict=False).parseFragment(html)
    return [(element.tag, " ".join("".join(element.itertext()).split())) for element in parsed.iter()]


def test_items_and_paragraphs_end_where_the_next_begins() -> None:
    html = '<ul>\n<li><p>a</p></li>\n<li class="x">b</li>\n</ul><dl><div><dt>c</dt><dd>d</dd></div></dl>'
    assert without_end_tags(html) == '<ul>\n<li><p>a\n<li class="x">b\n</ul><dl><div><dt>c<dd>d</div></dl>'


@pytest.mark.parametrize(
    "html", ["<a><p>x</p></a>", "<p>x</p> text", "<p>x</p><b>y</b>", "<li>x</li>text", "<p>x</p><pre>"]
)
def test_an_end_tag_that_is_needed_stays(html: str) -> None:
    assert without_end_tags(html) == html


def test_indentation_goes_but_not_from_examples() -> None:
    assert without_indentation("<ul>\n    <li>\n\n  x") == "<ul>\n<li>\nx"
    assert without_indentation("<pre>\n  x") == "<pre>\n  x"


def test_every_page_of_the_sample_has_the_same_tree(library: Library) -> None:
    renderer = Renderer()
    for page in make_site(library).pages:
        html = renderer.page(page).html
        assert tree(without_end_tags(without_indentation(html))) == tree(html), page.url
