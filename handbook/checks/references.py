"""Ids and links: what they name has to be there, and has to be one thing."""

from collections import Counter
from collections.abc import Collection, Iterator

from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy, Lesson
from handbook.model.entry import EntryShape
from handbook.model.evidence import Source
from handbook.model.fields import Local, Reference, Shape, Term
from handbook.model.figure import Figure
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.pattern import Pattern
from handbook.model.structure import fields_of, leaves, parts
from handbook.nearest import did_you_mean, one_of
from handbook.problem import Finding, Message, Steps
from handbook.text import candidates, entry_links, unsafe_links


def unknown_reference(library: Library) -> Iterator[Finding]:
    """A field names an entry that does not exist."""
    for entry in library.files():
        for steps, mark, value in leaves(entry.data, Reference):
            kind, name = value.split(":") if mark.kind == "any" else (mark.kind, value)
            if kind not in library.ids:
                remedy = did_you_mean(kind, library.ids) or f"; the kinds are {one_of(library.ids)}"
                yield entry.finding(steps, f"there is no kind `{kind}`{remedy}")
            elif name not in library.ids[kind]:
                create = f"; `python scripts/new.py {kind} {name}` creates one"
                yield entry.finding(steps, _unknown(f"there is no {kind} `{name}`", name, library.ids[kind], create))


def _unknown(found: str, name: str, known: Collection[str], remedy: str = "") -> Message:
    """Return what makes the message that `name` is none of the `known` ones; to find the nearest takes long."""

    def message() -> str:
        there_are = f"; there are {one_of(known, 20)}" if known else "; there are none"
        return f"{found}{did_you_mean(name, known) or remedy or there_are}"

    return message


def unknown_term(library: Library) -> Iterator[Finding]:
    """A field holds a word that `content/vocabulary.yml` does not list."""
    terms = {section: [term.id for term in getattr(library.vocabulary, section)] for section in SECTIONS}
    for entry in library.entries():
        for steps, mark, value in leaves(entry.data, Term):
            if value not in terms[mark.section]:
                found = f"`{value}` is not one of the {mark.section} in the vocabulary"
                yield entry.finding(steps, _unknown(found, value, terms[mark.section]))


SECTIONS = ("families", "categories", "themes", "domains", "levels", "measures", "units")


def unknown_local_id(library: Library) -> Iterator[Finding]:
    """A field names a source, a claim or a component that this file does not have."""
    for entry in library.entries():
        known = _local_ids(entry)
        for steps, mark, value in leaves(entry.data, Local):
            if value not in known[mark.what]:
                yield entry.finding(steps, _unknown(f"this file has no {mark.what} `{value}`", value, known[mark.what]))


def _local_ids(entry: Entry[EntryShape]) -> dict[str, set[str]]:
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


def unknown_lesson(library: Library) -> Iterator[Finding]:
    """A lesson contradicts (`against`) one that the other case study does not have."""
    for entry in library.case_studies.values():
        for steps, lesson in parts(entry.data, Lesson):
            for number, other in enumerate(lesson.against):
                case = library.case_studies.get(other.case_study)
                known = [one.id for one in case.data.lessons] if case else []
                if case and other.lesson not in known:
                    message = _unknown(f"`{other.case_study}` has no lesson `{other.lesson}`", other.lesson, known)
                    yield entry.finding((*steps, "against", number, "lesson"), message)


def unknown_link(library: Library) -> Iterator[Finding]:
    """A `[[link]]` in a text leads to nothing."""
    everything = sorted({name for known in library.ids.values() for name in known})
    for entry, steps, target in _links(library):
        if not candidates(target, library.ids):
            name, remedy = target.rpartition(":")[2], "; write an id, or remove the brackets"
            yield entry.finding(steps, _unknown(f"`[[{target}]]` leads to nothing", name, everything, remedy))


def ambiguous_link(library: Library) -> Iterator[Finding]:
    """A `[[link]]` can mean entries of several kinds, because it does not name the kind: `[[organisation:google]]`."""
    for entry, steps, target in _links(library):
        found = candidates(target, library.ids)
        if len(found) > 1:
            choices = " or ".join(f"`[[{address}]]`" for address in found)
            message = f"`[[{target}]]` can mean {len(found)} entries; write {choices}"
            yield entry.finding(steps, message)


def _links(library: Library) -> Iterator[tuple[Entry[EntryShape], Steps, str]]:
    for entry in library.entries():
        for steps, value in entry.bracketed_texts:
            for link in entry_links(value):
                yield entry, steps, link.target


def unsafe_link(library: Library) -> Iterator[Finding]:
    """A link in a text is not an http, https or mailto address."""
    for entry in library.entries():
        for steps, value in entry.bracketed_texts:
            for url in unsafe_links(value):
                message = f"the link `{url[:60]}` is not http, https or mailto; link an entry with `[[id]]`"
                yield entry.finding(steps, message)


def self_reference(library: Library) -> Iterator[Finding]:
    """An entry, source or figure names itself as its own alternative, parent, text or test."""
    for entry in library.entries():
        for steps, mark, value in leaves(entry.data, Reference):
            if value == (entry.address if mark.kind == "any" else entry.id) and mark.kind in ("any", entry.kind):
                yield entry.finding(steps, f"`{value}` is this entry itself; name another")
        for steps, source in parts(entry.data, Source):
            if source.text_of == source.id:
                message = f"`{source.id}` is this source itself; name the video or talk whose text it is"
                yield entry.finding((*steps, "text_of"), message)
        for steps, figure in parts(entry.data, Figure):
            if figure.derived and figure.id in figure.derived.of:
                message = f"`{figure.id}` is this figure itself; derive it from others"
                yield entry.finding((*steps, "derived", "of"), message)


def duplicate_id(library: Library) -> Iterator[Finding]:
    """Two claims, components, points, sources or words have the same id, and so the same address."""
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
        yield str(steps[-1]), {(*steps, n): name for n, item in enumerate(items) if (name := claim_id(item))}


def _lists_of(data: Shape, steps: Steps) -> Iterator[tuple[Steps, tuple[Shape, ...]]]:
    for field in fields_of(type(data)):
        if field.many and field.shape:
            yield (*steps, field.key), getattr(data, field.name)


def claim_id(item: Shape) -> str:
    """Return the id that a part has, or takes from the pattern or technology that it is about."""
    own = getattr(item, "id", None) or getattr(item, "pattern", None) or getattr(item, "technology", None)
    return str(own or "")


def name_collision(library: Library) -> Iterator[Finding]:
    """Two entries of a kind have the same name, counting `also_known_as` and `formerly`."""
    for kind in KIND_BY_NAME:
        owners = {name.casefold(): entry.id for entry in library.of(kind).values() for name in _own_names(entry)}
        owners |= {name: name for name in library.ids[kind]}
        for entry in library.of(kind).values():
            yield from _collisions(entry, owners)


def _collisions(entry: Entry[EntryShape], owners: dict[str, str]) -> Iterator[Finding]:
    for key in ("also_known_as", "formerly"):
        for number, name in enumerate(getattr(entry.data, key)):
            owner = owners.setdefault(name.casefold(), entry.id)
            if owner != entry.id:
                message = f"`{name}` is what the {entry.kind} `{owner}` is called; remove it from one of the two"
                yield entry.finding((key, number), message)
            elif key == "formerly" and name == entry.id:
                message = f"`{name}` is the current id of this entry; `formerly` lists earlier ids only"
                yield entry.finding((key, number), message)


def _own_names(entry: Entry[EntryShape]) -> Iterator[str]:
    yield entry.id
    if name := getattr(entry.data, "name", None):
        yield name
