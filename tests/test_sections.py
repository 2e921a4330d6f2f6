"""On every page, the headings that the template prints are the sections that the view declares, in order."""

import html
import re

from handbook.library import Library
from handbook.renderer import Renderer, SitePage
from handbook.site import make_site

HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def printed(page: SitePage, renderer: Renderer) -> list[tuple[str, str]]:
    """Return the headings of a page as pairs of fragment and text."""
    found = HEADING.findall(renderer.page(page).html)
    return [(anchor, html.unescape(TAG.sub("", words))) for anchor, words in found]


def mismatches(library: Library) -> list[tuple[str, object, object]]:
    """Return the pages whose headings differ from the declared sections."""
    renderer = Renderer()
    pages = make_site(library).pages
    both = ((page.url, printed(page, renderer), list(page.view().sections.items())) for page in pages)
    return [(url, found, declared) for url, found, declared in both if found != declared]


def test_headings_are_the_declared_sections_in_the_sample(library: Library) -> None:
    assert mismatches(library) == []


def test_headings_are_the_declared_sections_in_the_content(real_library: Library) -> None:
    assert mismatches(real_library) == []
