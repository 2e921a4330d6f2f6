"""Ids and links: what they name has to be there, and has to be one thing."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy, Lesson
from handbook.model.evidence import Source
from handbook.model.fields import Local, Reference, Shape, Term
from handbook.model.figure import Figure
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.pattern import Pattern
from handbook.model.structure import fields_of, leaves, parts
from handbook.nearest import did_you_mean, one_of
from handbook.problem import Problem, Steps
from handbook.text import candidates, entry_links, unsafe_links


def unknown_reference(library: Library, today: date) -> Iterator[Problem]:
    """A field names an entry that does not exist. Mend the id, or add the entry (`scripts/new.py KIND ID`)."""
    for entry in library.entries():
        for steps, mark, value in leaves(entry.data, Reference):
            kind, name = value.split(":") if mark.kind == "any" else (mark.kind, value)
            if name not in library.ids[kind]:
                near = did_you_mean(name, library.ids[kind])
                remedy = near or f"; `python scripts/new.py {kind} {name}` begins one"
                yield entry.problem(steps, f"there is no {kind} `{name}`{remedy}", "unknown-reference")


def unknown_term(library: Library, today: date) -> Iterator[Problem]:
    """A field holds a word that `content/vocabulary.yml` does not list. Take one that it lists, or propose the word."""
    terms = {section: [term.id for term in getattr(library.vocabulary, section)] for section in SECTIONS}
    for entry in library.entries():
        for steps, mark, value in leaves(entry.data, Term):
            if value not in terms[mark.section]:
                remedy = did_you_mean(value, terms[mark.section]) or f"; there are {one_of(terms[mark.section], 40)}"
                message = f"`{value}` is not among the {mark.section} of the vocabulary{remedy}"
                yield entry.problem(steps, message, "unknown-term")


SECTIONS = ("families", "categories", "themes", "domains", "levels", "measures", "units")


def unknown_local_id(library: Library, today: date) -> Iterator[Problem]:
    """A claim cites a source, or a step names a component, that this file does not have."""
    for entry in library.entries():
        known = _local_ids(entry)
        for steps, mark, value in leaves(entry.data, Local):
            if value not in known[mark.what]:
                there_are = f"; there are {one_of(known[mark.what])}" if known[mark.what] else "; there are none"
                remedy = did_you_mean(value, known[mark.what]) or there_are
                yield entry.problem(steps, f"this file has no {mark.what} `{value}`{remedy}", "unknown-local-id")


def _local_ids(entry: Entry[Any]) -> dict[str, set[str]]:
    data = entry.data
    known: dict[str, set[str]] = {"source": {source.id for source in entry.sources}}
    if isinstance(data, CaseStudy):
        claims = data.claim_ids()
        known |= {kind: set(ids) for kind, ids in claims.items()}
        known["group"] = {group.id for group in data.architecture.groups}
        known["claim"] = {f"{kind}:{name}" for kind, ids in claims.items() for name in ids}
    if isinstance(data, Pattern) and data.sketch:
        known["component"] = {component.id for component in data.sketch.components}
        known["group"] = {group.id for group in data.sketch.groups}
    return known


def unknown_lesson(library: Library, today: date) -> Iterator[Problem]:
    """A lesson is said to be against one that the other case study does not have."""
    for entry in library.case_studies.values():
        for steps, lesson in parts(entry.data, Lesson):
            for number, other in enumerate(lesson.against):
                case = library.case_studies.get(other.case_study)
                known = [one.id for one in case.data.lessons] if case else []
                if case and other.lesson not in known:
                    there_are = f"; there are {one_of(known)}" if known else "; there are none"
                    remedy = did_you_mean(other.lesson, known) or there_are
                    message = f"`{other.case_study}` has no lesson `{other.lesson}`{remedy}"
                    yield entry.problem((*steps, "against", number, "lesson"), message, "unknown-lesson")


def unknown_link(library: Library, today: date) -> Iterator[Problem]:
    """A `[[link]]` in a text leads to nothing."""
    everything = sorted({name for known in library.ids.values() for name in known})
    for entry, steps, target in _links(library):
        if not candidates(target, library.ids):
            name = target.rpartition(":")[2]
            remedy = did_you_mean(name, everything) or "; write an id, or take the brackets out"
            yield entry.problem(steps, f"`[[{target}]]` leads to nothing{remedy}", "unknown-link")


def ambiguous_link(library: Library, today: date) -> Iterator[Problem]:
    """A `[[link]]` could mean entries of several kinds. Write the kind before the id: `[[organisation:google]]`."""
    for entry, steps, target in _links(library):
        found = candidates(target, library.ids)
        if len(found) > 1:
            choices = " or ".join(f"`[[{address}]]`" for address in found)
            message = f"`[[{target}]]` can mean {len(found)} entries; write {choices}"
            yield entry.problem(steps, message, "ambiguous-link")


def _links(library: Library) -> Iterator[tuple[Entry[Any], Steps, str]]:
    for entry in library.entries():
        for steps, value in entry.bracketed_texts:
            for link in entry_links(value):
                yield entry, steps, link.target


def unsafe_link(library: Library, today: date) -> Iterator[Problem]:
    """A link in a text leads elsewhere than to http, https or mailto. Link entries with `[[id]]`."""
    for entry in library.entries():
        for steps, value in entry.bracketed_texts:
            for url in unsafe_links(value):
                message = f"the link `{url[:60]}` is not http, https or mailto; link an entry with `[[id]]`"
                yield entry.problem(steps, message, "unsafe-link")


def self_reference(library: Library, today: date) -> Iterator[Problem]:
    """An entry names itself: as its own alternative, relative, parent or text."""
    for entry in library.entries():
        for steps, mark, value in leaves(entry.data, Reference):
            if (mark.kind, value) == (entry.kind, entry.id):
                yield entry.problem(steps, f"`{value}` is this entry itself; name another", "self-reference")
        for steps, source in parts(entry.data, Source):
            if source.text_of == source.id:
                message = f"`{source.id}` is this source itself; name the video or talk that it writes up"
                yield entry.problem((*steps, "text_of"), message, "self-reference")
        for steps, figure in parts(entry.data, Figure):
            if figure.derived and figure.id in figure.derived.of:
                message = f"`{figure.id}` is this figure itself; a figure is tested by others"
                yield entry.problem((*steps, "derived", "of"), message, "self-reference")


def duplicate_id(library: Library, today: date) -> Iterator[Problem]:
    """Two claims, components, points, sources or words have the same id, and so the same address."""
    for entry in library.files():
        for kind, ids in _ids_by_list(entry.data):
            for name, count in Counter(ids.values()).items():
                steps = [place for place, value in ids.items() if value == name]
                for place in steps[1:]:
                    first = entry.source.place(steps[0]).line
                    message = f"`{name}` names {count} {kind} (first in line {first}); give each an `id` of its own"
                    yield entry.problem(place, message, "duplicate-id")


def _ids_by_list(data: Shape) -> Iterator[tuple[str, dict[Steps, str]]]:
    owners: list[tuple[Steps, Shape]] = [((), data)]
    if isinstance(data, CaseStudy):
        owners.append((("architecture",), data.architecture))
    if isinstance(data, Pattern) and data.sketch:
        owners.append((("sketch",), data.sketch))
    for steps, items in (found for place, owner in owners for found in _lists_of(owner, place)):
        yield str(steps[-1]), {(*steps, n): name for n, item in enumerate(items) if (name := claim_id(item))}


def _lists_of(data: Shape, steps: Steps) -> Iterator[tuple[Steps, tuple[Any, ...]]]:
    for field in fields_of(type(data)):
        if field.many and field.shape:
            yield (*steps, field.key), getattr(data, field.name)


def claim_id(item: Any) -> str:
    """Return the id that a part has, or takes from the pattern or technology that it is about."""
    own = getattr(item, "id", None) or getattr(item, "pattern", None) or getattr(item, "technology", None)
    return str(own or "")


def name_collision(library: Library, today: date) -> Iterator[Problem]:
    """An entry is also known, or was formerly known, by what another entry of its kind is called."""
    for kind in KIND_BY_NAME:
        owners = {name.casefold(): entry.id for entry in library.of(kind).values() for name in _own_names(entry)}
        owners |= {name: name for name in library.ids[kind]}
        for entry in library.of(kind).values():
            yield from _collisions(entry, owners)


def _collisions(entry: Entry[Any], owners: dict[str, str]) -> Iterator[Problem]:
    for key in ("also_known_as", "formerly"):
        for number, name in enumerate(getattr(entry.data, key)):
            owner = owners.setdefault(name.casefold(), entry.id)
            if owner != entry.id:
                message = f"`{name}` is what the {entry.kind} `{owner}` is called; take it out of one of the two"
                yield entry.problem((key, number), message, "name-collision")
            elif key == "formerly" and name == entry.id:
                message = f"`{name}` is the id that this entry has now; `formerly` lists the ids before"
                yield entry.problem((key, number), message, "name-collision")


def _own_names(entry: Entry[Any]) -> Iterator[str]:
    yield entry.id
    if name := getattr(entry.data, "name", None):
        yield name
