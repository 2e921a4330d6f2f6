"""The index of what can be practised, with the reading paths."""

from dataclasses import dataclass
from functools import partial

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook
from handbook.views.index_page import IndexPage
from handbook.views.practice import decide, estimate, recall, yours
from handbook.views.reading_path import PathCard, path_cards
from handbook.views.sections import Sections, sections

TITLE = "Practice"
DESCRIPTION = (
    "Recall, decide, estimate and compare: four ways to practise system design on real systems, and reading paths."
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to practise: what it is, and how much there is. `tells` names what a script reports of the reader."""

    link: Link
    what: str
    counted: str
    tells: str


@dataclass(frozen=True, slots=True)
class PracticeView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    ways: tuple[Way, ...]
    paths: tuple[PathCard, ...]


def hub_page(book: Casebook) -> IndexPage:
    """Return the index."""
    return IndexPage(addresses.PRACTICE, TITLE, DESCRIPTION, "practice.html", partial(practice_view, book))


def practice_view(book: Casebook) -> PracticeView:
    """Return the data of the index."""
    paths = path_cards(book)
    return PracticeView(
        breadcrumbs=(Link("Home", addresses.HOME),),
        sections=sections(
            ("ways", "Four ways", True), ("paths", "Reading paths", paths), ("progress", "Your progress", True)
        ),
        ways=_ways(book),
        paths=paths,
    )


def _ways(book: Casebook) -> tuple[Way, ...]:
    return (
        Way(
            Link(recall.TITLE, addresses.RECALL),
            "Answer a question, look, and grade yourself; it comes back when you are about to forget the answer.",
            recall.in_one_line(book),
            "recall",
        ),
        Way(
            Link(decide.TITLE, addresses.DECIDE),
            "Read the situation, choose, then see what they chose, why, at what cost, and who chose otherwise.",
            decide.in_one_line(book),
            "decide",
        ),
        Way(
            Link(estimate.TITLE, addresses.ESTIMATE),
            "Give a range that you are 80% sure of, and learn how often the true value is inside.",
            estimate.in_one_line(book),
            "estimate",
        ),
        Way(
            Link(yours.TITLE, addresses.YOURS),
            "Enter your load, data, machines or team, and see which systems were there before you.",
            "",
            "",
        ),
    )
