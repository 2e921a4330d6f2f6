"""The library: all entries of a content folder by kind and id."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar, cast

from handbook.known import Known, known_of
from handbook.model import evidence
from handbook.model.case_study import CaseStudy
from handbook.model.entry import EntryShape
from handbook.model.evidence import Citation
from handbook.model.fields import InlineMarkdown, Shape
from handbook.model.kinds import KIND_BY_SHAPE, KINDS
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath
from handbook.model.structure import leaves, parts
from handbook.model.technology import Technology
from handbook.model.vocabulary import Vocabulary
from handbook.problem import Finding, Message, Steps
from handbook.source import YamlFile
from handbook.yaml_reader import Data

E = TypeVar("E", bound=Shape, covariant=True)
K = TypeVar("K", bound=EntryShape)
T = TypeVar("T")


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
    """One content file. `file` is its path below the content folder: `patterns/sharding.yml`.

    Two entries are equal if they say the same, wherever their files are.
    """

    kind: str
    id: str
    file: str
    data: E
    source: YamlFile = field(compare=False)
    kept: dict[object, object] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What functions with `kept_with_entry` returned, by function."""

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


def kept_with_entry(make: Callable[[Entry[EntryShape]], T]) -> Callable[[Entry[EntryShape]], T]:
    """Keep what `make` returns of an entry with it: while serving, an entry that has not changed outlives a build."""

    @wraps(make)
    def keep(entry: Entry[EntryShape]) -> T:
        if make not in entry.kept:
            entry.kept[make] = make(entry)
        return cast("T", entry.kept[make])

    return keep


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
        return known_names(self.vocabulary, self.by_kind, {})

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


def known_names(
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
