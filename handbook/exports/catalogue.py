"""All files for programs, by what they are for."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.exports.documents import collections, documents
from handbook.exports.late import Collection, Export, KeptFile
from handbook.exports.schemas import schemas
from handbook.exports.tables import tables
from handbook.exports.twin import twins
from handbook.faces import Casebook

Listed = Collection | KeptFile


@dataclass(frozen=True)
class Catalogue:
    """The files that the page of the API lists, and `others`, which belong to a page each."""

    data: tuple[Listed, ...]
    tables: tuple[Listed, ...]
    schemas: tuple[Listed, ...]
    others: tuple[Export, ...]

    def files(self) -> Iterator[Export]:
        """Yield all files."""
        yield from (*self.data, *self.tables, *self.schemas, *self.others)


def catalogue(book: Casebook) -> Catalogue:
    """Return all files for programs."""
    entries = documents(book)
    return Catalogue(
        data=tuple(collections(book, entries)),
        tables=tuple(tables(book)),
        schemas=tuple(schemas(book)),
        others=(*(file for files in entries.values() for file in files), *twins(book)),
    )
