"""Reading a content folder: every entry by kind and id, and the problems of its files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handbook.files import FileRule
from handbook.library import Entry, Library, kept_with_entry, known_names
from handbook.model.entry import EntryShape
from handbook.model.kinds import KINDS, Kind
from handbook.model.thrift import thrifty
from handbook.model.vocabulary import Vocabulary
from handbook.parallel import spread
from handbook.problem import TOP, Problem
from handbook.shape import fit, fitting
from handbook.source import YamlFile
from handbook.survey import VOCABULARY_FILE, Files, is_file, read_file, survey


@dataclass(frozen=True)
class Reading:
    """The result of reading a folder: problems, and the library unless the vocabulary or a folder is unreadable."""

    library: Library | None
    problems: tuple[Problem, ...]


class Memory:
    """What is known of files that were read before; this one forgets everything."""

    def recall(self, files: Sequence[tuple[Kind, Path]]) -> list[Entry[EntryShape] | None]:
        """Return the entry of each file, or None if the file has changed or is not known."""
        return [None] * len(files)

    def remember(self, entries: Iterable[tuple[Kind, Entry[EntryShape]]]) -> None:
        """Store entries without problems, each with its kind."""


NO_MEMORY = Memory()


def read_library(
    folder: Path, workers: int = 1, vocabulary: Entry[Vocabulary] | None = None, memory: Memory = NO_MEMORY
) -> Reading:
    """Read all entries below `folder` with `workers` processes; paths in problems begin with `folder` as given.

    `vocabulary` takes the place of that in `folder`. Files of which `memory` has the entry are not parsed again.
    """
    files, problems = survey(folder)
    is_closed = any(problem.rule == FileRule.UNREADABLE_FILE.rule.name for problem in problems)
    vocabulary = vocabulary or _read_vocabulary(folder / VOCABULARY_FILE, problems)
    entries: dict[str, dict[str, Entry[EntryShape]]] = {kind.name: {} for kind in KINDS}
    misfits: dict[str, dict[str, YamlFile]] = {kind.name: {} for kind in KINDS}
    for (kind, path), found in zip(files, _found(files, workers, memory), strict=True):
        if isinstance(found, Entry):
            entries[kind.name][found.id] = found
            problems += found.source.problems
        else:
            misfits[kind.name][path.stem] = found
    known = known_names(vocabulary.data, entries, misfits) if vocabulary and any(misfits.values()) else None
    problems += [
        found for kind in KINDS for one in misfits[kind.name].values() for found in fit(one, kind.shape, known)[1]
    ]
    if vocabulary is None or is_closed:  # references to unreadable entries would be reported as unknown
        return Reading(None, tuple(sorted(problems)))
    ids = {kind.name: frozenset(path.stem for owner, path in files if owner is kind) for kind in KINDS}
    return Reading(Library(vocabulary, entries, ids), tuple(sorted(problems)))


def _found(files: Files, workers: int, memory: Memory) -> list[Entry[EntryShape] | YamlFile]:
    """Return the entry of each file, or the file if it does not fit its shape."""
    known = memory.recall(files)
    new = [number for number, entry in enumerate(known) if entry is None]
    read = dict(zip(new, spread(lambda number: _read(*files[new[number]]), len(new), workers), strict=True))
    memory.remember(
        (files[number][0], found)
        for number, found in read.items()
        if isinstance(found, Entry) and not found.source.problems
    )
    return [_thrifty(entry or read[number]) for number, entry in enumerate(known)]


def _read(kind: Kind, path: Path) -> Entry[EntryShape] | YamlFile:
    """Return the entry of a file, or the file if it does not fit its shape."""
    source = read_file(path)
    return _entry(kind, path, source) or source


def _thrifty(found: Entry[EntryShape] | YamlFile) -> Entry[EntryShape] | YamlFile:
    """Return `found`, after its parts share what is equal; what another process made shares nothing."""
    if isinstance(found, Entry):
        _share(found)
    return found


@kept_with_entry
def _share(entry: Entry[EntryShape]) -> None:
    thrifty(entry.data)


def with_file(library: Library, kind: Kind, source: YamlFile) -> Reading:
    """Return the reading of `library` with one more file of `kind`, which replaces the entry with its id."""
    path = Path(source.path)
    entries = {name: entry for name, entry in library.of(kind.name).items() if name != path.stem}
    if entry := _entry(kind, path, source):
        entries[path.stem] = entry
    problems = source.problems if entry else fit(source, kind.shape, library.known)[1]
    by_kind = {**library.by_kind, kind.name: dict(sorted(entries.items()))}
    ids = {**library.ids, kind.name: library.ids[kind.name] | {path.stem}}
    return Reading(Library(library.vocabulary_file, by_kind, ids), tuple(sorted(problems)))


def _entry(kind: Kind, path: Path, source: YamlFile) -> Entry[EntryShape] | None:
    data = fitting(source, kind.shape)
    places = replace(source, data=None)  # the model holds the data
    return None if data is None else entry_of(kind, path, data, places)


def entry_of(kind: Kind, path: Path, data: EntryShape, places: YamlFile) -> Entry[EntryShape]:
    """Return the entry of the file at `path`."""
    return Entry(kind.name, path.stem, f"{kind.folder}/{path.name}", data, places)


def _read_vocabulary(path: Path, problems: list[Problem]) -> Entry[Vocabulary] | None:
    if not is_file(path):
        message = "this file is missing; it has the families, categories and units that entries choose from"
        problems.append(FileRule.NO_VOCABULARY.problem(path.as_posix(), TOP, message))
        return None
    source = read_file(path)
    vocabulary, found = fit(source, Vocabulary)
    problems += found
    return None if vocabulary is None else Entry("vocabulary", "vocabulary", VOCABULARY_FILE, vocabulary, source)
