"""The timeline: the events of all systems on one axis, and as a list by year."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from markupsafe import Markup

from handbook import addresses, wording
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, Event
from handbook.pictures.lanes import LanePicture, lane_picture
from handbook.views.filters import Filter, choices, filter_by
from handbook.views.index_page import IndexPage, TablePart, parts
from handbook.views.insights.lanes import drawn_systems, lane_of
from handbook.views.sections import Sections, sections

TITLE = "Timeline"
DESCRIPTION = (
    "The events of all systems on one axis: launches, changes, migrations, incidents and ends, each with its source."
)
MOST_EVENTS = 300
"""The number of events on one page, which keeps it below 300 KB."""
KINDS_OF_EVENT = ("launch", "milestone", "change", "migration", "incident", "publication", "acquisition", "end")
"""All kinds, in the order of the legend."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event of a system."""

    anchor: str
    year: str
    when: str
    kind: str
    what: Markup
    system: Link
    url: str
    facets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class YearOfEvents:
    """The events of a year that a page shows."""

    year: str
    events: tuple[DatedEvent, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The data of the page; only the first has the picture, of which `drawn` says what it leaves out."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    answer: str
    kinds: tuple[tuple[str, int], ...]
    picture: LanePicture | None
    drawn: str
    technologies: str
    filters: tuple[Filter, ...]
    part: TablePart[DatedEvent]
    years: tuple[YearOfEvents, ...]


def timeline_pages(book: Casebook, technologies: str) -> Iterator[IndexPage]:
    """Yield the page, and further ones for many events; `technologies` is the line of the page on technologies."""
    rows = events(book)
    for part in parts(addresses.TIMELINE, rows, MOST_EVENTS, lambda row: row.when):
        view = partial(timeline_view, book, rows, part, technologies)
        yield IndexPage(part.url, TITLE, DESCRIPTION, "timeline.html", view)


def timeline_view(
    book: Casebook, rows: tuple[DatedEvent, ...], part: TablePart[DatedEvent], technologies: str
) -> TimelineView:
    """Return one page of the events `rows`."""
    systems = drawn_systems(book) if part.here == 0 else ()
    picture = lane_picture([lane_of(book, entry) for entry in systems])
    counts = Counter(row.kind for row in rows)
    return TimelineView(
        breadcrumbs=(Link("Home", addresses.HOME), Link("Insights", addresses.INSIGHTS)),
        sections=sections(
            ("axis", "On one axis", picture),
            ("technologies", "Technologies over time", picture),
            ("events", "Events by year", True),
        ),
        answer=in_one_line(rows),
        kinds=tuple((kind, counts[kind]) for kind in KINDS_OF_EVENT if counts[kind]),
        picture=picture,
        drawn=_drawn(len(systems), len(book.library.case_studies)),
        technologies=technologies,
        filters=_filters(part.rows),
        part=part,
        years=tuple(YearOfEvents(year, tuple(group)) for year, group in groupby(part.rows, lambda row: row.year)),
    )


def in_one_line(rows: tuple[DatedEvent, ...]) -> str:
    """Return how many events there are, and in which year most of them are."""
    if not rows:
        return "No event has a date"
    systems = len({row.system.url for row in rows})
    year, most = min(Counter(row.year for row in rows).items(), key=lambda pair: (-pair[1], pair[0]))
    counted = f"{wording.counted(len(rows), 'event')} of {wording.counted(systems, 'system')}"
    return f"{counted}, from {rows[0].year} to {rows[-1].year}; the year with the most is {year}, with {most}"


def events(book: Casebook) -> tuple[DatedEvent, ...]:
    """Return the events of all systems, the oldest first; those of a day by the name of the system."""
    found = [(event, entry) for entry in book.library.case_studies.values() for event in entry.data.timeline]
    found.sort(key=lambda pair: (pair[0].date.earliest, pair[0].date.latest, name_order(pair[1].data.name)))
    return tuple(_dated(book, entry, event) for event, entry in found)


def _dated(book: Casebook, entry: Entry[CaseStudy], event: Event) -> DatedEvent:
    return DatedEvent(
        anchor=f"{entry.id}-{addresses.anchor('event', event.id)}",
        year=str(event.date.year),
        when=wording.date(event.date),
        kind=event.kind,
        what=book.html(event.what),
        system=book.link("case-study", entry.id),
        url=addresses.claim(entry.id, "event", event.id),
        facets={"kind": event.kind, "system": entry.id},
    )


def _drawn(shown: int, all_systems: int) -> str:
    """Return which systems the picture shows, or nothing if it shows all."""
    return f"The {shown} of {wording.number(all_systems)} systems with the most events." if shown < all_systems else ""


def _filters(rows: tuple[DatedEvent, ...]) -> tuple[Filter, ...]:
    systems = {row.facets["system"]: row.system.name for row in rows}
    return (
        Filter("kind", "Kind", choices({kind: kind for kind in KINDS_OF_EVENT}, (row.kind for row in rows))),
        filter_by("system", "System", systems, (row.facets["system"] for row in rows)),
    )
