"""Who left what, and why: what systems left, rejected, abandoned or decided otherwise later, in one table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from handbook import addresses, depth, wording
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook, Chip, Headline, headline
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, Decision, PatternUse, TechnologyUse
from handbook.views.filters import Filter, choices, filter_by
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.sections import Sections, sections

TITLE = "Who left what, and why"
DESCRIPTION = "What systems left, rejected, gave up or later decided otherwise: for what, when, at which scale and why."
MOST_ROWS = 200
"""The number of rows on one page, which keeps it below 300 KB."""
HOW = {"left": "left", "rejected": "rejected", "abandoned": "gave up", "reversed": "reversed a decision"}
"""What a system did, in words, by stance or outcome."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A system that left something. `instead` has what took its place, `words` the same if it is no entry."""

    anchor: str
    system: Link
    how: str
    what: Chip | None
    text: Markup
    instead: tuple[Chip, ...]
    words: Markup | None
    when: str
    sort_when: str
    scale: tuple[Headline, ...]
    because: Markup
    url: str
    facets: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What was left, as text."""
        return self.what.name if self.what else "Decisions"


@dataclass(frozen=True, slots=True)
class LeftView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    answer: str
    filters: tuple[Filter, ...]
    part: TablePart[Departure]


def left_pages(rows: tuple[Departure, ...]) -> Iterator[IndexPage]:
    """Yield the page of all departures, and further ones if there are too many for one."""
    for part in parts(addresses.LEFT, rows, MOST_ROWS, lambda row: row.name):
        yield IndexPage(part.url, TITLE, DESCRIPTION, "left.html", partial(left_view, rows, part))


def left_view(rows: tuple[Departure, ...], part: TablePart[Departure]) -> LeftView:
    """Return one page of the table of `rows`."""
    return LeftView(
        breadcrumbs=(Link("Home", addresses.HOME), Link("Insights", addresses.INSIGHTS)),
        sections=sections(("all", "All departures", True)),
        answer=in_one_line(rows),
        filters=_filters(part.rows),
        part=part,
    )


def in_one_line(rows: tuple[Departure, ...]) -> str:
    """Return the counts in one line: `36 times a technology was left, …`."""
    told = {"left": "left a technology", "rejected": "rejected one", "abandoned": "gave up a pattern"}
    counts = {how: sum(row.how == HOW[how] for row in rows) for how in HOW}
    times = [f"{wording.counted(counts[how], 'time')} a system {words}" for how, words in told.items() if counts[how]]
    turned = wording.counted(counts["reversed"], "decision was reversed", "decisions were reversed")
    return wording.listing((*times, turned))


def departures(book: Casebook) -> tuple[Departure, ...]:
    """Return all departures, by what was left; the oldest first, and reversed decisions last."""
    rows = [row for entry in book.library.case_studies.values() for row in _departures(book, entry)]
    return tuple(sorted(rows, key=lambda row: (row.what is None, name_order(row.name), row.sort_when, row.anchor)))


def _departures(book: Casebook, entry: Entry[CaseStudy]) -> Iterator[Departure]:
    case = entry.data
    yield from (_use(book, entry, use) for use in case.technologies if use.stance in HOW)
    yield from (_use(book, entry, use) for use in case.patterns if use.stance in HOW)
    yield from (_decision(book, entry, made) for made in case.decisions if made.outcome == "reversed")


def _use(book: Casebook, entry: Entry[CaseStudy], use: TechnologyUse | PatternUse) -> Departure:
    """Return a technology that was left or rejected, or a pattern that was abandoned."""
    if isinstance(use, TechnologyUse):
        kind, name, text, why, period = "technology", use.technology, use.role, use.why, use.period
    else:
        kind, name, text, why, period = "pattern", use.pattern, use.how, use.how, None
    until = period.until if period else None
    what = book.chip(kind, name)
    return Departure(
        anchor=f"{entry.id}-{addresses.anchor(kind, use.claim_id)}",
        system=book.link("case-study", entry.id),
        how=HOW[use.stance],
        what=what,
        text=book.html(text) if text != why else Markup(""),
        instead=tuple(book.chip(*other.split(":")) for other in use.instead),
        words=None,
        when=wording.date(until) if until else book.face("case-study", entry.id).period,
        sort_when=until.earliest.isoformat() if until else _end(entry),
        scale=_scale(book, entry, use.figures),
        because=book.html(why or ""),
        url=depth.claim(entry, kind, use.claim_id),
        facets={"how": use.stance, "system": entry.id, "what": name},
    )


def _decision(book: Casebook, entry: Entry[CaseStudy], made: Decision) -> Departure:
    return Departure(
        anchor=f"{entry.id}-{addresses.anchor('decision', made.id)}",
        system=book.link("case-study", entry.id),
        how=HOW["reversed"],
        what=None,
        text=book.html(made.chose),
        instead=(),
        words=book.html_or_none(made.outcome_note),
        when=wording.date(made.date) if made.date else book.face("case-study", entry.id).period,
        sort_when=made.date.earliest.isoformat() if made.date else _end(entry),
        scale=_scale(book, entry, (*made.before, *made.after)),
        because=book.html(made.cost if made.cost != "not-stated" else made.because),
        url=addresses.claim(entry.id, "decision", made.id),
        facets={"how": "reversed", "system": entry.id, "what": " ".join((*made.technologies, *made.patterns))},
    )


def _end(entry: Entry[CaseStudy]) -> str:
    period = entry.data.period
    known = period.until or period.start
    return known.latest.isoformat() if known else ""


def _scale(book: Casebook, entry: Entry[CaseStudy], named: tuple[str, ...]) -> tuple[Headline, ...]:
    """Return the figures that measure the use, or else the number that shows the scale of the system."""
    figures = tuple(headline(book, entry, figure) for figure in entry.data.figures if figure.id in named)
    number = book.face("case-study", entry.id).number
    return figures or ((number,) if number else ())


def _filters(rows: tuple[Departure, ...]) -> tuple[Filter, ...]:
    systems = {row.facets["system"]: row.system.name for row in rows}
    what = {row.facets["what"]: row.what.name for row in rows if row.what}
    return (
        Filter("how", "How", choices(HOW, (row.facets["how"] for row in rows))),
        filter_by("what", "What", what, (row.facets["what"] for row in rows)),
        filter_by("system", "System", systems, (row.facets["system"] for row in rows)),
    )
