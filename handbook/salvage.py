"""What `make serve` shows of content with problems: entries without the parts at fault, or in an earlier form."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from pydantic import ValidationError

from handbook.checks.catalogue import find_problems
from handbook.library import Entry, Library
from handbook.model.entry import EntryShape
from handbook.model.fields import Shape
from handbook.model.kinds import KIND_BY_NAME, KINDS
from handbook.model.structure import Field, fields_of
from handbook.model.vocabulary import Vocabulary
from handbook.problem import Problem, Steps
from handbook.reading import Reading, read_library
from handbook.source import YamlFile, pack_places
from handbook.survey import VOCABULARY_FILE, read_file
from handbook.yaml_reader import COLUMN_BITS, Data, Places

S = TypeVar("S", bound=Shape)

Earlier = Mapping[str, Entry[Shape]]
"""Entries in their last form without problems, by the path of the file."""
PATIENCE = 12
"""The number of rounds in which parts are removed; after that, entries with problems are left out at once."""
MOST_REMOVED = 500
"""The number of parts at fault from which an entry is not worth showing."""
HARMLESS = frozenset({
    "address-listed-twice", "component-without-flow", "date-in-the-future", "dates-out-of-order", "draft-named",
    "figure-newer-than-source", "full-entry-incomplete", "full-record-without-brief", "inferred-without-how",
    "missing-schema-comment", "source-never-cited", "text-to-write", "thin-without-reason", "unread-source-cited",
})  # fmt: skip
"""Rules about the quality of an entry. Its page can show what breaks them."""


@dataclass(frozen=True)
class Left:
    """An entry that cannot be shown: its kind, its id and the path of its file."""

    kind: str
    id: str
    path: str


@dataclass(frozen=True)
class Salvage:
    """The library that can be shown, or None, and the entries that it lacks."""

    library: Library | None
    left_out: tuple[Left, ...] = ()


@dataclass
class _Rescue:
    """The state of a rescue: the entries by path, and the earlier forms that were not tried yet."""

    entries: dict[str, Entry[Shape]]
    earlier: dict[str, Entry[Shape]] = field(default_factory=dict)

    def reduce(self, path: str, lines: Iterable[int]) -> None:
        """Remove the parts of an entry at `lines` of its numbered source; otherwise take the earlier form, or none."""
        entry = self.entries[path]
        steps = [_steps_of(entry, line) for line in lines]
        reduced = _fitting(type(entry.data), _without(plain(entry.data), type(entry.data), steps))
        self.put(path, entry.kind, entry.id, entry.file, reduced)

    def put(self, path: str, kind: str, name: str, file: str, data: Shape | None) -> None:
        """Keep an entry with `data`, or its earlier form if that is None, or nothing."""
        earlier = self.earlier.pop(path, None) if data is None else None
        self.entries.pop(path, None)
        if data is not None:
            self.entries[path] = numbered(Entry(kind, name, file, data, YamlFile(path, None)))
        elif earlier:
            self.entries[path] = numbered(earlier)


def salvage(folder: Path, reading: Reading, problems: Iterable[Problem], earlier: Earlier, today: date) -> Salvage:
    """Return what can be shown of the content of `folder`, whose `reading` has `problems`."""
    at_fault = {problem.path for problem in problems if problem.rule not in HARMLESS}
    library = reading.library or _with_other_vocabulary(folder, earlier)
    if library is None:
        return Salvage(None)
    spare = {path: earlier[path] for path in at_fault & earlier.keys()}
    rescue = _Rescue({entry.source.path: entry for entry in library.files()}, spare)
    files = dict(_files(folder, library))
    for path in files.keys() - rescue.entries.keys():
        left = files[path]
        kind = KIND_BY_NAME[left.kind]
        data = _fitting(kind.shape, read_file(Path(path)).data)
        rescue.put(path, kind.name, left.id, f"{kind.folder}/{left.id}.yml", data)
    shown = _without_problems(library, rescue, today)
    return Salvage(shown, tuple(left for path, left in sorted(files.items()) if path not in rescue.entries))


def _files(folder: Path, library: Library) -> Iterator[tuple[str, Left]]:
    for kind in KINDS:
        for name in library.ids[kind.name]:
            path = (folder / kind.folder / f"{name}.yml").as_posix()
            yield path, Left(kind.name, name, path)


def _with_other_vocabulary(folder: Path, earlier: Earlier) -> Library | None:
    """Return the library with what can be read of the vocabulary, or with an earlier one."""
    path = folder / VOCABULARY_FILE
    data = _fitting(Vocabulary, read_file(path).data)
    rescue = _Rescue({}, dict(earlier))
    rescue.put(path.as_posix(), "vocabulary", "vocabulary", VOCABULARY_FILE, data)
    found = cast("Entry[Vocabulary] | None", rescue.entries.get(path.as_posix()))
    return read_library(folder, vocabulary=found).library if found else None


def _without_problems(library: Library, rescue: _Rescue, today: date) -> Library | None:
    """Reduce the entries until no check finds a problem that matters; return None if the vocabulary is at fault."""
    rounds = 0
    while True:
        vocabulary = rescue.entries.get(library.vocabulary_file.source.path)
        if vocabulary is None:
            return None
        shown = _library(library, vocabulary, rescue.entries.values())
        lines = _lines_at_fault(shown, rescue, today)
        if not lines:
            return shown
        rounds += 1
        for path, found in lines.items():
            if rounds > PATIENCE:
                rescue.entries.pop(path)
            else:
                rescue.reduce(path, found)


def _lines_at_fault(library: Library, rescue: _Rescue, today: date) -> dict[str, set[int]]:
    """Return the lines with problems by path; entries whose lines are those of a file get numbered lines instead."""
    lines: dict[str, set[int]] = defaultdict(set)
    for problem in find_problems(Reading(library, ()), today):
        if problem.rule not in HARMLESS:
            lines[problem.path].add(problem.line)
    fresh = [path for path in lines if rescue.entries[path].source.first_line != NUMBERED]
    if not fresh:
        return lines
    for path in fresh:
        rescue.entries[path] = numbered(rescue.entries[path])
    again = _library(library, rescue.entries[library.vocabulary_file.source.path], rescue.entries.values())
    return _lines_at_fault(again, rescue, today)


def _library(library: Library, vocabulary: Entry[Shape], entries: Iterable[Entry[Shape]]) -> Library:
    """Return a library of `entries`, in the order of kinds and ids."""
    by_kind: dict[str, dict[str, Entry[EntryShape]]] = {kind.name: {} for kind in KINDS}
    for entry in sorted(entries, key=lambda entry: entry.id):
        if entry.kind in by_kind:
            by_kind[entry.kind][entry.id] = cast("Entry[EntryShape]", entry)
    ids = {kind: frozenset(named) for kind, named in by_kind.items()}
    return replace(library, vocabulary_file=cast("Entry[Vocabulary]", vocabulary), by_kind=by_kind, ids=ids)


NUMBERED = "# numbered"
"""The first line of a source that has a number in place of each line."""


def numbered(entry: Entry[Shape]) -> Entry[Shape]:
    """Return an entry with a source in which each value has a line of its own, so that lines lead back to values."""
    steps = dict.fromkeys(_all_steps(plain(entry.data)))
    marks = {here: number << COLUMN_BITS for number, here in enumerate(steps)}
    source = YamlFile(entry.source.path, None, pack_places(Places(marks, {}, {})), NUMBERED)
    return replace(entry, source=source)


def _all_steps(data: Data, steps: Steps = ()) -> Iterator[Steps]:
    yield steps
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, tuple) else ()
    for key, value in items:
        yield from _all_steps(value, (*steps, key))


def _steps_of(entry: Entry[Shape], line: int) -> Steps:
    return next((steps for steps, mark in entry.source.marks.items() if (mark >> COLUMN_BITS) + 1 == line), ())


def plain(data: Shape) -> Data:
    """Return the data of a model as it was read: mappings, tuples and single values."""
    return _tuples(json.loads(data.model_dump_json(by_alias=True, exclude_unset=True)))


def _tuples(data: object) -> Data:
    if isinstance(data, dict):
        return {key: _tuples(value) for key, value in data.items()}
    return tuple(map(_tuples, data)) if isinstance(data, list) else cast("Data", data)


def _fitting(shape: type[S], data: Data) -> S | None:
    """Return `data` as a model, without the parts that do not fit, or None if nothing would be left."""
    while isinstance(data, dict):
        try:
            return shape.model_validate(data)
        except ValidationError as error:
            data = _without(data, shape, [fault["loc"] for fault in error.errors(include_url=False)])
    return None


def _without(data: Data, shape: type[Shape], places: Iterable[Steps]) -> Data:
    """Return `data` without the smallest part around each place that can be removed, or None."""
    wholes = {_removable(shape, steps) for steps in places}
    if () in wholes or len(wholes) > MOST_REMOVED:
        return None
    for steps in sorted(wholes, key=lambda steps: [str(step).zfill(9) for step in steps], reverse=True):
        data = _removed(data, steps)
    return data


def _removable(shape: type[Shape], steps: Steps) -> Steps:
    """Return the steps of the innermost item of a list, optional key or unknown key around a value."""
    way = list(_fields_along(shape, steps))
    for count in range(len(steps), 0, -1):
        found = way[count - 1]
        if isinstance(steps[count - 1], int) or found is None or not found.required:
            return steps[:count]
    return ()


def _fields_along(shape: type[Shape] | None, steps: Steps) -> Iterator[Field | None]:
    """Yield the field of each step; an item of a list has the field of the list, an unknown key has none."""
    found: Field | None = None
    for step in steps:
        if isinstance(step, str):
            found = next((one for one in fields_of(shape) if one.key == step), None) if shape else None
            shape = found.shape if found else None
        yield found


def _removed(data: Data, steps: Steps) -> Data:
    first, *rest = steps
    if isinstance(data, tuple) and isinstance(first, int) and first < len(data):
        kept = (_removed(data[first], tuple(rest)),) if rest else ()
        return (*data[:first], *kept, *data[first + 1 :])
    if isinstance(data, dict) and first in data:
        return {
            key: value if key != first else _removed(value, tuple(rest))
            for key, value in data.items()
            if key != first or rest
        }
    return data
