"""The tasks of the work list: what each entry lacks, where, and how much effort it takes to add it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, cast

from handbook import addresses
from handbook.library import Entry
from handbook.links import Links
from handbook.model.case_study import CaseStudy
from handbook.model.entry import Attempt, EntryShape, TaskName
from handbook.model.evidence import Evidence
from handbook.model.fields import Shape
from handbook.model.organisation import Organisation, OrganisationStatus
from handbook.model.pattern import Pattern
from handbook.model.structure import fields_of, parts
from handbook.model.technology import Technology, TechnologyStatus
from handbook.problem import Steps
from handbook.report import report
from handbook.stances import missing_sides
from handbook.support import is_backed, primary_sources, without_flow

Effort = Literal["two-minutes", "twenty-minutes", "evening", "review"]
ANCHORS = {
    "figures": "figure", "decisions": "decision", "lessons": "lesson", "timeline": "event", "patterns": "pattern",
    "technologies": "technology", "components": "component", "flows": "flow", "sources": "source", "excels": "excels",
    "fails": "fails", "alternatives": "alternative",
}  # fmt: skip
"""The kind of anchor of the items of a list."""


class TaskPlace(NamedTuple):
    """A place in an entry: its keys and ids from the top (`figures.requests`), its address on the site, and a remark.

    It has no line, so it stays when the file changes. Each part may be empty.
    """

    path: str = ""
    url: str = ""
    note: str = ""


Find = Callable[[Entry[EntryShape], Links], Iterable[TaskPlace]]


@dataclass(frozen=True, slots=True)
class Need:
    """A kind of task: its name, its effort, what to do, and what finds its places in an entry."""

    id: TaskName
    effort: Effort
    name: str
    ask: str
    find: Find
    command: str = ""
    """The command to begin with, in which `{}` is the file; empty if the task begins with an edit."""


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task in an entry, and the attempts at it that failed."""

    need: Need
    entry: Entry[EntryShape]
    attempts: tuple[Attempt, ...]
    links: Links = field(repr=False, compare=False)

    @property
    def spots(self) -> tuple[TaskPlace, ...]:
        """The places of the task, found at each call: of most tasks, nobody asks for them."""
        return tuple(self.need.find(self.entry, self.links))


def tasks_of(entry: Entry[EntryShape], links: Links) -> Iterator[OpenTask]:
    """Yield the tasks of an entry, those with the least effort first."""
    for need in NEEDS:
        if next(iter(need.find(entry, links)), None):
            attempts = tuple(attempt for attempt in entry.data.attempts if attempt.task == need.id)
            yield OpenTask(need, entry, attempts, links)


def _spot(entry: Entry[EntryShape], steps: Steps) -> TaskPlace:
    path = tuple(_path(entry.data, steps))
    return TaskPlace(".".join(path), _url(entry, path))


def _path(value: Shape, steps: Steps) -> Iterator[str]:
    """Yield the keys to a value, with ids instead of positions."""
    inner: object = value
    for step in steps:
        if isinstance(step, int):
            assert isinstance(inner, tuple)
            inner = inner[step]
            yield str(_id(inner) or step + 1)
        else:
            assert isinstance(inner, Shape)
            inner = getattr(inner, next(field.name for field in fields_of(type(inner)) if field.key == step))
            yield step


def _id(item: object) -> object:
    """Return what tells an item of a list from the others: its own id, or that of the entry that it is about."""
    names = ("claim_id", "id", "technology", "pattern")
    return next((getattr(item, name) for name in names if getattr(item, name, None)), None)


def _url(entry: Entry[EntryShape], path: tuple[str, ...]) -> str:
    """Return the address of the claim or source around a value, or an empty string if it has none of its own."""
    inner = path[1:] if path[0] == "architecture" else path
    if len(inner) < 2 or inner[0] not in ANCHORS:
        return ""
    anchor = addresses.anchor(ANCHORS[inner[0]], inner[1])
    if entry.kind == "case-study":
        return addresses.proof(entry.id, anchor)
    return f"{addresses.page(entry.kind, entry.id)}#{anchor}"


def _without_place(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    return (_spot(entry, steps) for steps, citation in entry.citations if citation.at is None)


def _without_scope(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    figures = entry.data.figures if isinstance(entry.data, CaseStudy) else ()
    return (_spot(entry, ("figures", number)) for number, figure in enumerate(figures) if figure.scope is None)


def _without_date_of_status(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    status = entry.data.status if isinstance(entry.data, Technology | Organisation) else None
    looked_up = status.checked if isinstance(status, TechnologyStatus) else None
    if isinstance(status, TechnologyStatus | OrganisationStatus) and not (status.since or looked_up):
        yield TaskPlace("status", f"{addresses.page(entry.kind, entry.id)}#status")


def _without_primary_source(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    """Yield the claims without a primary source; a pattern has no builders whose word would count more."""
    if not isinstance(entry.data, Pattern):
        primary = primary_sources(entry)
        claims = parts(entry.data, Evidence)
        yield from (_spot(entry, steps) for steps, claim in claims if not is_backed(claim, primary))


def _never_archived(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    sources = enumerate(entry.sources)
    return (_spot(entry, ("sources", number)) for number, source in sources if source.archived is None)


def _without_strengths(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    if isinstance(entry.data, Technology):
        yield from (TaskPlace(key) for key in ("excels", "fails") if not getattr(entry.data, key))


def _without_flow(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    page = addresses.page(entry.kind, entry.id)
    for name in without_flow(entry.data) if isinstance(entry.data, CaseStudy) else ():
        yield TaskPlace(f"architecture.components.{name}", f"{page}#{addresses.anchor('component', name)}")


def _not_read(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    sources = enumerate(entry.sources)
    return (_spot(entry, ("sources", number)) for number, source in sources if source.read == "none")


def _below_depth(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    if isinstance(entry.data, CaseStudy):
        yield from (TaskPlace(note=part) for part in report(cast("Entry[CaseStudy]", entry)).missing)


def _in_no_case(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    if isinstance(entry.data, Technology) and entry.id not in links.uses_of_technology:
        yield TaskPlace(note="no case study mentions it")


def _with_one_side(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    if isinstance(entry.data, Pattern):
        missing = missing_sides(entry.data, links.uses_of_pattern.get(entry.id, ()))
        yield from (TaskPlace(note=words) for words in missing)


def _with_sources(entry: Entry[EntryShape], links: Links) -> Iterator[TaskPlace]:
    if entry.sources:
        yield TaskPlace()


NEEDS = (
    Need("place", "two-minutes", "Place in a source", "Say where in the source it is (`at`)", _without_place),
    Need(
        "scope", "two-minutes", "Scope of a figure", "Say which part of the system it covers (`scope`)",
        _without_scope,
    ),
    Need(
        "status-date", "two-minutes", "Date of a status",
        "Say since when the status holds (`since`) or when you looked it up (`checked`)", _without_date_of_status,
    ),
    Need("primary-source", "two-minutes", "Primary source", "Cite a primary source", _without_primary_source),
    Need(
        "archive", "two-minutes", "Archived copy", "Give the address of an archived copy (`archived`)",
        _never_archived, 'make links ARGS="--archive {}"',
    ),
    Need(
        "strengths", "twenty-minutes", "Strengths and limits",
        "Write where it excels and where it fails, each point with its source", _without_strengths,
    ),
    Need(
        "flow", "twenty-minutes", "Flow", "Add the flow that touches the component, if a source describes it",
        _without_flow,
    ),
    Need(
        "reading", "twenty-minutes", "Source to read",
        "Read the source, and say what it supports or contradicts (`read`)", _not_read,
    ),
    Need(
        "depth", "evening", "Depth", "Complete the case study", _below_depth, 'make check ARGS="--report {}"',
    ),
    Need("use", "evening", "Use", "Find a system that used it, and add what it used it for", _in_no_case),
    Need("other-side", "evening", "Other side", "Find a system on the other side", _with_one_side),
    Need("review", "review", "Review", "Read it against its sources, then set `reviewed`", _with_sources),
)  # fmt: skip
"""All kinds of tasks."""
