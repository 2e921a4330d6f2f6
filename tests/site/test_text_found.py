"""The text index: it has every page except redirects and the 404 page, without the signs of heading links."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

SIGN = re.compile(r".{0,20}\S[#¶](?!\w)")


@pytest.fixture(scope="module")
def texts(sample_site: Path) -> dict[Path, str]:
    """The text of each page that the search has, by the file of the page."""
    return {file.with_name("index.html"): _text(file) for file in sample_site.rglob("text.js")}


def _text(file: Path) -> str:
    return " ".join(_received(file)["parts"]["text"])


def _received(file: Path) -> Any:
    """Return what a data file hands over."""
    script = file.read_text(encoding="utf-8")
    return json.loads(script[script.index(",") + 1 : script.rindex(")")])


def test_every_page_is_found_and_the_page_of_missing_addresses_is_not(
    texts: dict[Path, str], sample_site: Path
) -> None:
    pages = {page for page in sample_site.rglob("*.html") if 'http-equiv="refresh"' not in page.read_text("utf-8")}
    assert pages - texts.keys() == {sample_site / "404.html"}
    assert texts.keys() <= pages


def test_the_index_has_every_page(texts: dict[Path, str], sample_site: Path) -> None:
    index = _received(sample_site / "texts.js")
    files = sorted((sample_site / index["folder"]).glob("addresses-*.js"))
    urls = [url for file in files for url in _received(file)["urls"]]
    assert len(urls) == index["pages"] == len(set(urls))
    assert {sample_site / url[1:] / "index.html" for url in urls} == texts.keys()


def test_no_text_has_the_sign_of_a_link_to_a_place(texts: dict[Path, str], sample_site: Path) -> None:
    """A `#` directly after a word is the sign of a link to a heading or claim; in real text it starts a word."""
    assert SIGN.findall("Write an entry#. An entry is")
    marked = [page for page in sample_site.rglob("index.html") if "Link to this place" in page.read_text("utf-8")]
    assert len(marked) > 5
    assert {page: SIGN.findall(text) for page, text in texts.items() if SIGN.search(text)} == {}
