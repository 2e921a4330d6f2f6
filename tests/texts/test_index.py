"""The text index: for each word, in blocks, the pages that have it, with weights worked out by hand."""

import json
from dataclasses import replace
from typing import Any

import pytest

from handbook.texts import index
from handbook.texts.index import index_files
from handbook.texts.page import Indexed

PAGES = (
    Indexed("/a/", "queue shard", bytes([1, 3]), 4),
    Indexed("/b/", "shard", bytes([1]), 4),
    Indexed("/c/", "", b"", 0),
    Indexed("/d/", "queue", bytes([1]), 8),
)


def received(pages: tuple[Indexed, ...]) -> dict[str, Any]:
    """Return what each file of the index hands over, by the name of the file."""
    files = {file.path.rpartition("/")[2]: file.text for file in index_files(pages)}
    return {name: json.loads(text[text.index(",") + 1 : text.rindex(")")]) for name, text in files.items()}


def test_a_word_has_its_pages_as_distances_with_weights() -> None:
    """The average page has 4 words, so for `/a/` the weight of one occurrence is 15 / (1 + 1.2), of three 45 / 4.2.

    For `/d/`, which is twice as long, it is 15 / (1 + 1.2 * (0.25 + 0.75 * 2)).
    """
    assert received(PAGES)["words-0.js"] == {
        "words": ["queue", "shard"],
        "pages": [[0 * 16 + 7, 3 * 16 + 5], [0 * 16 + 11, 1 * 16 + 7]],
    }


def test_a_page_that_repeats_others_weighs_less() -> None:
    pages = (replace(PAGES[0], is_last=True), *PAGES[1:])
    assert received(pages)["words-0.js"]["pages"][1] == [0 * 16 + 2, 1 * 16 + 7]


def test_blocks_and_addresses_are_cut_and_the_first_file_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "BLOCK", 3)
    monkeypatch.setattr(index, "ADDRESSES", 3)
    found = received(PAGES)
    assert found["texts.js"] | {"folder": ""} == {
        "folder": "", "pages": 4, "levels": 16, "addresses": 3, "firsts": ["queue", "shard"],
    }  # fmt: skip
    assert [found[f"words-{number}.js"]["words"] for number in range(2)] == [["queue"], ["shard"]]
    assert [found[f"addresses-{number}.js"]["urls"] for number in range(2)] == [["/a/", "/b/", "/c/"], ["/d/"]]


def test_the_folder_is_named_after_its_contents() -> None:
    same, other = received(PAGES), received(PAGES[:3])
    assert received(PAGES)["texts.js"]["folder"] == same["texts.js"]["folder"]
    assert same["texts.js"]["folder"].startswith("assets/texts-")
    assert other["texts.js"]["folder"] != same["texts.js"]["folder"]
