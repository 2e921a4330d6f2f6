"""Case studies that name both technologies of a comparison, and decisions that concern both."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from handbook.context import Link
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.links import Feature, InCase, Sharers
from handbook.model.case_study import CaseStudy, Decision
from handbook.model.entry import Period
from handbook.stances import KEPT
from handbook.views.use import DecisionLine, StanceGroup, decision_lines, stance_groups

P = TypeVar("P")
MOST = 20
"""The maximum number of case studies per group, and of decisions, on a page; the latest are shown."""
HEADINGS = {1: "Ran one, left or rejected the other", 2: "Ran both", 0: "Left or rejected both"}
"""The headings of the groups, by how many of the two a case study kept."""


@dataclass(frozen=True, slots=True)
class CommonCase:
    """A case study that names both, with its stances on each."""

    case: Link
    when: str
    stances: tuple[tuple[str, tuple[StanceGroup, ...]], ...]


@dataclass(frozen=True, slots=True)
class CommonGroup:
    """A group of case studies, the latest first; `more` is the number of those not shown."""

    heading: str
    cases: tuple[CommonCase, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CommonDecisions:
    """The decisions that concern both; `more` is the number of those not shown."""

    lines: tuple[DecisionLine, ...]
    more: int


def newest(parts: Iterable[InCase[P]]) -> list[InCase[P]]:
    """Return parts of case studies, the latest first, by their own period or that of the case study."""
    return sorted(
        parts, key=lambda use: recency(getattr(use.part, "period", None) or use.case.data.period), reverse=True
    )


def recency(span: Period) -> tuple[date, date]:
    """Return a sort key from the end and start of a period; an open end is the latest."""
    return span.until.latest if span.until else date.max, span.start.earliest if span.start else date.min


def common_cases(book: Casebook, one: str, other: str) -> tuple[Entry[CaseStudy], ...]:
    """Return the case studies that name both technologies, searched among those of the rarer one."""
    sharing, nobody = book.links.cases_sharing, Sharers((), {})
    rarer, other_one = sorted(
        (sharing.get(Feature("technology", name, ""), nobody) for name in (one, other)),
        key=lambda sharers: len(sharers.names),
    )
    cases = book.library.case_studies
    return tuple(cases[name] for name in rarer.names if name in other_one.position)


def common_groups(book: Casebook, pair: tuple[str, str], cases: Iterable[Entry[CaseStudy]]) -> Iterator[CommonGroup]:
    """Yield the case studies that name both, grouped by how many of the two they kept."""
    by_kept: dict[int, list[Entry[CaseStudy]]] = defaultdict(list)
    for case in sorted(cases, key=lambda case: recency(case.data.period), reverse=True):
        by_kept[_kept(pair, case)].append(case)
    for kept, heading in HEADINGS.items():
        if found := by_kept[kept]:
            shown = tuple(_common_case(book, pair, case) for case in found[:MOST])
            yield CommonGroup(heading, shown, len(found) - len(shown))


def _kept(pair: tuple[str, str], case: Entry[CaseStudy]) -> int:
    return len({use.technology for use in case.data.technologies if use.technology in pair and use.stance in KEPT})


def _common_case(book: Casebook, pair: tuple[str, str], case: Entry[CaseStudy]) -> CommonCase:
    face = book.face("case-study", case.id)
    return CommonCase(
        case=face.link,
        when=face.period,
        stances=tuple((book.face("technology", name).name, _stances(book, name, case)) for name in pair),
    )


def _stances(book: Casebook, name: str, case: Entry[CaseStudy]) -> tuple[StanceGroup, ...]:
    return stance_groups(book, (InCase(case, use) for use in case.data.technologies if use.technology == name))


def common_decisions(book: Casebook, one: str, other: str) -> CommonDecisions:
    """Return the decisions that concern both."""
    found = newest(_on_both(book, one, other))
    return CommonDecisions(decision_lines(book, found[:MOST]), max(0, len(found) - MOST))


def _on_both(book: Casebook, one: str, other: str) -> Iterator[InCase[Decision]]:
    known = book.links.decisions_on_technology
    (fewer, _), (_, also) = sorted(((known.get(name, ()), name) for name in (one, other)), key=lambda on: len(on[0]))
    return (made for made in fewer if also in made.part.technologies)
