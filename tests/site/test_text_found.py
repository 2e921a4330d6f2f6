"""The text index: it has every page except redirects and the 404 page, without the signs of heading links."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

BEFORE_JSON = b"pagefind_dcd"
SIGN = re.compile(r".{0,20}\S[#¶](?!\w)")


@pytest.fixture(scope="module")
def texts(sample_site: Path) -> dict[str, str]:
    """The indexed text of each page by its address."""
    files = sorted((sample_site / "pagefind" / "fragment").iterdir())
    found = [_fragment(file) for file in files]
    return {fragment["url"]: fragment["content"] for fragment in found}


def _fragment(file: Path) -> dict[str, Any]:
    data = gzip.decompress(file.read_bytes())
    assert data.startswith(BEFORE_JSON)
    fragment: dict[str, Any] = json.loads(data.removeprefix(BEFORE_JSON))
    return fragment


def test_every_page_is_found_and_the_page_of_missing_addresses_is_not(texts: dict[str, str], sample_site: Path) -> None:
    pages = {page for page in sample_site.rglob("*.html") if 'http-equiv="refresh"' not in page.read_text("utf-8")}
    found = {sample_site / url.strip("/") / "index.html" for url in texts}
    assert pages - found == {sample_site / "404.html"}
    assert found <= pages


def test_no_text_has_the_sign_of_a_link_to_a_place(texts: dict[str, str], sample_site: Path) -> None:
    """A `#` directly after a word is the sign of a link to a heading or claim; in real text it starts a word."""
    assert SIGN.findall("Write an entry#. An entry is")
    marked = [page for page in sample_site.rglob("index.html") if "Link to this place" in page.read_text("utf-8")]
    assert len(marked) > 5
    assert {url: SIGN.findall(text) for url, text in texts.items() if SIGN.search(text)} == {}
