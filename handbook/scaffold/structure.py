"""The structure of an existing entry for a new one: which optional keys it has, not what it claims."""

from collections.abc import Iterator
from typing import cast

from handbook.library import Entry
from handbook.model.entry import EntryShape
from handbook.model.fields import Shape
from handbook.model.structure import Field, fields_of
from handbook.salvage import plain
from handbook.scaffold.example import Mapped
from handbook.yaml_reader import Data

OWN = ("sources", "also_known_as", "searched_as", "formerly", "added", "reviewed", "draft", "eras")
"""Keys that a new entry has or lacks whatever the other has."""


def in_structure_of(like: Entry[EntryShape], example: Mapped) -> Mapped:
    """Return `example` without the optional keys that `like` lacks."""
    return with_cited_sources(_alike(type(like.data), [cast("Mapped", plain(like.data))], example))


def with_cited_sources(data: Mapped) -> Mapped:
    """Return `data` without the sources that nothing in it cites."""
    sources = data.get("sources")
    if not isinstance(sources, tuple):
        return data
    cited = set(_cited({key: value for key, value in data.items() if key != "sources"}))
    kept = tuple(source for source in sources if isinstance(source, dict) and source["id"] in cited)
    return {key: value if key != "sources" else kept for key, value in data.items() if key != "sources" or kept}


def _cited(data: Data) -> Iterator[Data]:
    """Yield the ids of the citations, which are the items of all lists called `sources`."""
    for key, value in data.items() if isinstance(data, dict) else ():
        for item in value if isinstance(value, tuple) else (value,):
            if key == "sources" and isinstance(item, dict):
                yield item["id"]
            yield from _cited(item)


def _alike(shape: type[Shape], models: list[Mapped], data: Mapped) -> Mapped:
    """Return `data` with the optional keys that any of `models` has."""
    kept: Mapped = {}
    for one in fields_of(shape):
        theirs = [model[one.key] for model in models if one.key in model]
        given = data.get(one.key)
        if given is not None and (theirs or one.required or _stays(one)):
            kept[one.key] = _inside(one, theirs, given)
    return kept


def _stays(one: Field) -> bool:
    """Return whether a key stays that the model lacks: other keys refer to it."""
    return one.key in OWN or one.shape is None or not one.many or one.key == "groups"


def _inside(one: Field, theirs: list[Data], given: Data) -> Data:
    if one.shape is None or not theirs:
        return given
    models = [item for value in theirs for item in (value if isinstance(value, tuple) else (value,))]
    inner = cast("list[Mapped]", models)
    if isinstance(given, tuple):
        return tuple(_alike(one.shape, inner, cast("Mapped", item)) for item in given)
    return _alike(one.shape, inner, cast("Mapped", given))
