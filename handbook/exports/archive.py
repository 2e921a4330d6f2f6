"""The archive: the data of all content files in one file, from which the editor in the browser makes the library."""

import json
from pathlib import PurePosixPath
from typing import cast

from handbook import addresses
from handbook.exports.documents import as_json
from handbook.exports.late import LateFile
from handbook.library import Entry, Library
from handbook.model.entry import EntryShape
from handbook.model.fields import Shape
from handbook.model.kinds import KINDS
from handbook.model.vocabulary import Vocabulary
from handbook.source import YamlFile

CONTENT = "content"
SHAPES: dict[str, tuple[str, type[Shape]]] = {kind.folder: (kind.name, kind.shape) for kind in KINDS}


def archive_file(library: Library) -> LateFile:
    """Return the file."""
    return LateFile(addresses.path(addresses.ARCHIVE), lambda: archive(library))


def archive(library: Library) -> str:
    """Return the archive of `library`: the file, the first line and the data of each entry."""
    return f"[{','.join(_packed(entry) for entry in library.files())}]"


def _packed(entry: Entry[Shape]) -> str:
    data = entry.data.model_dump_json(by_alias=True, exclude_defaults=True)
    return f"[{as_json(entry.file)},{as_json(entry.source.first_line)},{data}]"


def read_archive(text: str) -> Library:
    """Return the library of an archive. The place of each value is the top of its file, and there are no comments."""
    vocabulary, *entries = (_unpacked(*packed) for packed in json.loads(text))
    by_kind: dict[str, dict[str, Entry[EntryShape]]] = {kind.name: {} for kind in KINDS}
    for entry in entries:
        by_kind[entry.kind][entry.id] = cast("Entry[EntryShape]", entry)
    return Library(
        cast("Entry[Vocabulary]", vocabulary), by_kind, {kind: frozenset(of) for kind, of in by_kind.items()}
    )


def _unpacked(file: str, first_line: str, data: object) -> Entry[Shape]:
    path = PurePosixPath(file)
    kind, shape = SHAPES.get(path.parts[0], ("vocabulary", Vocabulary))
    source = YamlFile(f"{CONTENT}/{file}", None, first_line=first_line)
    return Entry(kind, path.stem, file, shape.model_validate(_frozen(data)), source)


def _frozen(value: object) -> object:
    """Return a value of JSON as the reader of YAML returns it: lists are tuples."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return {key: _frozen(inner) for key, inner in value.items()} if isinstance(value, dict) else value
