"""Text in another language has `lang` and `dir` attributes, for screen readers, fonts and text direction."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from handbook.reading import read_library
from handbook.renderer import Renderer
from handbook.site import make_site

TITLES = {
    "צהל ירוק (video)": "he", "我们如何发明它": "zh", "Ein Gespräch": "de", "Theorie": "de",
    "How it went": "en-GB", "Home page": "en",
}  # fmt: skip


@pytest.fixture
def pages(content: Path) -> dict[str, Element]:
    """All pages as parsed HTML by address, with sources in several languages that refer to each other."""
    case = content / "case-studies" / "examplebook.yml"
    text = case.read_text(encoding="utf-8")
    for old, new in (
        ("title: How we invented it\n", "title: 我们如何发明它\n    language: zh\n"),
        ("title: How we invented it (video),", "title: צהל ירוק (video), language: he,"),
    ):
        assert old in text
        text = text.replace(old, new)
    theory = content / "patterns" / "read-cache.yml"
    theory.write_text(theory.read_text(encoding="utf-8").replace("A Theory of Samples", "Theorie"), encoding="utf-8")
    english = "url: https://english.example/, kind: docs, publisher: Book, primary: true, read: none"
    text += f"  - {{id: one, title: How it went, language: en-GB, {english}}}\n"
    text += f"  - {{id: two, title: Home page, {english}}}\n"
    case.write_text(text, encoding="utf-8")
    library = read_library(content).library
    assert library
    renderer = Renderer()
    return {
        page.url: html5lib.parse(renderer.page(page).html, namespaceHTMLElements=False)
        for page in make_site(library).pages
    }


def spoken(element: Element, language: str = "en", direction: str = "ltr") -> Iterator[tuple[str, str, str]]:
    """Yield each text with its language and text direction."""
    inner = element.get("lang", language), element.get("dir", direction)
    if element.text:
        yield element.text, *inner
    for child in element:
        yield from spoken(child, *inner)
        if child.tail:
            yield child.tail, *inner


def test_a_title_in_another_language_says_so_wherever_it_stands(pages: dict[str, Element]) -> None:
    found = [(text, *how) for page in pages.values() for text, *how in spoken(page) if text in TITLES]
    languages = {title: language if language[:2] != "en" else "en" for title, language in TITLES.items()}
    assert {text for text, *_ in found} == set(TITLES)
    assert len([text for text, *_ in found if text == "צהל ירוק (video)"]) == 2
    assert [text for text, language, _ in found if language != languages[text]] == []
    assert [text for text, language, direction in found if (direction == "auto") != (language != "en")] == []


def test_everything_else_is_in_the_language_of_the_page(pages: dict[str, Element]) -> None:
    others = {language for page in pages.values() for text, language, _ in spoken(page) if text not in TITLES}
    assert others == {"en"}
