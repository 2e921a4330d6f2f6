"""The data of every entry as JSON: one file each, one file a kind, and one with everything."""

import json
from collections.abc import Iterator, Sequence
from functools import partial

from handbook import addresses, wording
from handbook.exports.claims import addressed
from handbook.exports.late import Collection, KeptFile
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.entry import EntryShape
from handbook.model.fields import InlineMarkdown, Reference, Shape
from handbook.model.kinds import KINDS, Kind
from handbook.model.structure import leaves
from handbook.model.vocabulary import Vocabulary
from handbook.text import ENTRY_LINK, candidates

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ALL, VOCABULARY = "all", "vocabulary"


def documents(book: Casebook) -> dict[str, tuple[KeptFile, ...]]:
    """Return the data file of every entry, by the name of its kind."""
    return {kind.name: tuple(_document(book, entry) for entry in book.library.of(kind.name).values()) for kind in KINDS}


def collections(book: Casebook, files: dict[str, tuple[KeptFile, ...]]) -> Iterator[Collection | KeptFile]:
    """Yield the files that have the data of many entries: one a kind, the vocabulary, and one with everything."""
    words = KeptFile(
        addresses.path(addresses.collection(VOCABULARY)), partial(_vocabulary, book),
        "Units, measures, categories, families, domains and the glossary",
    )  # fmt: skip
    for kind in KINDS:
        yield _collection(book, kind.folder, (("entries", files[kind.name]),), _what(book, kind))
    yield words
    lists = ((VOCABULARY, (words,)), *((kind.folder, files[kind.name]) for kind in KINDS))
    yield _collection(book, ALL, lists, "All of these in one file")


def head(book: Casebook, schema: str) -> dict[str, object]:
    """Return the first members of every file: its schema and its licence."""
    return {"$schema": book.absolute(addresses.schema(schema)), "licence": LICENCE}


def as_json(value: object) -> str:
    """Return a value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _collection(book: Casebook, name: str, lists: Sequence[tuple[str, tuple[KeptFile, ...]]], what: str) -> Collection:
    path = addresses.path(addresses.collection(name))
    return Collection(path, as_json(head(book, name)).removesuffix("}"), tuple(lists), what)


def _what(book: Casebook, kind: Kind) -> str:
    return wording.counted(len(book.library.of(kind.name)), kind.label.lower())


def _document(book: Casebook, entry: Entry[EntryShape]) -> KeptFile:
    url = book.face(entry.kind, entry.id).url
    return KeptFile(addresses.path(addresses.entry_data(url)), partial(_text, book, entry))


def _text(book: Casebook, entry: Entry[EntryShape]) -> str:
    face = book.face(entry.kind, entry.id)
    members = head(book, entry.kind) | {
        "kind": entry.kind,
        "id": entry.id,
        "name": face.name,
        "url": book.absolute(face.url),
        "claims": {part.key: book.absolute(url) for part, url in addressed(entry)},
        "entries": {address: _named(book, address) for address in _mentioned(book, entry.data)},
    }
    return _with_data(members, entry.data)


def _with_data(members: dict[str, object], data: Shape) -> str:
    """Return the members and, last, the data of a file in the form of its model, without default values."""
    dumped = data.model_dump_json(by_alias=True, exclude_defaults=True)
    return f'{as_json(members).removesuffix("}")},"data":{dumped}}}\n'


def _vocabulary(book: Casebook) -> str:
    vocabulary: Vocabulary = book.library.vocabulary
    return _with_data(head(book, VOCABULARY), vocabulary)


def _named(book: Casebook, address: str) -> dict[str, str]:
    kind, name = address.split(":")
    face = book.face(kind, name)
    return {"name": face.name, "url": book.absolute(face.url)}


def _mentioned(book: Casebook, data: Shape) -> dict[str, None]:
    """Return the addresses (`kind:id`) of the entries that an entry names in a field or links in a text, in order."""
    fields = (name if mark.kind == "any" else f"{mark.kind}:{name}" for _, mark, name in leaves(data, Reference))
    return dict.fromkeys((*fields, *_linked(book, data)))


def _linked(book: Casebook, data: Shape) -> Iterator[str]:
    for _, _, text in leaves(data, InlineMarkdown):
        for target, _ in ENTRY_LINK.findall(text) if "[[" in text else ():
            found = candidates(target.strip(), book.library.ids)
            if len(found) == 1:
                yield found[0]
