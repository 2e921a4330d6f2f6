"""The page about the data for programs: which files there are, how large they are, and the terms of use."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook
from handbook.views.sections import Sections, sections


class SizedFile(Protocol):
    """A file of the site."""

    @property
    def path(self) -> str:
        """The path below the site."""
        ...

    @property
    def what(self) -> str:
        """What it has, in one line."""
        ...

    @property
    def size(self) -> int:
        """The number of bytes."""
        ...


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file in a list. `name` is its path below the page."""

    name: str
    url: str
    what: str
    size: str


@dataclass(frozen=True, slots=True)
class ApiView:
    """The data of the page; `example` is an entry, with the addresses of its data and of its Markdown."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    example: Link
    example_data: str
    example_twin: str
    data: tuple[FileLine, ...]
    tables: tuple[FileLine, ...]
    schemas: tuple[FileLine, ...]
    feeds: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FileLists:
    """The files that the page lists, and feeds as examples."""

    data: Iterable[SizedFile]
    tables: Iterable[SizedFile]
    schemas: Iterable[SizedFile]
    feeds: tuple[Link, ...]


def api_view(book: Casebook, files: FileLists) -> ApiView:
    """Return the page."""
    example = _example(book)
    return ApiView(
        breadcrumbs=(Link("Home", addresses.HOME),),
        sections=sections(
            ("entries", "Every entry", True),
            ("data", "Many entries in one file", True),
            ("tables", "Tables", True),
            ("feeds", "Feeds", files.feeds),
            ("schemas", "Schemas", True),
            ("terms", "Terms of use", True),
            ("versions", "Versions", True),
        ),
        example=example,
        example_data=addresses.entry_data(example.url),
        example_twin=addresses.twin(example.url),
        data=tuple(_lines(files.data)),
        tables=tuple(_lines(files.tables)),
        schemas=tuple(_lines(files.schemas)),
        feeds=files.feeds,
    )


def _example(book: Casebook) -> Link:
    """Return the link to the first entry."""
    entry = next(book.library.entries())
    return book.link(entry.kind, entry.id)


def _lines(files: Iterable[SizedFile]) -> Iterator[FileLine]:
    for file in files:
        url = f"/{file.path}"
        yield FileLine(url.removeprefix(addresses.API), url, file.what, wording.file_size(file.size))
