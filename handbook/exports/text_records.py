"""Records of the text search: see `records.py`."""

from typing import NamedTuple


class VersionsData(NamedTuple):
    """`versions/js.js`: where the data files are that belong to a version of the scripts."""

    folder: str
    """The path of their folder below the site."""


class TextsData(NamedTuple):
    """`texts.js`: where the text index is, and how it is divided."""

    folder: str
    """The path of its folder below the site, which is named after its contents."""
    pages: int
    """The number of pages."""
    levels: int
    """The number by which the number of a page is multiplied before its weight is added."""
    addresses: int
    """The number of addresses in each file of addresses."""
    firsts: tuple[str, ...]
    """The first word of each block, in alphabetical order."""


class TextBlock(NamedTuple):
    """`words-….js` in the folder of the text index: a block of it."""

    words: tuple[str, ...]
    """Words without their endings, in alphabetical order."""
    pages: tuple[tuple[int, ...], ...]
    """The pages of each word: distances from the page before, each multiplied by `levels`, plus the weight."""


class TextAddresses(NamedTuple):
    """`addresses-….js` in the same folder: the addresses of the pages from a number on."""

    urls: tuple[str, ...]
    """The addresses from the root of the site."""


class PagePart(NamedTuple):
    """A part of a page to which a result can lead."""

    anchor: str
    """The fragment; empty at the top."""
    title: str
    """The title; empty at the top."""
    text: str
    """The text."""


class PageText(NamedTuple):
    """`text.js` beside a page: its text, for excerpts."""

    title: str
    """The title of the page."""
    parts: tuple[PagePart, ...]
    """The parts, in their order."""
