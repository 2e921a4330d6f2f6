"""Tasks of the work list, as pages show them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbook import wording
from handbook.context import Link
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.entry import Attempt, EntryShape
from handbook.model.vocabulary import WantedSystem
from handbook.tasks import OpenTask, TaskPlace, tasks_of
from handbook.views.freshness import Freshness, freshness

MOST_SPOTS = 3
"""The number of places of a task that a page names."""


@dataclass(frozen=True, slots=True)
class AttemptView:
    """An attempt that failed."""

    date: str
    what: Markup
    looked_in: Markup
    found: Markup | None


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task: in which entry, what to do, at which places, who failed at it, and how to begin.

    `more` is the number of places that are not named, `file` the path below the content folder, and `edit` the address
    at which the host of the repository edits it, or empty if none is known.
    """

    anchor: str
    entry: Link
    name: str
    ask: Markup
    spots: tuple[TaskPlace, ...]
    more: int
    attempts: tuple[AttemptView, ...]
    file: str
    edit: str
    command: str
    sources: tuple[Link, ...]
    fresh: Freshness | None
    facets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Upkeep:
    """How fresh an entry is, and its tasks except for the review, which every entry has."""

    fresh: Freshness | None
    tasks: tuple[TaskView, ...]

    @property
    def counted(self) -> str:
        """The number of tasks in words."""
        return wording.counted(len(self.tasks), "task")


def upkeep(book: Casebook, entry: Entry[EntryShape]) -> Upkeep:
    """Return how fresh an entry is, and its tasks."""
    return Upkeep(freshness(entry), tuple(task_view(book, task) for task in open_tasks(book, entry)))


def open_tasks(book: Casebook, entry: Entry[EntryShape]) -> Iterator[OpenTask]:
    """Yield the tasks that an entry has because it lacks something."""
    return (task for task in tasks_of(entry, book.links) if task.need.effort != "review")


def task_view(book: Casebook, task: OpenTask) -> TaskView:
    """Return a task as pages show it."""
    need, entry = task.need, task.entry
    named = tuple(spot for spot in task.spots if spot.path or spot.note)
    return TaskView(
        anchor=f"{entry.kind}-{entry.id}-{need.id}",
        entry=book.link(entry.kind, entry.id),
        name=need.name,
        ask=book.html(need.ask),
        spots=named[:MOST_SPOTS],
        more=len(named[MOST_SPOTS:]),
        attempts=tuple(_attempt(book, attempt) for attempt in task.attempts),
        file=f"content/{entry.file}",
        edit=f"{book.editing}{entry.file}" if book.editing else "",
        command=need.command.replace("{}", f"content/{entry.file}"),
        sources=(),
        fresh=freshness(entry) if need.effort == "review" else None,
        facets={"task": need.id, "kind": entry.kind},
    )


def wanted_view(book: Casebook, system: WantedSystem) -> TaskView:
    """Return the task to write a case study of a system."""
    return TaskView(
        anchor=f"wanted-{system.id}",
        entry=Link(system.name, ""),
        name="New system",
        ask=Markup.escape(system.why.removesuffix(".")),
        spots=(),
        more=0,
        attempts=(),
        file="",
        edit="",
        command=f"make new KIND=case-study ID={system.id}",
        sources=tuple(Link(source.title, source.url) for source in system.start),
        fresh=None,
        facets={"task": "system", "kind": "case-study"},
    )


def _attempt(book: Casebook, attempt: Attempt) -> AttemptView:
    return AttemptView(
        wording.when(attempt.date),
        book.html(attempt.what),
        book.html(attempt.looked_in),
        book.html_or_none(attempt.found),
    )
