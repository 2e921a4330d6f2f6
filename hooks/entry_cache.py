"""The entries of earlier builds: a content file that has not changed is neither parsed nor checked for its form again.

They are stored as JSON, which pydantic reads fast and which cannot run code.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from code_version import code_version
from handbook.files import RefusedError
from handbook.library import Entry
from handbook.model.entry import EntryShape
from handbook.model.kinds import Kind
from handbook.problem import Problem
from handbook.reading import Memory, entry_of
from handbook.source import YamlFile
from handbook.survey import read_content
from store import Store, compressed

PARTS = b"\n"
"""What separates the first line, the data and the places; the first two have no line feed."""


CLEAN = "clean"
"""The key under which are the keys of the entries without problems."""
Found = dict[str, Entry[EntryShape]]
"""Entries by the keys of their files."""


class EntryCache(Memory):
    """The entries in a store; `found` are those of this reading by key, `recent` those of the reading before it."""

    def __init__(self, store: Store) -> None:
        """Use `store`."""
        self._store = store
        self.found: Found = {}
        self.recent: Found = {}

    def recall(self, files: Sequence[tuple[Kind, Path]]) -> list[Entry[EntryShape] | None]:
        """Return the entry of each file, or None if the file has changed or is not known."""
        digests = [_digest(path) for _, path in files]
        keys = [_key(kind, path.stem, digest) for (kind, path), digest in zip(files, digests, strict=True)]
        kept = self._store.get(key for key in keys if key not in self.recent)
        known = zip(files, digests, keys, strict=True)
        return [self._entry(*file, digest, key, kept.get(key)) for file, digest, key in known]

    def remember(self, entries: Iterable[tuple[Kind, Entry[EntryShape]]]) -> None:
        """Store entries, each with its kind."""
        new = {_key(kind, entry.id, entry.source.digest): entry for kind, entry in entries}
        self._store.put({key: _packed(entry) for key, entry in new.items()})
        self.found |= new

    def clean(self) -> frozenset[str]:
        """Return the addresses of the entries of this reading in which an earlier build found no problem."""
        known = set(self._store.get([CLEAN]).get(CLEAN, b"").decode().split("\n"))
        return frozenset(entry.address for key, entry in self.found.items() if key in known)

    def remember_clean(self, problems: Iterable[Problem]) -> None:
        """Store which entries of this reading have none of its problems."""
        at_fault = {problem.path for problem in problems}
        keys = (key for key, entry in self.found.items() if entry.source.path not in at_fault)
        self._store.put({CLEAN: compressed("\n".join(keys).encode())})

    def _entry(self, kind: Kind, path: Path, digest: bytes, key: str, value: bytes | None) -> Entry[EntryShape] | None:
        if key in self.recent:
            self.found[key] = self.recent[key]
            return self.recent[key]
        if value is None:
            return None
        first_line, data, places = value.split(PARTS, 2)
        source = YamlFile(path.as_posix(), None, places, first_line.decode(), digest=digest)
        try:
            entry = entry_of(kind, path, kind.shape.model_validate_json(data), source)
        except ValidationError:
            return None
        self.found[key] = entry
        return entry


def _packed(entry: Entry[EntryShape]) -> bytes:
    """Return an entry as it is stored."""
    data = entry.data.model_dump_json(by_alias=True, exclude_unset=True)
    return compressed(PARTS.join((entry.source.first_line.encode(), data.encode(), entry.source.packed_places)))


def _digest(path: Path) -> bytes:
    """Return the SHA-256 of a file as it is now, or nothing if it cannot be read."""
    try:
        return sha256(read_content(path)).digest()
    except RefusedError:  # reading it says what is wrong
        return b""


def _key(kind: Kind, name: str, digest: bytes) -> str:
    return f"entry {sha256(b' '.join((code_version(), kind.name.encode(), name.encode(), digest))).hexdigest()}"
