"""The numbers of all systems: an overview with a picture of each measure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook
from handbook.views.insights.measure import table_addresses
from handbook.views.insights.measured import FigureGroup, Plotted, plotted
from handbook.views.sections import Sections, sections

TITLE = "Numbers"
DESCRIPTION = "Every figure of every system by measure, in a common unit, from the largest to the smallest."
MOST_GROUPS = 2
"""The maximum number of pictures of a measure, which keeps the page below 300 KB; the page of the measure has more."""
MOST_SYSTEMS = 12
Measures = Mapping[str, tuple[FigureGroup, ...]]


class Pictured(NamedTuple):
    """A picture, and the address of the table with all its figures."""

    picture: Plotted
    table: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure: its pictures, or the answer in words, and the link to all its figures."""

    anchor: str
    what: str
    pictures: tuple[Pictured, ...]
    all: Link


@dataclass(frozen=True, slots=True)
class NumbersView:
    """The data of the page; `table` is the address of all figures as CSV."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    answer: str
    table: str
    measures: tuple[MeasureView, ...]


def numbers_view(book: Casebook, measures: Measures) -> NumbersView:
    """Return the overview."""
    views = tuple(_measure(book, name, groups) for name, groups in measures.items())
    names = book.terms["measures"]
    return NumbersView(
        breadcrumbs=(Link("Home", addresses.HOME), Link("Insights", addresses.INSIGHTS)),
        sections=sections(*((view.anchor, names[name].name, True) for name, view in zip(measures, views, strict=True))),
        answer=in_one_line(measures),
        table=addresses.table("figures"),
        measures=views,
    )


def _measure(book: Casebook, name: str, groups: tuple[FigureGroup, ...]) -> MeasureView:
    count = sum(len(group.figures) for group in groups)
    compared = [group for group in groups if len(group.tops) > 1] or list(groups[:1])
    tables = table_addresses(book, name, groups)
    return MeasureView(
        anchor=addresses.anchor("measure", name),
        what=book.term("measures", name).what,
        pictures=tuple(
            Pictured(plotted(book, group, MOST_SYSTEMS), tables[group.anchor]) for group in compared[:MOST_GROUPS]
        ),
        all=Link(wording.counted(count, "figure"), addresses.numbers(name)),
    )


def in_one_line(measures: Measures) -> str:
    """Return the counts in one line: `581 figures of 17 systems in 22 measures; 470 were measured, …`."""
    every = [one for groups in measures.values() for group in groups for one in group.figures]
    systems = wording.counted(len({one.entry.id for one in every}), "system")
    figures, kinds = wording.counted(len(every), "figure"), wording.counted(len(measures), "measure")
    measured = wording.number(sum(one.figure.status == "measured" for one in every))
    disputed = wording.number(sum(bool(one.figure.disputed) for one in every))
    derived = [one.figure.derived for one in every if one.figure.derived]
    adding = wording.counted(sum(one.adds_up for one in derived), "adds up", "add up")
    return (
        f"{figures} of {systems} in {kinds}: {measured} measured, {disputed} disputed, "
        f"{wording.number(len(derived))} computed from others, of which {adding}"
    )
