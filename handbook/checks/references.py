"""Checks of references: every id that a field names exists."""

from collections.abc import Callable, Iterator

from handbook.known import SECTIONS
from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy, Lesson
from handbook.model.entry import EntryShape
from handbook.model.evidence import Source
from handbook.model.fields import Local, Reference, Term
from handbook.model.figure import Figure
from handbook.model.pattern import Pattern
from handbook.model.structure import leaves, parts
from handbook.nearest import did_you_mean, one_of, suggestion, unknown
from handbook.problem import Finding, of_one_entry


def unknown_reference(library: Library) -> Iterator[Finding]:
    """A field names an entry that does not exist."""
    for entry in library.files():
        for steps, mark, value in leaves(entry.data, Reference):
            kind, name = value.split(":") if mark.kind == "any" else (mark.kind, value)
            if kind not in library.ids:
                remedy = did_you_mean(kind, library.ids) or f"; the kinds are {one_of(library.ids)}"
                yield entry.finding(steps, f"there is no kind `{kind}`{remedy}")
            elif name not in library.ids[kind]:
                yield entry.finding(steps, _no_entry(library, mark, kind, name))


def _no_entry(library: Library, mark: Reference, kind: str, name: str) -> Callable[[], str]:
    def message() -> str:
        known = library.known
        elsewhere = suggestion(known.addresses(f"{kind}:{name}", exactly=True)) if mark.kind == "any" else ""
        return f"there is no {kind} `{name}`{elsewhere or known.entry(kind, name)}"

    return message


def unknown_term(library: Library) -> Iterator[Finding]:
    """A field holds a term that is not in `content/vocabulary.yml`."""
    terms = {section: {term.id for term in getattr(library.vocabulary, section)} for section in SECTIONS}
    for entry in library.entries():
        for steps, mark, value in leaves(entry.data, Term):
            if value not in terms[mark.section]:
                yield entry.finding(steps, _no_term(library, mark, value))


def _no_term(library: Library, mark: Term, value: str) -> Callable[[], str]:
    def message() -> str:
        there_are = f"; there are {one_of(term.id for term in getattr(library.vocabulary, mark.section))}"
        found = f"`{value}` is not one of the {mark.section} in the vocabulary"
        return f"{found}{library.known.advice(mark, value) or there_are}"

    return message


@of_one_entry
def unknown_local_id(library: Library) -> Iterator[Finding]:
    """A field names a source, claim or component that does not exist in the file."""
    for entry in library.entries():
        known = _local_ids(entry)
        for steps, mark, value in leaves(entry.data, Local):
            if value not in known[mark.what]:
                yield entry.finding(steps, unknown(f"this file has no {mark.what} `{value}`", value, known[mark.what]))


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
    """The `against` of a lesson names a lesson that the other case study does not have."""
    for entry in library.case_studies.values():
        for steps, lesson in parts(entry.data, Lesson):
            for number, other in enumerate(lesson.against):
                case = library.case_studies.get(other.case_study)
                known = [one.id for one in case.data.lessons] if case else []
                if case and other.lesson not in known:
                    message = unknown(f"`{other.case_study}` has no lesson `{other.lesson}`", other.lesson, known)
                    yield entry.finding((*steps, "against", number, "lesson"), message)


@of_one_entry
def self_reference(library: Library) -> Iterator[Finding]:
    """An entry, source or figure refers to itself: as its alternative, parent, original or operand."""
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
