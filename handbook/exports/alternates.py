"""Other forms of a page, which its head links: data, Markdown, and feeds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook import addresses
from handbook.exports.feeds import Feed


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another form of a page: its media type, its title and its address."""

    type: str
    title: str
    url: str


def alternates(url: str, feeds: Mapping[str, Feed], *, is_entry: bool) -> Iterator[Alternate]:
    """Yield the other forms of the page at `url`; every page has the feed of everything."""
    if is_entry:
        yield Alternate("application/json", "Data of this page", addresses.entry_data(url))
        yield Alternate("text/markdown", "This page in Markdown", addresses.twin(url))
    for page in dict.fromkeys((url, addresses.HOME)):
        if page in feeds:
            yield Alternate("application/atom+xml", feeds[page].title, feeds[page].url)
