"""Files for programs. They are not pages or assets, so they are made when they are written, one at a time."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

FASTEST = 1
"""The level of compression of contents in memory."""


class Export(Protocol):
    """A file that is written piece by piece."""

    @property
    def path(self) -> str:
        """The path below the site."""
        ...

    def pieces(self) -> Iterator[bytes]:
        """Yield the content."""
        ...


@dataclass(frozen=True)
class LateFile:
    """A file whose text is made when it is written, and not kept."""

    path: str
    make: Callable[[], str]

    def pieces(self) -> Iterator[bytes]:
        """Yield the content."""
        yield self.make().encode()


@dataclass(frozen=True)
class KeptFile:
    """A file whose content is made once and kept, because other files repeat it or a page prints its size.

    `what` describes it in one line.
    """

    path: str
    make: Callable[[], str]
    what: str = ""

    @cached_property
    def _packed(self) -> tuple[int, bytes]:
        """The number of bytes, and the content compressed, because all contents together are as large as the site."""
        content = self.make().encode()
        return len(content), zlib.compress(content, FASTEST)

    @property
    def content(self) -> bytes:
        """The content."""
        return zlib.decompress(self._packed[1])

    @property
    def size(self) -> int:
        """The number of bytes."""
        return self._packed[0]

    def pieces(self) -> Iterator[bytes]:
        """Yield the content."""
        yield self.content


@dataclass(frozen=True)
class Collection:
    """A file with the contents of others: `{"a":[…,…],"b":[…]}`. It takes no memory of its own.

    `opening` begins with a brace; `lists` has the files of each list by key.
    """

    path: str
    opening: str
    lists: tuple[tuple[str, tuple[KeptFile, ...]], ...]
    what: str

    @property
    def size(self) -> int:
        """The number of bytes."""
        return sum(map(len, self.pieces()))

    def pieces(self) -> Iterator[bytes]:
        """Yield the content."""
        yield self.opening.encode()
        for key, files in self.lists:
            yield f',"{key}":['.encode()
            for number, file in enumerate(files):
                yield b",\n" if number else b"\n"
                yield file.content.rstrip()
            yield b"]"
        yield b"}\n"
