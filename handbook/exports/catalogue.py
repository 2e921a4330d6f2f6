"""All files for programs, by what they are for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from handbook import addresses
from handbook.exports.documents import collections, documents
from handbook.exports.feeds import Feed, feed_files, feeds
from handbook.exports.late import Collection, Export, KeptFile, LateFile
from handbook.exports.llms import llms_text
from handbook.exports.schemas import schemas
from handbook.exports.tables import tables
from handbook.exports.twin import twins
from handbook.faces import Casebook

Listed = Collection | KeptFile


@dataclass(frozen=True)
class Catalogue:
    """The files that the page of the API lists, the feeds by the address of their page, and all `others`.

    `entry_pages` are the addresses of the pages that have their data and their Markdown beside them.
    """

    data: tuple[Listed, ...]
    tables: tuple[Listed, ...]
    schemas: tuple[Listed, ...]
    feeds: Mapping[str, Feed]
    entry_pages: frozenset[str]
    others: tuple[Export, ...]

    def files(self) -> Iterator[Export]:
        """Yield all files."""
        yield from (*self.data, *self.tables, *self.schemas, *self.others)


def catalogue(book: Casebook) -> Catalogue:
    """Return all files for programs."""
    entries, found = documents(book), feeds(book)
    return Catalogue(
        data=tuple(collections(book, entries)),
        tables=tuple(tables(book)),
        schemas=tuple(schemas(book)),
        feeds=found,
        entry_pages=frozenset(book.face(entry.kind, entry.id).url for entry in book.library.entries()),
        others=(
            *(file for files in entries.values() for file in files),
            *twins(book),
            *feed_files(book, found.values()),
            LateFile(addresses.path(addresses.LLMS), partial(llms_text, book)),
        ),
    )
