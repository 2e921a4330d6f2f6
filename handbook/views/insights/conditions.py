"""The conditions of systems that figures and periods give: what separates systems that have a pattern from others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook import wording
from handbook.context import Link
from handbook.faces import Casebook, headline
from handbook.facets import DIMENSION_OF
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.scales import scales_of

LEAST_KNOWN = 2
"""How many systems of each side need a known value before it can separate the sides."""
DIGITS = 3
"""The number of significant digits of a value in a sentence."""


@dataclass(frozen=True, slots=True)
class ConditionKind:
    """A condition: its heading, what is said of it in a sentence, and the words for its values.

    The largest figure of a system need not count the whole system, so sentences say that it is the largest published.
    """

    id: str
    heading: str
    subject: str
    least: str
    most: str


CONDITIONS = (
    ConditionKind("machines", "Machines", "largest published number of machines", "at least {}", "at most {}"),
    ConditionKind("requests", "Requests", "largest published rate of requests", "at least {} a second", "at most {}"),
    ConditionKind("team", "Team", "largest published number of people", "at least {}", "at most {}"),
    ConditionKind("period", "Period", "first year described", "{} or later", "{} or earlier"),
)
"""The conditions, in the order in which pages show them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What is known of a system: a value to compare, the words for it, and what was counted."""

    value: float
    words: str
    what: str
    url: str


@dataclass(frozen=True, slots=True)
class Separator:
    """A condition in which every known value of one side is above every known value of the other.

    `upper` and `lower` name the sides, `least` and `most` lead to the values next to the gap; `known` counts the values
    of each side.
    """

    subject: str
    upper: str
    least: Link
    lower: str
    most: Link
    known: tuple[int, int]


def conditions_of(book: Casebook, entry: Entry[CaseStudy]) -> dict[str, Condition]:
    """Return the known conditions of a system."""
    scales = scales_of(book, entry.data)
    found = {}
    for kind in CONDITIONS:
        scale = scales.get(DIMENSION_OF[kind.id]) if kind.id in DIMENSION_OF else None
        if scale:
            said = headline(book, entry, scale.figure)
            found[kind.id] = Condition(scale.value, said.value, said.what, said.url)
    face, start = book.face("case-study", entry.id), entry.data.period.start
    if start:
        found["period"] = Condition(start.year, face.period, "", face.url)
    return found


Side = tuple[str, Sequence[Mapping[str, Condition]]]
"""The name of a side (`with it`), and the conditions of its systems."""


def separator(one: Side, other: Side) -> Separator | None:
    """Return the condition that separates two sides, the one that is known of most systems, or None."""
    found = [gap for kind in CONDITIONS for gap in (_gap(kind, one, other), _gap(kind, other, one)) if gap]
    return max(found, key=lambda gap: sum(gap.known), default=None)


def _gap(kind: ConditionKind, upper: Side, lower: Side) -> Separator | None:
    above, below = (list(_known(kind, side)) for side in (upper, lower))
    if min(len(above), len(below)) < LEAST_KNOWN:
        return None
    least, most = min(above, key=_value), max(below, key=_value)
    if least.value <= most.value:
        return None
    return Separator(
        subject=kind.subject,
        upper=upper[0],
        least=Link(kind.least.format(_rounded(kind, least)), least.url),
        lower=lower[0],
        most=Link(kind.most.format(_rounded(kind, most)), most.url),
        known=(len(above), len(below)),
    )


def _known(kind: ConditionKind, side: Side) -> Iterator[Condition]:
    return (conditions[kind.id] for conditions in side[1] if kind.id in conditions)


def _value(condition: Condition) -> float:
    return condition.value


def _rounded(kind: ConditionKind, condition: Condition) -> str:
    if kind.id == "period":
        return str(int(condition.value))
    return wording.number(float(f"{condition.value:.{DIGITS}g}"))
