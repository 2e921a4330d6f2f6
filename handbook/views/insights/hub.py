"""The index of the pages between the case studies, each with the answer that it gives in one line."""

from dataclasses import dataclass

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook
from handbook.views.insights import agreements, left, lessons, lifespans, matrix, numbers, timeline, trust
from handbook.views.insights.measured import by_measure
from handbook.views.insights.pairings import pairings
from handbook.views.insights.rests_on import claim_counts
from handbook.views.insights.weighing import weighings
from handbook.views.sections import Sections, sections

TITLE = "Insights"
DESCRIPTION = "What lies between the case studies: computed from all entries, each statement with its source."


@dataclass(frozen=True, slots=True)
class Insight:
    """A page, and its answer in one line."""

    link: Link
    answer: str


@dataclass(frozen=True, slots=True)
class InsightsView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    insights: tuple[Insight, ...]


def insights_view(book: Casebook) -> InsightsView:
    """Return the index of insights."""
    return InsightsView(
        breadcrumbs=(Link("Home", addresses.HOME),),
        sections=sections(("all", "All insights", True)),
        insights=(
            Insight(Link(left.TITLE, addresses.LEFT), left.in_one_line(left.departures(book))),
            Insight(Link(lessons.TITLE, addresses.LESSONS), lessons.in_one_line(book)),
            Insight(Link(agreements.TITLE, addresses.AGREEMENTS), agreements.in_one_line(weighings(book))),
            Insight(Link(timeline.TITLE, addresses.TIMELINE), timeline.in_one_line(timeline.events(book))),
            Insight(
                Link(lifespans.TITLE, addresses.TECHNOLOGIES_OVER_TIME),
                lifespans.in_one_line(lifespans.lifespans(book)),
            ),
            Insight(Link(matrix.TITLE, addresses.MATRIX), matrix.in_one_line(book, pairings(book))),
            Insight(Link(numbers.TITLE, addresses.NUMBERS), numbers.in_one_line(by_measure(book))),
            Insight(Link(trust.TITLE, addresses.TRUST), trust.in_one_line(claim_counts(book))),
        ),
    )
