"""The library: all entries of a content folder by kind and id, and the problems of its files."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar, cast

from handbook.files import FileRule
from handbook.known import Known, known_of
from handbook.model import evidence
from handbook.model.case_study import CaseStudy
from handbook.model.entry import EntryShape
from handbook.model.evidence import Citation
from handbook.model.fields import InlineMarkdown, Shape
from handbook.model.kinds import KIND_BY_SHAPE, KINDS, Kind
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath
from handbook.model.structure import leaves, parts
from handbook.model.technology import Technology
from handbook.model.vocabulary import Vocabulary
from handbook.parallel import spread
from handbook.problem import TOP, Finding, Message, Problem, Steps
from handbook.shape import fit, fitting
from handbook.source import YamlFile
from handbook.survey import VOCABULARY_FILE, is_file, read_file, survey
from handbook.yaml_reader import Data

E = TypeVar("E", bound=Shape, covariant=True)
K = TypeVar("K", bound=EntryShape)


MOST_MARKUP, MOST_MARKUP_OF_ENTRY = 100, 5000
"""The maximum number of markup characters of a text and of an entry, because parsing them is slow."""


class Markup(NamedTuple):
    """A text with markup, the steps to it, and whether it has too much markup to be parsed."""

    steps: Steps
    text: str
    too_much: bool


def count_markup(text: str) -> int:
    """Return the number of characters of a text that may be markup."""
    return sum(map(text.count, "*_`[]\\"))


@dataclass(frozen=True)
class Entry(Generic[E]):
    """One content file. `file` is its path below the content folder: `patterns/sharding.yml`."""

    kind: str
    id: str
    file: str
    data: E
    source: YamlFile

    @property
    def address(self) -> str:
        """The kind and id, which are unique together: `pattern:sharding`."""
        return f"{self.kind}:{self.id}"

    @property
    def sources(self) -> tuple[evidence.Source, ...]:
        """The sources of the entry; a reading path has none."""
        sources: tuple[evidence.Source, ...] = getattr(self.data, "sources", ())
        return sources

    @cached_property
    def markup(self) -> tuple[Markup, ...]:
        """The texts with markup, each with the steps to it; cached because several checks use them."""
        texts = ((steps, text, count_markup(text)) for steps, _, text in leaves(self.data, InlineMarkdown))
        marked_up = [(steps, text, count) for steps, text, count in texts if count]
        sums = accumulate(count for _, _, count in marked_up)
        return tuple(
            Markup(steps, text, count > MOST_MARKUP or total > MOST_MARKUP_OF_ENTRY)
            for (steps, text, count), total in zip(marked_up, sums, strict=True)
        )

    @cached_property
    def citations(self) -> tuple[tuple[Steps, Citation], ...]:
        """All citations, each with the steps to it."""
        return tuple(parts(self.data, Citation))

    def finding(self, steps: Steps, message: Message) -> Finding:
        """Return a finding at the value at `steps`."""
        return Finding(self.source.path, *self.source.place(steps), message)


@dataclass(frozen=True)
class Library:
    """All entries, by kind and id.

    `ids` has the ids of all files by kind, including files that do not fit their shape.
    """

    vocabulary_file: Entry[Vocabulary]
    by_kind: Mapping[str, Mapping[str, Entry[EntryShape]]]
    ids: Mapping[str, frozenset[str]]

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary from which entries choose terms."""
        return self.vocabulary_file.data

    @property
    def case_studies(self) -> Mapping[str, Entry[CaseStudy]]:
        """The case studies by id."""
        return self.shaped(CaseStudy)

    @property
    def technologies(self) -> Mapping[str, Entry[Technology]]:
        """The technologies by id."""
        return self.shaped(Technology)

    @property
    def patterns(self) -> Mapping[str, Entry[Pattern]]:
        """The patterns by id."""
        return self.shaped(Pattern)

    @property
    def organisations(self) -> Mapping[str, Entry[Organisation]]:
        """The organisations by id."""
        return self.shaped(Organisation)

    @property
    def paths(self) -> Mapping[str, Entry[ReadingPath]]:
        """The reading paths by id."""
        return self.shaped(ReadingPath)

    @cached_property
    def known(self) -> Known:
        """The names of all entries and terms, for suggestions; only problems need it."""
        return _known(self.vocabulary, self.by_kind, {})

    def shaped(self, shape: type[K]) -> Mapping[str, Entry[K]]:
        """Return the entries of the kind with this shape, by id."""
        return cast("Mapping[str, Entry[K]]", self.by_kind[KIND_BY_SHAPE[shape].name])

    def of(self, kind: str) -> Mapping[str, Entry[EntryShape]]:
        """Return the entries of one kind by id."""
        return self.by_kind[kind]

    def entries(self) -> Iterator[Entry[EntryShape]]:
        """Yield all entries, kind by kind, in the order of their ids."""
        for kind in KINDS:
            yield from self.of(kind.name).values()

    def files(self) -> Iterator[Entry[Shape]]:
        """Yield the vocabulary and all entries."""
        yield self.vocabulary_file
        yield from self.entries()

    def drafts(self) -> tuple[Entry[EntryShape], ...]:
        """Return the entries that are not published yet."""
        return tuple(entry for entry in self.entries() if entry.data.draft)

    def published(self) -> "Library":
        """Return the library without drafts, as if their files did not exist."""
        return self.without({entry.address for entry in self.drafts()})

    def with_ids(self, named: Sequence[tuple[str, str]]) -> "Library":
        """Return the library with the ids of other files, each with its kind."""
        more = {kind: frozenset(name for owner, name in named if owner == kind) for kind in self.ids}
        return replace(self, ids={kind: names | more[kind] for kind, names in self.ids.items()})

    def without(self, addresses: Collection[str]) -> "Library":
        """Return the library without the entries at `addresses`."""
        kept = {
            kind: {name: entry for name, entry in entries.items() if entry.address not in addresses}
            for kind, entries in self.by_kind.items()
        }
        ids = {
            kind: frozenset(name for name in names if f"{kind}:{name}" not in addresses)
            for kind, names in self.ids.items()
        }
        return replace(self, by_kind=kept, ids=ids) if addresses else self


@dataclass(frozen=True)
class Reading:
    """The result of reading a folder: problems, and the library unless the vocabulary or a folder is unreadable."""

    library: Library | None
    problems: tuple[Problem, ...]


def read_library(folder: Path, workers: int = 1, vocabulary: Entry[Vocabulary] | None = None) -> Reading:
    """Read all entries below `folder` with `workers` processes; paths in problems begin with `folder` as given.

    `vocabulary` takes the place of that in `folder`.
    """
    files, problems = survey(folder)
    is_closed = any(problem.rule == FileRule.UNREADABLE_FILE.rule.name for problem in problems)
    vocabulary = vocabulary or _read_vocabulary(folder / VOCABULARY_FILE, problems)
    sources = spread(lambda number: read_file(files[number][1]), len(files), workers)
    entries: dict[str, dict[str, Entry[EntryShape]]] = {kind.name: {} for kind in KINDS}
    misfits: dict[str, dict[str, YamlFile]] = {kind.name: {} for kind in KINDS}
    for (kind, path), source in zip(files, sources, strict=True):
        if entry := _entry(kind, path, source):
            entries[kind.name][entry.id] = entry
            problems += source.problems
        else:
            misfits[kind.name][path.stem] = source
    known = _known(vocabulary.data, entries, misfits) if vocabulary and any(misfits.values()) else None
    problems += [
        found for kind in KINDS for one in misfits[kind.name].values() for found in fit(one, kind.shape, known)[1]
    ]
    if vocabulary is None or is_closed:  # references to unreadable entries would be reported as unknown
        return Reading(None, tuple(sorted(problems)))
    ids = {kind.name: frozenset(path.stem for owner, path in files if owner is kind) for kind in KINDS}
    return Reading(Library(vocabulary, entries, ids), tuple(sorted(problems)))


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


def _known(
    vocabulary: Vocabulary,
    entries: Mapping[str, Mapping[str, Entry[EntryShape]]],
    misfits: Mapping[str, Mapping[str, YamlFile]],
) -> Known:
    """Return the names of the entries, including those of files that do not fit their shape."""
    names: dict[str, dict[str, tuple[str, ...]]] = {kind.name: {} for kind in KINDS}
    for kind in KINDS:
        for name, entry in entries[kind.name].items():
            names[kind.name][name] = entry.data.names
        for name, source in misfits.get(kind.name, {}).items():
            names[kind.name][name] = _names_in(source.data)
    return known_of(vocabulary, names)


def _names_in(data: Data) -> tuple[str, ...]:
    """Return the name that a file gives, although it does not fit its shape."""
    name = data.get("name") if isinstance(data, Mapping) else None
    return (name,) if isinstance(name, str) else ()


def _entry(kind: Kind, path: Path, source: YamlFile) -> Entry[EntryShape] | None:
    data = fitting(source, kind.shape)
    places = replace(source, data=None)  # the model holds the data
    return None if data is None else Entry(kind.name, path.stem, f"{kind.folder}/{path.name}", data, places)


def _read_vocabulary(path: Path, problems: list[Problem]) -> Entry[Vocabulary] | None:
    if not is_file(path):
        message = "this file is missing; it has the families, categories and units that entries choose from"
        problems.append(FileRule.NO_VOCABULARY.problem(path.as_posix(), TOP, message))
        return None
    source = read_file(path)
    vocabulary, found = fit(source, Vocabulary)
    problems += found
    return None if vocabulary is None else Entry("vocabulary", "vocabulary", VOCABULARY_FILE, vocabulary, source)
