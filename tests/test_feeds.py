"""The feeds: what RFC 4287 requires, ids that stay, and the right entries in the right order."""

import re
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from handbook.exports.catalogue import catalogue
from handbook.exports.feeds import LONGEST, feed_files, feeds
from handbook.faces import make_casebook
from handbook.library import Entry, Library
from handbook.model.fields import read_date

HOME = "https://handbook.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
EXAMPLEBOOK = "urn:uuid:bff34d24-705d-516f-8532-92307538d9c0"


@pytest.fixture(scope="module")
def found(library: Library) -> dict[str, Element]:
    return read(library)


def read(library: Library, home: str = HOME) -> dict[str, Element]:
    book = replace(make_casebook(library), home=home)
    return {file.path: fromstring(file.make()) for file in feed_files(book, feeds(book).values())}


def one(parent: Element, name: str) -> str:
    (element,) = parent.findall(f"{ATOM}{name}")
    assert element.text
    return element.text


def entries(feed: Element) -> list[Element]:
    return feed.findall(f"{ATOM}entry")


def with_entry(library: Library, entry: Entry[Any], **changes: Any) -> Library:
    changed = replace(entry, data=entry.data.model_copy(update=changes))
    return replace(library, by_kind={**library.by_kind, entry.kind: {**library.of(entry.kind), entry.id: changed}})


def test_there_is_a_feed_for_everything_and_for_each_subject_with_a_dated_entry(found: dict[str, Element]) -> None:
    assert "feed.xml" in found
    assert {path for path in found if path.startswith("patterns/")} == {
        "patterns/batching/feed.xml",
        "patterns/read-cache/feed.xml",
        "patterns/warm-up/feed.xml",
        "patterns/write-queue/feed.xml",
    }
    assert "technologies/third-cache/feed.xml" not in found


def test_a_feed_has_what_the_standard_requires(found: dict[str, Element]) -> None:
    for path, feed in found.items():
        assert feed.tag == f"{ATOM}feed"
        assert one(feed, "id").startswith("urn:uuid:")
        assert one(feed, "title").startswith("How It Scaled")
        assert one(feed, "updated") == max(one(entry, "updated") for entry in entries(feed))
        (author,) = feed.findall(f"{ATOM}author")
        assert one(author, "name")
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links == {"self": HOME + path, "alternate": HOME + path.removesuffix("feed.xml")}
        for entry in entries(feed):
            assert one(entry, "id").startswith("urn:uuid:")
            assert one(entry, "title")
            assert one(entry, "summary")
            assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
            assert MOMENT.fullmatch(one(entry, "updated"))


def test_ids_are_unique(found: dict[str, Element]) -> None:
    ids = [one(feed, "id") for feed in found.values()]
    assert len(set(ids)) == len(ids) > 5
    for feed in found.values():
        names = [one(entry, "id") for entry in entries(feed)]
        assert len(set(names)) == len(names)
        assert not set(names) & set(ids)


def test_the_feed_of_everything_has_what_is_dated_and_the_newest_first(found: dict[str, Element]) -> None:
    rows = [(one(entry, "updated"), one(entry, "title")) for entry in entries(found["feed.xml"])]
    listed = [(updated[:10], title.partition(":")[0]) for updated, title in rows]
    assert listed == [
        ("2016-12-01", "Examplebook"),
        ("2016-11-01", "Samplemail"),
        ("2016-03-06", "First steps with invented systems"),
        ("2016-02-29", "Read cache"),
        ("2015-12-31", "Example Corporation"),
        ("2015-01-01", "Example Cache"),
    ]
    first = entries(found["feed.xml"])[0]
    assert one(first, "published") == "2016-03-05T00:00:00Z"
    (link,) = first.findall(f"{ATOM}link")
    assert link.get("href") == f"{HOME}case-studies/examplebook/"


def test_the_feed_of_a_technology_has_its_case_studies_and_itself(found: dict[str, Element]) -> None:
    feed = found["technologies/example-cache/feed.xml"]
    assert one(feed, "title") == "How It Scaled: Example Cache"
    titles = [one(entry, "title").partition(":")[0] for entry in entries(feed)]
    assert titles == ["Examplebook", "Samplemail", "Example Cache"]


def test_an_id_stays_when_the_site_moves_or_the_entry_is_renamed_again(library: Library) -> None:
    case = library.case_studies["examplebook"]
    assert case.data.formerly == ("example-book", "face-sample")
    moved = read(with_entry(library, case, formerly=("example-book", "face-sample", "once-more")), "https://b.example/")
    assert one(entries(moved["feed.xml"])[0], "id") == EXAMPLEBOOK


def test_a_text_cannot_leave_its_element(library: Library) -> None:
    nasty = "</title><entry>&amp; \"'<![CDATA[x]]>"
    feed = read(with_entry(library, library.case_studies["examplebook"], title=nasty))["feed.xml"]
    assert len(entries(feed)) == 6
    assert one(entries(feed)[0], "title") == nasty


def test_a_feed_is_not_longer_than_readers_need(library: Library) -> None:
    case = library.case_studies["samplemail"]
    cases = {
        f"case-{n}": replace(case, id=f"case-{n}", data=case.data.model_copy(update={"added": read_date(1950 + n)}))
        for n in range(LONGEST + 10)
    }
    many = replace(library, by_kind={**library.by_kind, "case-study": {**library.case_studies, **cases}})
    book = make_casebook(many)
    newest = catalogue(book).feeds["/"].entries
    assert len(newest) == LONGEST
    assert "case-0" not in {entry.id for entry in newest}
