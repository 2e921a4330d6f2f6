"""A folder of content as one value: every entry by kind and id, and what is wrong with the files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar, cast

from handbook.files import FileRule
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
from handbook.nearest import did_you_mean, one_of
from handbook.parallel import spread
from handbook.problem import TOP, Finding, Problem, Steps
from handbook.shape import fit
from handbook.source import YamlFile, read_source

E = TypeVar("E", bound=Shape, covariant=True)
K = TypeVar("K", bound=EntryShape)
ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
MAX_ID = 64
VOCABULARY_FILE = "vocabulary.yml"
LEFT_BEHIND = (
    "*~", "#*#", "*.bak", "*.orig", "*.rej", "*.save", "*.sw?", "*.tmp", "4913", "*___jb_???___",
    "Thumbs.db", "desktop.ini",
)  # fmt: skip
"""Files that editors and systems put beside the one that is edited, besides hidden ones; `.gitignore` has them too."""


@dataclass(frozen=True)
class Entry(Generic[E]):
    """One file of content. `file` is its address below the content folder: `patterns/sharding.yml`."""

    kind: str
    id: str
    file: str
    data: E
    source: YamlFile

    @property
    def address(self) -> str:
        """The id with its kind, which no other entry has: `pattern:sharding`."""
        return f"{self.kind}:{self.id}"

    @property
    def sources(self) -> tuple[evidence.Source, ...]:
        """Its sources; a reading path has none."""
        sources: tuple[evidence.Source, ...] = getattr(self.data, "sources", ())
        return sources

    @cached_property
    def bracketed_texts(self) -> tuple[tuple[Steps, str], ...]:
        """The texts that may hold a link, each with the way to it; few do, and several checks read them."""
        texts = leaves(self.data, InlineMarkdown)
        return tuple((steps, text) for steps, _, text in texts if "[" in text)

    @cached_property
    def citations(self) -> tuple[tuple[Steps, Citation], ...]:
        """Every citation of a source, with the way to it."""
        return tuple(parts(self.data, Citation))

    def finding(self, steps: Steps, message: str) -> Finding:
        """Return what was found at the value at `steps`."""
        return Finding(self.source.path, *self.source.place(steps), message)


@dataclass(frozen=True)
class Library:
    """Everything that was read, by the name of its kind and its id.

    `ids` has, by kind, the ids of all files, also of those that do not fit their shape.
    """

    vocabulary_file: Entry[Vocabulary]
    by_kind: Mapping[str, Mapping[str, Entry[EntryShape]]]
    ids: Mapping[str, frozenset[str]]

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that entries choose from."""
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

    def shaped(self, shape: type[K]) -> Mapping[str, Entry[K]]:
        """Return the entries of the kind that has this shape, by id."""
        return cast("Mapping[str, Entry[K]]", self.by_kind[KIND_BY_SHAPE[shape].name])

    def of(self, kind: str) -> Mapping[str, Entry[EntryShape]]:
        """Return the entries of one kind by id."""
        return self.by_kind[kind]

    def entries(self) -> Iterator[Entry[EntryShape]]:
        """Yield all entries, kind by kind, in the order of their ids."""
        for kind in KINDS:
            yield from self.of(kind.name).values()

    def files(self) -> Iterator[Entry[Shape]]:
        """Yield all entries, and the vocabulary."""
        yield self.vocabulary_file
        yield from self.entries()


@dataclass(frozen=True)
class Reading:
    """What came of reading a folder: the library (None if the vocabulary cannot be used) and the problems found."""

    library: Library | None
    problems: tuple[Problem, ...]


def read_library(folder: Path, workers: int = 1) -> Reading:
    """Read all entries below `folder` with so many processes; paths in problems begin with `folder` as given."""
    problems = list(_misplaced(folder))
    vocabulary = _read_vocabulary(folder, problems)
    files = [(kind, path) for kind in KINDS for path in _files(folder / kind.folder)]
    sources = spread(lambda n: read_source(files[n][1].as_posix(), files[n][1].read_bytes()), len(files), workers)
    entries: dict[str, dict[str, Entry[EntryShape]]] = {kind.name: {} for kind in KINDS}
    for (kind, path), source in zip(files, sources, strict=True):
        if entry := _entry(kind, path, source, problems):
            entries[kind.name][entry.id] = entry
    if vocabulary is None:
        return Reading(None, tuple(sorted(problems)))
    ids = {kind.name: frozenset(path.stem for owner, path in files if owner is kind) for kind in KINDS}
    return Reading(Library(vocabulary, entries, ids), tuple(sorted(problems)))


def _entry(kind: Kind, path: Path, source: YamlFile, problems: list[Problem]) -> Entry[EntryShape] | None:
    data, found = fit(source, kind.shape)
    problems += found
    places = replace(source, data=None)  # the data lives on in the model
    return None if data is None else Entry(kind.name, path.stem, f"{kind.folder}/{path.name}", data, places)


def _read_vocabulary(folder: Path, problems: list[Problem]) -> Entry[Vocabulary] | None:
    path = folder / VOCABULARY_FILE
    if not path.is_file() or path.is_symlink():
        message = "this file is missing; it has the families, categories and units that entries choose from"
        problems.append(FileRule.NO_VOCABULARY.problem(path.as_posix(), TOP, message))
        return None
    source = read_source(path.as_posix(), path.read_bytes())
    vocabulary, found = fit(source, Vocabulary)
    problems += found
    return None if vocabulary is None else Entry("vocabulary", "vocabulary", VOCABULARY_FILE, vocabulary, source)


def _files(folder: Path) -> list[Path]:
    """Return the files that hold entries; everything else is misplaced."""
    if not folder.is_dir() or folder.is_symlink():
        return []
    return sorted(path for path in folder.iterdir() if not _fault_of_file(path))


def _misplaced(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each file that would otherwise be passed over in silence."""
    folders = {kind.folder for kind in KINDS}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if _is_left_behind(path) or path.name == VOCABULARY_FILE:
            continue
        if path.name not in folders or not path.is_dir() or path.is_symlink():
            near = did_you_mean(path.name, folders)
            message = f"the site does not read this; entries belong in {one_of(folders)}{near}"
            yield FileRule.MISPLACED_FILE.problem(path.as_posix(), TOP, message)
            continue
        for inner in sorted(path.iterdir()):
            if not _is_left_behind(inner) and (fault := _fault_of_file(inner)):
                yield FileRule.MISPLACED_FILE.problem(inner.as_posix(), TOP, fault)


def _is_left_behind(path: Path) -> bool:
    """Tell whether an editor or a system put this here; such files come and go while one writes."""
    named = any(fnmatchcase(path.name, form) for form in LEFT_BEHIND)
    return path.name.startswith(".") or (named and not path.is_dir())


def _fault_of_file(path: Path) -> str | None:
    if path.is_symlink():
        return "this is a link to another file; put the entry itself here"
    if not path.is_file():
        return "this is a folder; put entries directly in the folder of their kind"
    if path.suffix != ".yml":
        return f"the site does not read this; the name of an entry ends in .yml: `{_id_like(path.stem)}.yml`"
    if not ID.fullmatch(path.stem) or len(path.stem) > MAX_ID:
        form = f"lower-case letters, digits and single hyphens, at most {MAX_ID} of them"
        return f"the file name is the id: {form}; name it `{_id_like(path.stem)}.yml`"
    return None


def _id_like(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower())[:MAX_ID].strip("-") or "id"
