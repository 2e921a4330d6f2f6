"""The cache of finished pages: a page comes from it whole, and only for the same content in the same frame."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from handbook.exports.data import SiteFile
from handbook.parallel import spread
from handbook.renderer import Content
from handbook.texts.page import Indexed
from page_cache import AT_ONCE, FinishedPage, PageCache, packed, page_keys
from store import Store

WORDS = Indexed("/a/", "shard replica", bytes([3, 255]), 9, is_last=True)
PAGES = (FinishedPage("<p>é</p>", SiteFile("a/text.js", "text"), WORDS), FinishedPage("<p>", None, None))


@dataclass
class Page:
    """A page of MkDocs as far as its key goes."""

    fingerprint: tuple[object, ...] = ("/a/", {"title": "A"})
    linked_data: str = ""


@pytest.fixture
def cache(tmp_path: Path) -> PageCache:
    """An empty cache."""
    return PageCache(Store(tmp_path / "store.sqlite"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_comes_back_whole(page: FinishedPage, cache: PageCache) -> None:
    cache.remember("one", packed(page))
    cache.flush()
    assert cache.recall("one") == page
    assert cache.recall("other") is None


def test_pages_are_stored_many_at_once(cache: PageCache) -> None:
    value = packed(PAGES[0])
    for number in range(AT_ONCE + 1):
        cache.remember(str(number), value)
    assert cache.recall("0") == PAGES[0]
    assert cache.recall(str(AT_ONCE)) is None


def test_a_known_page_is_in_use(cache: PageCache) -> None:
    cache.remember("one", None)
    assert cache.found == ["one"]


def test_other_processes_recall_pages(cache: PageCache) -> None:
    cache.remember("one", packed(PAGES[0]))
    cache.flush()
    assert spread(lambda number: cache.recall("one"), 4, 2) == [PAGES[0]] * 4
    assert cache.recall("one") == PAGES[0]


KEY: tuple[Any, ...] = (("frame", "glossary"), Page(), Content("<p>", {"a": "A"}))
OTHERS: tuple[tuple[Any, ...], ...] = (
    (("frame", "other"), *KEY[1:]),
    (KEY[0], Page(("/b/", {"title": "A"})), KEY[2]),
    (KEY[0], Page(linked_data="{}"), KEY[2]),
    (*KEY[:2], Content("<b>", {"a": "A"})),
    (*KEY[:2], Content("<p>", {"a": "B"})),
    (*KEY[:2], Content("<p>", {"a": "A", "b": "B"})),
)


def key_of(common: tuple[str, ...], page: Any, content: Content) -> str:
    return page_keys(*common).of(page, content)


def test_the_same_page_has_the_same_key() -> None:
    assert key_of(*KEY) == key_of(KEY[0], Page(), Content("<p>", {"a": "A"}))


@pytest.mark.parametrize("other", OTHERS)
def test_whatever_differs_gives_another_key(other: tuple[Any, ...]) -> None:
    assert key_of(*other) != key_of(*KEY)


def test_another_code_gives_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of(*KEY)
    monkeypatch.setattr("page_cache.code_version", lambda: b"other")
    assert key_of(*KEY) != before
