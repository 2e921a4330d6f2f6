"""The text index: which pages have a word, in blocks of words in alphabetical order, of which a query loads a few.

It is an inverted index. The weight of a word on a page is that of BM25, which counts further occurrences ever less, and
less in long pages: https://en.wikipedia.org/wiki/Okapi_BM25. It is rounded to a number from 1 to `LEVELS` - 1, and is
packed with the number of the page. The weight of the word itself is left to the search box, which has the lists.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from handbook.exports.data import SiteFile, call
from handbook.exports.text_records import TextAddresses, TextBlock, TextsData
from handbook.texts.page import MOST, Indexed

LEVELS = 16
"""The number of levels of weights; the least one is not used."""
SATURATION, OF_LENGTH = 1.2, 0.75
"""The parameters of BM25 that are called k1 and b."""
LAST = 3
"""The highest weight on a page that repeats others."""
BLOCK = 6_000
"""The number of pages listed in a block, counted once for each word."""
ADDRESSES = 500
"""The number of addresses in a file."""
FOLDER = "assets/texts"
TEXTS = "texts.js"
"""The file that says where the index is."""
LENGTH = 10
Lists = dict[str, "array[int]"]
"""The pages of each word, in order, each multiplied by `LEVELS`, plus its weight."""
Block = list[tuple[str, "array[int]"]]


def index_files(pages: Sequence[Indexed]) -> Iterator[SiteFile]:
    """Yield the files of the index of `pages`."""
    blocks = list(_blocks(_lists(pages)))
    parts = [*_block_files(blocks), *_address_files(pages)]
    folder = f"{FOLDER}-{_digest(parts)}"
    whole = TextsData(folder, len(pages), LEVELS, ADDRESSES, tuple(block[0][0] for block in blocks))
    yield SiteFile(TEXTS, call("texts", whole))
    for part in parts:
        yield SiteFile(f"{folder}/{part.path}", part.text)


def _block_files(blocks: Iterable[Block]) -> Iterator[SiteFile]:
    for number, block in enumerate(blocks):
        record = TextBlock(tuple(word for word, _ in block), tuple(_gaps(pages) for _, pages in block))
        yield _file(f"words-{number}", record)


def _address_files(pages: Sequence[Indexed]) -> Iterator[SiteFile]:
    for number, start in enumerate(range(0, len(pages), ADDRESSES)):
        yield _file(f"addresses-{number}", TextAddresses(tuple(page.url for page in pages[start : start + ADDRESSES])))


def _file(name: str, record: NamedTuple) -> SiteFile:
    return SiteFile(f"{name}.js", call(name, record))


def _digest(files: Iterable[SiteFile]) -> str:
    """Return the name of the version; a page that is still open goes on with the files of its own."""
    contents = sha256()
    for file in files:
        contents.update(f"{file.path}\0{file.text}\0".encode())
    return contents.hexdigest()[:LENGTH]


def _lists(pages: Sequence[Indexed]) -> Lists:
    average = sum(page.length for page in pages) / max(len(pages), 1) or 1
    lists: Lists = {}
    for number, page in enumerate(pages):
        damping = SATURATION * (1 - OF_LENGTH + OF_LENGTH * page.length / average)
        most = LAST if page.is_last else LEVELS - 1
        weights = [max(1, round(most * count / (count + damping))) for count in range(MOST + 1)]
        for word, count in zip(page.stems.split(), page.counts, strict=True):
            lists.setdefault(word, array("I")).append(number * LEVELS + weights[count])
    return lists


def _blocks(lists: Lists) -> Iterator[Block]:
    block: Block = []
    size = 0
    for word in sorted(lists):
        if block and size + len(lists[word]) > BLOCK:
            yield block
            block, size = [], 0
        block.append((word, lists[word]))
        size += len(lists[word])
    if block:
        yield block


def _gaps(of: Iterable[int]) -> tuple[int, ...]:
    """Return each page as its distance from the one before, packed as before; the first is counted from 0."""
    pages = list(of)
    return tuple(pages[:1]) + tuple(next_one - before // LEVELS * LEVELS for before, next_one in pairwise(pages))
