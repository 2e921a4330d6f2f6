"""Checks of dates: they are in order, and not in the future."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

from handbook.library import Entry, Library, kept_with_entry
from handbook.model.architecture import Era
from handbook.model.case_study import Decision, Event
from handbook.model.entry import EntryShape, Period
from handbook.model.evidence import Evidence, Source
from handbook.model.fields import PartialDate, Shape
from handbook.model.figure import Figure
from handbook.model.organisation import OrganisationStatus
from handbook.model.structure import parts
from handbook.model.technology import Strength, Technology, TechnologyStatus, Validity
from handbook.problem import Finding, Steps, of_one_entry

EASTERNMOST = timezone(timedelta(hours=14))
"""The easternmost time zone, in which each day begins first: the Line Islands."""


def latest_date(moment: datetime) -> date:
    """Return the latest current date in any time zone.

    A contributor's date is therefore never in the future, even if the server is farther west.
    """
    return moment.astimezone(EASTERNMOST).date()


@of_one_entry
def dates_out_of_order(library: Library) -> Iterator[Finding]:
    """A period ends before it begins."""
    for entry in library.entries():
        for steps, period in parts(entry.data, Period):
            if period.start and period.until and period.until.latest < period.start.earliest:
                message = f"`until: {period.until}` is before `from: {period.start}`; swap or correct them"
                yield entry.finding((*steps, "until"), message)


@of_one_entry
def figure_newer_than_source(library: Library) -> Iterator[Finding]:
    """The first source that a figure cites is older than the figure, so it cannot state it."""
    for entry in library.case_studies.values():
        published = {source.id: source.date for source in entry.sources}
        for number, figure in enumerate(entry.data.figures):
            first = published.get(figure.sources[0].id) if figure.sources else None
            if first and first.latest < figure.as_of.earliest and figure.basis == "stated":
                message = (
                    f"`{figure.id}` is dated {figure.as_of}, but the first source that it cites is dated {first}; "
                    "put the source that states it first, or set `basis: inferred` and say how it follows"
                )
                yield entry.finding(("figures", number, "as_of"), message)


@of_one_entry
def claim_newer_than_sources(library: Library) -> Iterator[Finding]:
    """An event, decision or strength is dated later than every source that it cites, so none can state it."""
    for entry in library.entries():
        published = {source.id: source.date for source in entry.sources}
        for steps, claim in parts(entry.data, Evidence):
            when, cited = _dated(claim), [published.get(citation.id) for citation in claim.sources]
            latest = max((date.latest for date in cited if date), default=None)
            if when and latest and None not in cited and latest < when.earliest and claim.basis == "stated":
                message = (
                    f"this is dated {when}, but the sources that it cites end on {latest}; cite one that reports it, "
                    "or set `basis: inferred` and say in `inferred_from` how the date is known"
                )
                yield entry.finding(steps, message)


def _dated(claim: Evidence) -> PartialDate | None:
    """Return the date of an event, a decision or a strength; another check looks at figures."""
    if isinstance(claim, Strength):
        return claim.as_of.date if claim.as_of else None
    return claim.date if isinstance(claim, Event | Decision) else None


def date_in_the_future(library: Library, today: date) -> Iterator[Finding]:
    """An entry dates a fact, an event or a publication to a day in the future."""
    for entry in library.entries():
        for steps, when in _dates(entry.data) if _latest(entry) > today else ():
            if when.earliest > today:
                latest = f"anywhere on Earth it is {today} at the latest"
                message = f"{when} is in the future ({latest}); give the day on which it happened"
                yield entry.finding(steps, message)


@kept_with_entry
def _latest(entry: Entry[EntryShape]) -> date:
    """Return the latest date in an entry."""
    return max((when.earliest for _, when in _dates(entry.data)), default=date.min)


def _dates(data: Shape) -> Iterator[tuple[Steps, PartialDate]]:
    for shape, key in DATED:
        for steps, part in parts(data, shape):
            when = getattr(part, "start" if key == "from" else key)
            if when:
                yield (*steps, key), when


DATED: tuple[tuple[type[Shape], str], ...] = (
    (Figure, "as_of"), (Event, "date"), (Source, "date"), (Period, "from"), (Decision, "date"), (Era, "as_of"),
    (Technology, "first_release"), (TechnologyStatus, "since"), (OrganisationStatus, "since"),
    (TechnologyStatus, "checked"), (Validity, "date"), (EntryShape, "added"), (EntryShape, "reviewed"),
)  # fmt: skip
