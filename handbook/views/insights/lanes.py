"""The lanes of the timeline: which systems it draws, and the period and the events of each in years."""

from handbook import addresses, wording
from handbook.collation import name_order
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, Event
from handbook.pictures.lanes import LaneEvent, LaneOfSystem
from handbook.views.charts import in_years

MOST_LANES, MOST_MARKS = 40, 400
"""The numbers of lanes and of marks in the picture, which keep its page below 300 KB."""
LONGEST_WORDS = 90
"""The number of characters of an event that its mark says; the list has the rest."""


def drawn_systems(book: Casebook) -> tuple[Entry[CaseStudy], ...]:
    """Return the systems that have a lane: those with the most events, if there are too many."""
    cases = sorted(
        book.library.case_studies.values(), key=lambda case: (-len(case.data.timeline), name_order(case.data.name))
    )
    drawn: list[Entry[CaseStudy]] = []
    marks = 0
    for case in cases[:MOST_LANES]:
        marks += len(case.data.timeline)
        if drawn and marks > MOST_MARKS:
            break
        drawn.append(case)
    return tuple(drawn)


def lane_of(book: Casebook, entry: Entry[CaseStudy]) -> LaneOfSystem:
    """Return the lane of a system."""
    face, period = book.face("case-study", entry.id), entry.data.period
    return LaneOfSystem(
        label=face.name,
        detail=face.period,
        url=face.url,
        first=in_years(period.start.earliest) if period.start else None,
        last=in_years(period.until.latest) if period.until else None,
        events=tuple(_event(book, entry, event) for event in entry.data.timeline),
    )


def _event(book: Casebook, entry: Entry[CaseStudy], event: Event) -> LaneEvent:
    """Return an event in the middle of the year, month or day that is known."""
    at = (in_years(event.date.earliest) + in_years(event.date.latest)) / 2
    words = f"{wording.date(event.date)}, {event.kind}: {_shortened(book.plain(event.what))}"
    return LaneEvent(at, event.kind, addresses.claim(entry.id, "event", event.id), words)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_WORDS else f"{text[:LONGEST_WORDS].rsplit(' ', 1)[0]} …"
