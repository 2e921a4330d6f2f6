"""Checks of names and ids: they are unique, and their addresses are valid."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy, OtherLesson
from handbook.model.entry import EntryShape
from handbook.model.evidence import Citation
from handbook.model.fields import Shape
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.pattern import Pattern
from handbook.model.structure import Field, fields_of, parts
from handbook.nearest import folded
from handbook.problem import Finding, Steps, of_one_entry
from handbook.survey import fault_of_id


@of_one_entry
def duplicate_id(library: Library) -> Iterator[Finding]:
    """Two claims, components, points, sources or terms have the same id, and so the same address."""
    for entry in library.files():
        for kind, ids in _ids_by_list(entry.data):
            for name, count in Counter(ids.values()).items():
                steps = [place for place, value in ids.items() if value == name]
                for place in steps[1:]:
                    first = entry.source.place(steps[0]).line
                    message = f"`{name}` names {count} {kind} (first on line {first}); give each its own `id`"
                    yield entry.finding(place, message)


def _ids_by_list(data: Shape) -> Iterator[tuple[str, dict[Steps, str]]]:
    owners: list[tuple[Steps, Shape]] = [((), data)]
    if isinstance(data, CaseStudy):
        owners.append((("architecture",), data.architecture))
    if isinstance(data, Pattern) and data.sketch:
        owners.append((("sketch",), data.sketch))
    for steps, items in (found for place, owner in owners for found in _lists_of(owner, place)):
        yield str(steps[-1]), {(*steps, n): name for n, item in enumerate(items) if (name := _id_of(item))}


def _lists_of(data: Shape, steps: Steps) -> Iterator[tuple[Steps, tuple[Shape, ...]]]:
    for field in fields_of(type(data)):
        if field.many and field.shape:
            yield (*steps, field.key), getattr(data, field.name)


def _id_of(item: Shape) -> str:
    """Return the id of a part, which defaults to that of its pattern or technology."""
    own = getattr(item, "id", None) or getattr(item, "pattern", None) or getattr(item, "technology", None)
    return str(own or "")


@of_one_entry
def item_listed_twice(library: Library) -> Iterator[Finding]:
    """A list has the same item twice: a name, an id, or a citation."""
    for entry in library.files():
        for steps, part in parts(entry.data, Shape):
            for field in _plain_lists(type(part)):
                yield from _repeated(entry, (*steps, field.key), getattr(part, field.name))


@cache
def _plain_lists(shape: type[Shape]) -> tuple[Field, ...]:
    """Return the lists of texts and references, except `of` in a derivation, which may repeat a figure: a square."""
    plain = (field for field in fields_of(shape) if field.shape in (None, Citation, OtherLesson))
    return tuple(field for field in plain if field.many and field.key != "of")


def _repeated(entry: Entry[Shape], steps: Steps, items: tuple[object, ...]) -> Iterator[Finding]:
    if len(items) < 2 or len(set(items)) == len(items):
        return
    for number, item in enumerate(items):
        if item in items[:number]:
            said = f"`{item}`" if isinstance(item, str) else "this item"
            first = entry.source.place((*steps, items.index(item))).line
            message = f"{said} is in the list `{steps[-1]}` already (first on line {first}); keep one of the two"
            yield entry.finding((*steps, number), message)


def reserved_name(library: Library) -> Iterator[Finding]:
    """An id is a reserved name on Windows, so the site cannot have a folder of that name."""
    for number, family in enumerate(library.vocabulary.families):
        if fault := fault_of_id(family.id):
            yield library.vocabulary_file.finding(("families", number, "id"), f"{fault}; choose another id")
    for entry in library.entries():
        for number, name in enumerate(entry.data.formerly):
            if fault := fault_of_id(name):
                yield entry.finding(("formerly", number), f"{fault}; remove it")


def name_collision(library: Library) -> Iterator[Finding]:
    """Two entries of a kind share a name, including those in `also_known_as` and `formerly`."""
    for kind in KIND_BY_NAME:
        owners = {name: name for name in library.ids[kind]}
        for key in ("name", "title", "also_known_as", "formerly"):
            for entry in library.of(kind).values():
                yield from _collisions(entry, key, owners)


def _collisions(entry: Entry[EntryShape], key: str, owners: dict[str, str]) -> Iterator[Finding]:
    for steps, name in _names(entry, key):
        owner = owners.setdefault(folded(name), entry.id)
        if owner != entry.id:
            remedy = "give each a name of its own" if key in ("name", "title") else "remove it from one of the two"
            message = f"`{name}` is already a name of the {entry.kind} `{owner}`; {remedy}"
            yield entry.finding(steps, message)
        elif key == "formerly" and name == entry.id:
            message = f"`{name}` is the current id of this entry; `formerly` lists earlier ids only"
            yield entry.finding(steps, message)


KINDS_OF_IDEAS = ("case-study", "technology", "pattern")
"""The kinds whose names must differ; an organisation may have the name of what it makes."""


def alias_of_another_kind(library: Library) -> Iterator[Finding]:
    """An alias of an entry is a name or an alias of an entry of another kind."""
    owners: dict[str, tuple[str, str]] = {}
    for key in ("name", "title", "also_known_as"):
        for kind in KINDS_OF_IDEAS:
            for entry in library.of(kind).values():
                for steps, name in _names(entry, key):
                    owner = owners.setdefault(folded(name), (kind, entry.id))
                    if owner[0] != kind and key == "also_known_as":
                        message = (
                            f"`{name}` is a name of the {owner[0]} `{owner[1]}`; write it under `searched_as` here, "
                            "where entries may share a name"
                        )
                        yield entry.finding(steps, message)


def _names(entry: Entry[EntryShape], key: str) -> Iterator[tuple[Steps, str]]:
    found = getattr(entry.data, key, None)
    if isinstance(found, str):
        yield (key,), found
    for number, name in enumerate(found if isinstance(found, tuple) else ()):
        yield (key, number), name
