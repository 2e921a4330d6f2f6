"""The finished pages of earlier builds: a page whose content has not changed is not framed, and not searched for words.

The key of a page is a hash of its content, of its frame, and of the code. For pages that ask a watched casebook, it is
known what they asked and what they were answered. If the answers are the same now, the content is not made either.
"""

import json
from dataclasses import dataclass
from hashlib import sha256

from code_version import code_version
from handbook.asked import LookUp
from handbook.exports.data import SiteFile
from handbook.renderer import Content
from handbook.texts.page import Indexed
from handbook_page import HandbookPage
from store import Store, compressed

AT_ONCE = 200
"""The number of pages that are stored together."""


@dataclass(frozen=True)
class FinishedPage:
    """A page as it is published, and what the search has of it, if it has any."""

    html: str
    text: SiteFile | None
    words: Indexed | None


@dataclass(frozen=True)
class PageKeys:
    """The keys of pages; `common` is a hash of all that pages have in common."""

    common: bytes

    def of(self, page: HandbookPage, content: Content) -> str:
        """Return the key of a page with its unfinished content."""
        told = page.fingerprint, page.linked_data, list(content.sections.items())
        return f"page {self._hash(told, content.html)}"

    def of_asked(self, page: HandbookPage) -> str:
        """Return the key under which is stored what a page asked; its content need not be known."""
        return f"asked {self._hash(page.fingerprint, page.source.template)}"

    def _hash(self, told: object, text: str) -> str:
        said = repr(told).encode()
        return sha256(b"%s %d %s %s" % (self.common, len(said), said, text.encode())).hexdigest()


@dataclass(frozen=True)
class Asked:
    """What a page asked, a hash of the answers, and the key of the page that was made of them."""

    questions: tuple[LookUp, ...]
    answers: str
    page: str


def page_keys(*common: str) -> PageKeys:
    """Return the keys of pages for a build whose pages have `common` in common."""
    return PageKeys(sha256(repr((code_version(), common)).encode()).digest())


class PageCache:
    """The pages in a store; `found` are the keys of those of this build. A forked process may recall pages."""

    def __init__(self, store: Store) -> None:
        """Use `store`."""
        self._store = store
        self._new: dict[str, bytes] = {}
        self.found: list[str] = []

    def recall(self, key: str) -> FinishedPage | None:
        """Return the page with this key, or None if it is not known."""
        value = self._store.get([key]).get(key)
        return _unpacked(value) if value else None

    def recall_asked(self, key: str) -> Asked | None:
        """Return what the page with this key for its questions asked, or None if it is not known."""
        value = self._store.get([key]).get(key)
        if value is None:
            return None
        questions, answers, page = json.loads(value)
        return Asked(tuple(LookUp(table, _key(row)) for table, row in questions), answers, page)

    def remember(self, key: str, value: bytes | None) -> None:
        """Note that a key is in use, and store it if it is new; `value` is what `packed` returns."""
        self.found.append(key)
        if value is not None:
            self._new[key] = value
        if len(self._new) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Store what is left."""
        self._store.put(self._new)
        self._new = {}


def packed(page: FinishedPage) -> bytes:
    """Return a page for `remember`. It is small, because it may have to wait on its way from another process."""
    text = (page.text.path, page.text.text) if page.text else None
    words = page.words and (
        page.words.url, page.words.stems, list(page.words.counts), page.words.length, page.words.is_last,
    )  # fmt: skip
    return compressed(json.dumps((page.html, text, words)).encode())


def packed_asked(asked: Asked) -> bytes:
    """Return what a page asked for `remember`."""
    return compressed(json.dumps((asked.questions, asked.answers, asked.page)).encode())


def _key(row: str | list[str]) -> str | tuple[str, ...]:
    return row if isinstance(row, str) else tuple(row)


def _unpacked(value: bytes) -> FinishedPage:
    html, text, words = json.loads(value)
    if words:
        url, stems, counts, length, is_last = words
        words = Indexed(url, stems, bytes(counts), length, is_last)
    return FinishedPage(html, SiteFile(*text) if text else None, words)
