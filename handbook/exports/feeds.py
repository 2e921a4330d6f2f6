"""Atom feeds (RFC 4287) of new and reviewed entries: one of all, and one for each technology and each pattern.

Only entries that say when they were added or reviewed are in feeds, because the generator reads no clock and no git.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from handbook import addresses
from handbook.exports.documents import LICENCE
from handbook.exports.late import LateFile
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.entry import EntryShape

ATOM = "http://www.w3.org/2005/Atom"
NAMESPACE = UUID("0f7a2f0c-5d0e-4d0b-9a55-3c1f1d0a7e42")
"""The namespace of all ids in feeds. With it, an id depends neither on the address of the site nor on its name."""
LONGEST = 50
"""The maximum number of entries of a feed."""
SITE, AUTHOR = "How It Scaled", "The contributors of How It Scaled"
HTML = "text/html"


@dataclass(frozen=True)
class Feed:
    """A feed: its name, which never changes, its title, the address of its page, and its entries, the newest first."""

    name: str
    title: str
    page: str
    entries: tuple[Entry[EntryShape], ...]

    @property
    def url(self) -> str:
        """The address of the feed."""
        return addresses.feed(self.page)


def feeds(book: Casebook) -> Mapping[str, Feed]:
    """Return all feeds with at least one entry, by the address of their page."""
    found = (_feed(book, "all", SITE, addresses.HOME, book.library.entries()), *_of_subjects(book))
    return {feed.page: feed for feed in found if feed.entries}


def feed_files(book: Casebook, found: Iterable[Feed]) -> Iterator[LateFile]:
    """Yield the file of each feed."""
    for feed in found:
        yield LateFile(addresses.path(feed.url), partial(_text, book, feed))


def _of_subjects(book: Casebook) -> Iterator[Feed]:
    """Yield the feed of each technology and pattern: the entry itself, and the case studies that take a stance."""
    links = book.links
    for technology in book.library.technologies.values():
        uses = (use.case for use in links.uses_of_technology.get(technology.id, ()))
        yield _of_subject(book, technology, uses)
    for pattern in book.library.patterns.values():
        yield _of_subject(book, pattern, (use.case for use in links.uses_of_pattern.get(pattern.id, ())))


def _of_subject(book: Casebook, subject: Entry[EntryShape], cases: Iterable[Entry[EntryShape]]) -> Feed:
    face = book.face(subject.kind, subject.id)
    return _feed(book, _name(subject), f"{SITE}: {face.name}", face.url, (subject, *cases))


def _feed(book: Casebook, name: str, title: str, page: str, entries: Iterable[Entry[EntryShape]]) -> Feed:
    dated = {entry.address: entry for entry in entries if _updated(entry)}
    newest = sorted(dated.values(), key=lambda entry: (_updated(entry), entry.address), reverse=True)
    return Feed(name, title, page, tuple(newest[:LONGEST]))


def _updated(entry: Entry[EntryShape]) -> date | None:
    """Return the day on which an entry was added or last reviewed, whichever is later."""
    days = (entry.data.added, entry.data.reviewed)
    return max((day.earliest for day in days if day), default=None)


def _name(entry: Entry[EntryShape]) -> str:
    """Return the kind and the oldest id of an entry, which stay when it is renamed."""
    return f"{entry.kind}:{next(iter(entry.data.formerly), entry.id)}"


def _text(book: Casebook, feed: Feed) -> str:
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _add(root, "id", _urn(f"feed:{feed.name}"))
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(_updated(feed.entries[0])))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": book.absolute(feed.url)})
    SubElement(root, "link", {"rel": "alternate", "type": HTML, "href": book.absolute(feed.page)})
    _add(SubElement(root, "author"), "name", AUTHOR)
    _add(root, "rights", LICENCE)
    root.extend(_element(book, entry) for entry in feed.entries)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _element(book: Casebook, entry: Entry[EntryShape]) -> Element:
    face, element = book.face(entry.kind, entry.id), Element("entry")
    _add(element, "id", _urn(_name(entry)))
    _add(element, "title", face.title)
    SubElement(element, "link", {"rel": "alternate", "type": HTML, "href": book.absolute(face.url)})
    if entry.data.added:
        _add(element, "published", _moment(entry.data.added.earliest))
    _add(element, "updated", _moment(_updated(entry)))
    SubElement(element, "category", {"term": entry.kind, "label": face.label})
    _add(element, "summary", face.summary)
    return element


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _urn(name: str) -> str:
    return uuid5(NAMESPACE, name).urn


def _moment(day: date | None) -> str:
    """Return the beginning of a day, because Atom requires a time."""
    assert day, "only entries with a date are in feeds"
    return f"{day.isoformat()}T00:00:00Z"
