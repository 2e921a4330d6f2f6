"""Built sites: their size, their bytes, and the words of their pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest
from html import unescape
from pathlib import Path
from statistics import mean

MOST_PAGES = 200
"""The number of pages of a kind whose words are counted."""
TEXT = re.compile(r"<(article|main)\b.*</\1>", re.DOTALL)
NOT_TEXT = re.compile(r"<(svg|script|style)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")

Digests = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a site."""

    megabytes: float
    files: int


@dataclass(frozen=True, slots=True)
class Words:
    """The pages of a kind: how many there are, and how many words each has."""

    pages: int
    each: float


def size_of(site: Path) -> Size:
    """Return the size of a site."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return Size(sum(sizes) / 1e6, len(sizes))


def digests_of(site: Path) -> Digests:
    """Return a digest of each file, by its path."""
    return {path.relative_to(site).as_posix(): _digest(path) for path in site.rglob("*") if path.is_file()}


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()


def differing(one: Digests, other: Digests) -> list[str]:
    """Return the paths of files that two sites do not have in common, byte by byte."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def words_of(site: Path, pattern: str) -> Words:
    """Return the words of the pages that match, without their frame and pictures; redirects have none."""
    pages = [path for path in sorted(site.glob(pattern)) if _has_text(path)]
    counted = pages[:: max(1, len(pages) // MOST_PAGES)]
    return Words(len(pages), mean(_count_words(path) for path in counted) if counted else 0)


def _has_text(page: Path) -> bool:
    return "<main" in page.read_text(encoding="utf-8")


def _count_words(page: Path) -> int:
    found = TEXT.search(page.read_text(encoding="utf-8"))
    return len(unescape(TAG.sub(" ", NOT_TEXT.sub(" ", found[0]))).split()) if found else 0
