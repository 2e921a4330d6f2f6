"""The index of the pages between the case studies, each with the answer that it gives in one line."""

from collections.abc import Mapping
from dataclasses import dataclass

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook
from handbook.views.insights import agreements, left, lessons, lifespans, matrix, numbers, timeline, trust
from handbook.views.insights.measured import by_measure
from handbook.views.insights.pairings import Pair, Pairing
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


PAGES = (
    (left, addresses.LEFT), (lessons, addresses.LESSONS), (agreements, addresses.AGREEMENTS),
    (numbers, addresses.NUMBERS), (timeline, addresses.TIMELINE), (lifespans, addresses.TECHNOLOGIES_OVER_TIME),
    (matrix, addresses.MATRIX), (trust, addresses.TRUST),
)  # fmt: skip
"""The pages by the modules that make them, in the order in which they are listed."""


def insights_view(
    book: Casebook,
    rows: tuple[left.Departure, ...],
    spans: tuple[lifespans.Lifespan, ...],
    pairs: Mapping[Pair, Pairing],
) -> InsightsView:
    """Return the index of insights, each page with its answer; what the pages compute for it is handed in."""
    answers = (
        left.in_one_line(rows),
        lessons.in_one_line(book),
        agreements.in_one_line(weighings(book)),
        numbers.in_one_line(by_measure(book)),
        timeline.in_one_line(timeline.events(book)),
        lifespans.in_one_line(spans),
        matrix.in_one_line(book, pairs),
        trust.in_one_line(claim_counts(book)),
    )
    return InsightsView(
        breadcrumbs=(Link("Home", addresses.HOME),),
        sections=sections(("all", "All insights", True)),
        insights=tuple(Insight(link, answer) for link, answer in zip(_links(), answers, strict=True)),
    )


def described() -> tuple[Insight, ...]:
    """Return the pages with what each is about, for pages that do not give the answers."""
    return tuple(Insight(link, module.DESCRIPTION) for link, (module, _) in zip(_links(), PAGES, strict=True))


def _links() -> tuple[Link, ...]:
    return tuple(Link(module.TITLE, url) for module, url in PAGES)
