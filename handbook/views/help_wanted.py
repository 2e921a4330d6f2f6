"""The work list: what entries lack, as tasks of two minutes, of twenty and of an evening, and the next reviews."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from handbook import addresses, wording
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.vocabulary import WantedSystem
from handbook.tasks import NEEDS, Effort, OpenTask, tasks_of
from handbook.views.filters import Filter, choices
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.sections import Sections, sections
from handbook.views.tasks import TaskView, task_view, wanted_view

TITLE = "Help wanted"
DESCRIPTION = "Tasks of two minutes, of twenty and of an evening, computed from what the entries lack."
MOST_ROWS = 250
"""The number of tasks on one page, which keeps it below 300 KB."""
FIRST = 20
"""How many tasks of each effort the start page shows."""

Item = OpenTask | WantedSystem


@dataclass(frozen=True, slots=True)
class EffortKind:
    """An effort: its name, and what tasks of it are."""

    id: Effort
    name: str
    what: str

    @property
    def url(self) -> str:
        """The address of its page."""
        return f"{addresses.HELP_WANTED}{self.id}/"


EFFORTS = (
    EffortKind("two-minutes", "Two minutes", "Small additions. Each place takes two minutes."),
    EffortKind("twenty-minutes", "Twenty minutes", "Read a source, and add what it says."),
    EffortKind("evening", "An evening", "Add a system, or complete one."),
    EffortKind(
        "review", "Reviews",
        "Read an entry against its sources. Those that were never reviewed come first, then the oldest.",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The tasks of an effort, or the first of them and a link to `all` of them."""

    anchor: str
    what: str
    rows: tuple[TaskView, ...]
    all: Link | None


@dataclass(frozen=True, slots=True)
class HelpWantedView:
    """The data of a page: the first tasks of every effort, or all tasks of one."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    title: str
    answer: str
    filters: tuple[Filter, ...]
    groups: tuple[TaskGroup, ...]
    links: TablePart[Item] | None


def help_wanted_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the start page, and the pages of each effort that has more tasks than the start page shows."""
    items = _items(book)
    start = partial(_start, book, items)
    yield IndexPage(addresses.HELP_WANTED, TITLE, DESCRIPTION, "help_wanted.html", start)
    for effort in EFFORTS:
        if len(items[effort.id]) > FIRST:
            for part in parts(effort.url, items[effort.id], MOST_ROWS, _name, _weight):
                more = f", page {part.number}" if part.number > 1 else ""
                title, what = f"{TITLE}: {effort.name.lower()}{more}", f"{effort.what.removesuffix('.')}{more}."
                yield IndexPage(part.url, title, what, "help_wanted.html", partial(_one, book, effort, part))


def _start(book: Casebook, items: dict[Effort, tuple[Item, ...]]) -> HelpWantedView:
    shown = [effort for effort in EFFORTS if items[effort.id]]
    groups = tuple(_group(book, effort, items[effort.id][:FIRST], len(items[effort.id])) for effort in shown)
    return HelpWantedView(
        breadcrumbs=(Link("Home", addresses.HOME), Link("Contribute", addresses.CONTRIBUTE)),
        sections=_sections(groups),
        title=TITLE,
        answer=_answer(items),
        filters=_filters(groups),
        groups=groups,
        links=None,
    )


def _one(book: Casebook, effort: EffortKind, part: TablePart[Item]) -> HelpWantedView:
    groups = (_group(book, effort, part.rows, len(part.rows)),)
    above = (("Home", addresses.HOME), ("Contribute", addresses.CONTRIBUTE), (TITLE, addresses.HELP_WANTED))
    return HelpWantedView(
        breadcrumbs=tuple(Link(*each) for each in above),
        sections=_sections(groups),
        title=f"{TITLE}: {effort.name.lower()}",
        answer=effort.what,
        filters=_filters(groups),
        groups=groups,
        links=part,
    )


def _group(book: Casebook, effort: EffortKind, shown: Sequence[Item], count: int) -> TaskGroup:
    rows = tuple(task_view(book, one) if isinstance(one, OpenTask) else wanted_view(book, one) for one in shown)
    more = Link(f"All {wording.counted(count, 'task')}", effort.url) if count > len(shown) else None
    return TaskGroup(effort.id, effort.what, rows, more)


def _sections(groups: Sequence[TaskGroup]) -> Sections:
    names = {effort.id: effort.name for effort in EFFORTS}
    return sections(*((group.anchor, names[group.anchor], True) for group in groups))  # type: ignore[index]


def _items(book: Casebook) -> dict[Effort, tuple[Item, ...]]:
    """Return all tasks by effort: the first of each kind of task, then the second, and so on."""
    found: dict[Effort, list[OpenTask]] = {effort.id: [] for effort in EFFORTS}
    for entry in book.library.entries():
        for task in tasks_of(entry, book.links):
            found[task.need.effort].append(task)
    return {
        "two-minutes": _in_turn(book, found["two-minutes"]),
        "twenty-minutes": _in_turn(book, found["twenty-minutes"]),
        "evening": (*_wanted(book), *_in_turn(book, found["evening"])),
        "review": (*sorted(found["review"], key=_last_review),),
    }


def _wanted(book: Casebook) -> Iterator[WantedSystem]:
    """Yield the systems asked for that have no case study yet."""
    cases = book.library.case_studies
    return (system for system in book.library.vocabulary.wanted if system.id not in cases)


def _in_turn(book: Casebook, tasks: list[OpenTask]) -> tuple[Item, ...]:
    """Return tasks with the kinds of task in turn, each beginning with the entries that most case studies use."""
    ranks: dict[str, int] = {}
    placed: list[tuple[int, int, OpenTask]] = []
    order = {need.id: number for number, need in enumerate(NEEDS)}
    for task in sorted(tasks, key=lambda task: _importance(book, task)):
        rank = ranks[task.need.id] = ranks.get(task.need.id, -1) + 1
        placed.append((rank, order[task.need.id], task))
    return tuple(task for _, _, task in sorted(placed, key=lambda item: item[:2]))


def _importance(book: Casebook, task: OpenTask) -> tuple[object, ...]:
    face = book.face(task.entry.kind, task.entry.id)
    return bool(task.attempts), -face.weight, name_order(face.name), face.kind


def _last_review(task: OpenTask) -> tuple[bool, str, str]:
    data = task.entry.data
    return bool(data.reviewed), str(data.reviewed or data.added or ""), task.entry.address


def _name(item: Item) -> str:
    return item.entry.data.called if isinstance(item, OpenTask) else item.name


def _weight(item: Item) -> int:
    return 1 + len(item.attempts) if isinstance(item, OpenTask) else 1


def _answer(items: dict[Effort, tuple[Item, ...]]) -> str:
    efforts = [effort for effort in EFFORTS if effort.id != "review"]
    counts = tuple(f"{wording.counted(len(items[one.id]), 'task')} of {one.name.lower()}" for one in efforts)
    return f"Computed from what the entries lack: {wording.listing(counts)}."


def _filters(groups: Sequence[TaskGroup]) -> tuple[Filter, ...]:
    rows = [row for group in groups for row in group.rows]
    tasks = {need.id: need.name for need in NEEDS} | {"system": "New system"}
    kinds = {kind.name: kind.label for kind in KIND_BY_NAME.values()}
    every = (
        Filter("task", "Task", choices(tasks, (row.facets["task"] for row in rows))),
        Filter("kind", "Kind of entry", choices(kinds, (row.facets["kind"] for row in rows))),
    )
    return tuple(each for each in every if len(each.choices) > 1)
