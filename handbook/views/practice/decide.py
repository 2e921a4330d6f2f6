"""Decisions to take before one reads what the system chose, why, at what cost, and who decided otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook, Face, Headline, headline
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, Decision
from handbook.views.filters import Filter, choices, filter_by
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.practice.chance import chance
from handbook.views.practice.others import Others, Sides
from handbook.views.practice.recall import CRUMBS
from handbook.views.sections import Sections, sections

TITLE = "Decide first"
DESCRIPTION = (
    "Decisions of real systems: choose before you read what they chose, why, at what cost and how it turned out."
)
MOST_DECISIONS = 80
"""The number of decisions on one page, which keeps it below 300 KB."""


@dataclass(frozen=True, slots=True)
class PractisedDecision:
    """A decision to take. `chosen` is the place of what the system chose among the options.

    `situation` does not give the answer away; if the entry has none, it is the problem of the whole system.
    """

    id: str
    case: Face
    date: str
    situation: Markup
    before: tuple[Headline, ...]
    options: tuple[Markup, ...]
    chosen: int
    chose: Markup
    because: Markup
    cost: Markup | None
    outcome: str
    outcome_note: Markup | None
    after: tuple[Headline, ...]
    others: tuple[Others, ...]
    url: str
    facets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DecideView:
    """The data of a page of decisions."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    counted: str
    filters: tuple[Filter, ...]
    part: TablePart[PractisedDecision]


def decide_pages(book: Casebook) -> Iterator[IndexPage]:
    """Yield the pages, those with the decisions that are worth practising first."""
    rows = _practised(book)
    for part in parts(addresses.DECIDE, rows, MOST_DECISIONS, lambda row: f"{row.number}"):
        yield IndexPage(part.url, TITLE, DESCRIPTION, "decide.html", partial(decide_view, book, len(rows), part))


class Practised(NamedTuple):
    """A decision to practise, and its number among all of them, counted from 1."""

    number: int
    case: Entry[CaseStudy]
    decision: Decision


def _practised(book: Casebook) -> tuple[Practised, ...]:
    """Return all decisions with an alternative: those worth practising first, the easiest systems first."""
    levels = list(book.terms["levels"])
    made = [
        (not one.practise, levels.index(entry.data.level), chance(entry.id, one.id), entry, one)
        for entry in book.library.case_studies.values()
        for one in entry.data.decisions
        if one.instead_of
    ]
    in_order = sorted(made, key=lambda row: row[:3])
    return tuple(Practised(number, entry, one) for number, (*_, entry, one) in enumerate(in_order, 1))


def in_one_line(book: Casebook) -> str:
    """Return the number of decisions: `129 decisions of 15 systems`."""
    counts = [sum(bool(one.instead_of) for one in case.data.decisions) for case in book.library.case_studies.values()]
    return f"{wording.counted(sum(counts), 'decision')} of {wording.counted(sum(map(bool, counts)), 'system')}"


def _decision(book: Casebook, row: Practised) -> PractisedDecision:
    _, entry, made = row
    case, figures = entry.data, {figure.id: figure for figure in entry.data.figures}
    options = (made.chose, *made.instead_of)
    places = sorted(range(len(options)), key=lambda place: chance(entry.id, made.id, str(place)))
    families = dict.fromkeys(book.library.patterns[name].data.family for name in made.patterns)
    return PractisedDecision(
        id=addresses.practised(entry.id, made.id),
        case=book.face("case-study", entry.id),
        date=wording.date(made.date) if made.date else "",
        situation=book.html(made.situation or (case.brief.problem.text if case.brief else case.summary)),
        before=tuple(headline(book, entry, figures[name]) for name in made.before),
        options=tuple(book.html(options[place]) for place in places),
        chosen=places.index(0),
        chose=book.html(made.chose),
        because=book.html(made.because),
        cost=None if made.cost == "not-stated" else book.html(made.cost),
        outcome=made.outcome,
        outcome_note=book.html_or_none(made.outcome_note),
        after=tuple(headline(book, entry, figures[name]) for name in made.after),
        others=book.once(Sides, partial(Sides, book)).others(entry, made),
        url=addresses.claim(entry.id, "decision", made.id),
        facets={"family": " ".join(families), "level": case.level},
    )


def decide_view(book: Casebook, count: int, part: TablePart[Practised]) -> DecideView:
    """Return a page of decisions; `count` is the number of all of them."""
    shown = part.shown(partial(_decision, book))
    return DecideView(
        breadcrumbs=CRUMBS,
        sections=sections(("all", "All decisions", True)),
        counted=wording.counted(count, "decision"),
        filters=_filters(book, shown.rows),
        part=shown,
    )


def _filters(book: Casebook, rows: tuple[PractisedDecision, ...]) -> tuple[Filter, ...]:
    families = {name: family.name for name, family in book.families.items()}
    levels = {name: term.name for name, term in book.terms["levels"].items()}
    taken = (name for row in rows for name in row.facets["family"].split())
    return (
        filter_by("family", "Patterns", families, taken),
        Filter("level", "Level", choices(levels, (row.facets["level"] for row in rows))),
    )
