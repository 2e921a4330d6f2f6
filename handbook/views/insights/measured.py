"""All figures of all case studies, by measure and by what can be compared."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from handbook import comparable, depth, wording
from handbook.collation import name_order
from handbook.comparable import CommonUnit, Comparable
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.figure import Figure
from handbook.pictures.dots import AxisMark, Dot, DotPlot, dot_plot, spread_out

WITHOUT_UNIT = "Without a unit"
"""The name of the figures that have only a factor or the words of the source."""


class Measured(NamedTuple):
    """A figure in its case study, and its value in base units if it has a single one."""

    entry: Entry[CaseStudy]
    figure: Figure
    base: float | None

    @property
    def is_drawn(self) -> bool:
        """Whether it is a measured value that a logarithmic axis can show."""
        return self.figure.status == "measured" and self.base is not None and self.base > 0

    @property
    def url(self) -> str:
        """The address of the figure."""
        return depth.claim(self.entry, "figure", self.figure.id)


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Comparable figures, the largest first and those without a single value last; `unit` is None without a unit.

    `tops` has the largest measured value of each system, the largest first.
    """

    anchor: str
    name: str
    dimension: str
    unit: CommonUnit | None
    figures: tuple[Measured, ...]
    tops: tuple[Measured, ...]

    def words(self, one: Measured) -> str:
        """Return a value in the common unit with its precision, or an empty string."""
        return self._said(one, self.unit.words) if self.unit else ""

    def label(self, one: Measured) -> str:
        """Return a value without what the name of the group says."""
        return self._said(one, self.unit.label) if self.unit else ""

    def _said(self, one: Measured, words: Callable[[float], str]) -> str:
        return "" if one.base is None else f"{wording.PREFIXES[one.figure.precision]}{words(one.base)}"


def by_measure(book: Casebook) -> Mapping[str, tuple[FigureGroup, ...]]:
    """Return the figures of each measure that has any, in the order of the vocabulary.

    The groups with values of the most systems come first.
    """
    kinds: dict[str, dict[Comparable | None, list[Measured]]] = defaultdict(lambda: defaultdict(list))
    for entry in book.library.case_studies.values():
        for figure in entry.data.figures:
            one = Measured(entry, figure, comparable.in_base_units(book, figure))
            kinds[figure.measure][comparable.comparable(book, figure)].append(one)
    return {name: _groups(book, name, kinds[name]) for name in book.terms["measures"] if name in kinds}


def _groups(book: Casebook, measure: str, kinds: Mapping[Comparable | None, list[Measured]]) -> tuple[FigureGroup, ...]:
    groups = _told_apart([_group(book, measure, kind, found) for kind, found in kinds.items()])
    return tuple(
        sorted(groups, key=lambda group: (group.unit is None, -len(group.tops), -len(group.figures), group.name))
    )


def _group(book: Casebook, measure: str, kind: Comparable | None, found: Sequence[Measured]) -> FigureGroup:
    figures = tuple(sorted(found, key=_largest_first))
    if kind is None:
        return FigureGroup(f"{measure}-in-words", WITHOUT_UNIT, "", None, figures, ())
    unit = comparable.common_unit(book, kind, (one.base for one in figures if one.base is not None))
    anchor = "-".join(filter(None, (measure, kind.dimension, kind.unit, kind.per)))
    return FigureGroup(
        anchor, comparable.name_of(book, kind, unit), kind.dimension, unit, figures, tuple(_tops(figures))
    )


def _largest_first(one: Measured) -> tuple[bool, float, str, str]:
    return one.base is None, -(one.base or 0), one.entry.id, one.figure.id


def _tops(figures: Iterable[Measured]) -> Iterator[Measured]:
    seen: set[str] = set()
    for one in figures:
        if one.is_drawn and one.entry.id not in seen:
            seen.add(one.entry.id)
            yield one


def _told_apart(groups: Sequence[FigureGroup]) -> Iterator[FigureGroup]:
    """Yield the groups; if several have a name, the dimension tells them apart: `Writes a second (time)`."""
    names = Counter(group.name for group in groups)
    for group in groups:
        yield replace(group, name=f"{group.name} ({group.dimension})") if names[group.name] > 1 else group


@dataclass(frozen=True, slots=True)
class Extreme:
    """A value with its system and its address."""

    words: str
    system: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class Plotted:
    """Comparable figures as a picture: the answer in one line, and how many of all systems are drawn.

    `picture` is None for fewer than two systems.
    """

    anchor: str
    name: str
    largest: Extreme | None
    smallest: Extreme | None
    systems: int
    drawn: int
    picture: DotPlot | None


def plotted(book: Casebook, group: FigureGroup, most: int) -> Plotted:
    """Return the picture of a group with at most `most` systems."""
    ends = [_extreme(book, group, one) for one in (group.tops[:1] + group.tops[1:][-1:])]
    chosen = spread_out([*_dots(book, group)], most) if len(ends) > 1 else ()
    return Plotted(
        anchor=group.anchor,
        name=group.name,
        largest=ends[0] if ends else None,
        smallest=ends[1] if len(ends) > 1 else None,
        systems=len(group.tops),
        drawn=len(chosen),
        picture=_picture(group, chosen) if chosen else None,
    )


def _extreme(book: Casebook, group: FigureGroup, one: Measured) -> Extreme:
    name = book.link("case-study", one.entry.id).name
    return Extreme(group.words(one), name, wording.noted_date(one.figure), one.url)


def _picture(group: FigureGroup, dots: Sequence[Dot]) -> DotPlot:
    assert group.unit is not None
    values = [value for dot in dots for value in (dot.value, *dot.others)]
    steps = group.unit.steps(min(values), max(values))
    return dot_plot(dots, [AxisMark(step.value, step.words) for step in steps])


def _dots(book: Casebook, group: FigureGroup) -> Iterator[Dot]:
    others: dict[str, list[float]] = defaultdict(list)
    for one in group.figures:
        if one.is_drawn:
            others[one.entry.id].append(one.base or 0)
    for top in group.tops:
        name, figure = book.link("case-study", top.entry.id).name, top.figure
        about = f"{wording.figure_value(figure, book.units)}: {wording.noted(figure)}, {wording.date(figure.as_of)}"
        label = ", ".join((group.label(top), *wording.notes(figure)))
        yield Dot(name, label, top.url, about, top.base or 0, tuple(others[top.entry.id][1:]))


def systems_in_order(figures: Iterable[Measured]) -> dict[str, str]:
    """Return the names of the systems of some figures by id, in the order of their names."""
    names = {one.entry.id: one.entry.data.name for one in figures}
    return dict(sorted(names.items(), key=lambda pair: name_order(pair[1])))
