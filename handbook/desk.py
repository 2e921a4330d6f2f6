"""One file among all others, for the editor in the browser: its problems and its page. Texts in, JSON out."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pkgutil import resolve_name

from handbook import addresses
from handbook.checks.catalogue import find_advice, find_problems
from handbook.checks.dates import latest_date
from handbook.completion import field_tree, lists
from handbook.exports.archive import CONTENT, read_archive
from handbook.exports.claims import addressed
from handbook.exports.documents import as_json
from handbook.faces import make_casebook
from handbook.library import Entry, Library
from handbook.model.entry import EntryShape
from handbook.model.fields import Shape
from handbook.model.kinds import KINDS, Kind
from handbook.model.structure import parts
from handbook.pictures.diagram import Diagram, Draft
from handbook.pictures.graph import Graph
from handbook.pictures.layouts import Layouts, key_of
from handbook.problem import Problem
from handbook.reading import Reading, with_file
from handbook.renderer import Renderer
from handbook.scaffold.entry import new_entry
from handbook.scaffold.example import Wishes
from handbook.source import read_source
from handbook.survey import fault_of_id


@dataclass(frozen=True, slots=True)
class LayoutsSoFar(Layouts):
    """Layouts that note which diagrams have none yet; those are laid out in rows."""

    missing: dict[str, Graph] = field(default_factory=dict)

    def diagram(self, draft: Draft) -> Diagram:
        """Return the diagram of a draft."""
        if draft.is_drawn and key_of(draft.request) not in self.answers:
            self.missing[key_of(draft.request)] = draft.request
        return Layouts.diagram(self, draft)


class Desk:
    """The other files, and the layouts of diagrams that were drawn so far."""

    def __init__(self, archive: str) -> None:
        """Take the entries of an archive (see `exports/archive.py`)."""
        self._library = read_archive(archive)
        self._answers: dict[str, Graph] = {}

    def start(self) -> str:
        """Return what the editor has to know: the fields of each kind, the ids of entries and terms, the folders."""
        trees = {kind.name: field_tree(kind.shape) for kind in KINDS}
        folders = {kind.name: kind.folder for kind in KINDS}
        return as_json({"fields": trees, "lists": lists(self._library), "folders": folders})

    def new(self, kind: str, name: str) -> str:
        """Return the text of a new entry, or why it cannot have this id."""
        if fault := fault_of_id(name):
            return as_json({"fault": f"“{name}” cannot be an id: {fault}."})
        if name in self._library.ids[kind]:
            return as_json({"fault": f"There is an entry “{name}” of this kind already."})
        return as_json({"text": new_entry(Wishes(kind, name), self._library)})

    def check(self, file: str, text: str, moment: str) -> str:
        """Return the problems of the content with `text` as the file; if it has none, the advice on it.

        `moment` is the current time in ISO 8601.
        """
        reading = self._reading(file, text)
        problems = find_problems(reading, latest_date(datetime.fromisoformat(moment)))
        advice = () if problems else find_advice(_only(reading, file))
        return as_json([_told(one, "problem") for one in problems] + [_told(one, "advice") for one in advice])

    def line(self, file: str, text: str, anchor: str) -> str:
        """Return the line of the claim or source with this fragment, or 1 if there is none."""
        entry = self._entry(file, text)
        for part, url in addressed(entry) if entry else ():
            if entry and url.rpartition("#")[2] == anchor:
                steps = next(steps for steps, shape in parts(entry.data, Shape) if shape is part.shape)
                return as_json(entry.source.place(steps).line)
        return "1"

    def page(self, file: str, text: str) -> str:
        """Return the page of the file, empty if it does not fit, and the diagrams on it that have no layout yet.

        A file with problems may have a page too. If not, this raises an error of any kind.
        """
        kind, library = _kind(file), _library(self._reading(file, text))
        entry = library.of(kind.name).get(_id(file))
        if entry is None:
            return as_json({"html": "", "drawings": {}})
        layouts = LayoutsSoFar(self._answers)
        book = replace(make_casebook(library), layouts=layouts)
        html = self._renderer.part(kind.template, resolve_name(kind.view)(book, entry))
        return as_json({"html": addresses.make_relative(html, addresses.WRITE), "drawings": layouts.missing})

    def laid_out(self, answers: str) -> None:
        """Take the layouts of diagrams, by the names that `page` gave them."""
        self._answers |= json.loads(answers)

    def _reading(self, file: str, text: str) -> Reading:
        return with_file(self._library, _kind(file), read_source(f"{CONTENT}/{file}", text.encode()))

    def _entry(self, file: str, text: str) -> Entry[EntryShape] | None:
        """Return the entry of the file, or None if it does not fit its shape."""
        return _library(self._reading(file, text)).of(_kind(file).name).get(_id(file))

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer()


def _library(reading: Reading) -> Library:
    assert reading.library, "only the vocabulary can be unreadable, and it is not edited here"
    return reading.library


def _kind(file: str) -> Kind:
    folder = file.partition("/")[0]
    return next(kind for kind in KINDS if kind.folder == folder)


def _id(file: str) -> str:
    return file.partition("/")[2].removesuffix(".yml")


def _only(reading: Reading, file: str) -> Library:
    """Return the library with one entry, because advice on an entry does not depend on the others."""
    library, own, name = _library(reading), _kind(file).name, _id(file)
    alone = {kind: {name: of[name]} if kind == own else {} for kind, of in library.by_kind.items()}
    return replace(library, by_kind=alone)


def _told(problem: Problem, level: str) -> dict[str, object]:
    return {
        "level": level, "file": problem.path.removeprefix(f"{CONTENT}/"), "line": problem.line,
        "column": problem.column, "message": problem.words, "rule": problem.rule,
    }  # fmt: skip
