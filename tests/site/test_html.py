"""The built pages are valid HTML, with unique ids, titles and descriptions."""

from collections import Counter
from pathlib import Path

import html5lib
import pytest


def test_no_page_needs_mending(sample_site: Path, subtests: pytest.Subtests) -> None:
    for path in sorted(sample_site.rglob("*.html")):
        with subtests.test(page=path.relative_to(sample_site).as_posix()):
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            page = parser.parse(path.read_bytes())
            assert parser.errors == []
            assert [name for name, count in Counter(_ids(page)).items() if count > 1] == []
            assert page.get("lang") == "en"
            assert len([title for title in page.findall("head/title") if title.text]) == 1


def _ids(page: "html5lib.treebuilders.etree.Element") -> list[str]:
    return [element.get("id") for element in page.iter() if element.get("id")]


def test_titles_and_descriptions_tell_pages_apart(sample_site: Path) -> None:
    heads = [
        html5lib.parse(path.read_bytes(), namespaceHTMLElements=False).find("head")
        for path in sorted(sample_site.rglob("index.html"))
        if b'http-equiv="refresh"' not in path.read_bytes()
    ]
    titles = [head.find("title").text for head in heads]
    descriptions = [head.find("meta[@name='description']").get("content") for head in heads]
    assert len(titles) > 15
    assert [title for title, count in Counter(titles).items() if count > 1] == []
    assert [text for text, count in Counter(descriptions).items() if count > 1] == []
    assert [text for text in descriptions if not 20 <= len(text) <= 210] == []
