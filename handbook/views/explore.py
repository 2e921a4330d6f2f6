"""The page of the finder, which a script fills."""

from dataclasses import dataclass

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook
from handbook.facets import FACETS, Facet
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class ExploreView:
    """The data of the finder page: the facets, and the number of case studies."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    facets: tuple[Facet, ...]
    cases: int


def explore_view(book: Casebook) -> ExploreView:
    """Return the page of the finder."""
    return ExploreView(
        breadcrumbs=(Link("Home", addresses.HOME),),
        sections=sections(("choose", "Choose", True), ("results", "Results", True)),
        facets=FACETS,
        cases=len(book.library.case_studies),
    )


def explore(facet: str, name: str) -> str:
    """Return the address of the finder with one option selected: `/explore/?technology=redis`."""
    return f"{addresses.EXPLORE}?{facet}={name}"


def explore_both(technology: str, pattern: str) -> str:
    """Return the address of the finder with a technology, and a pattern in use, selected."""
    return f"{explore('technology', technology)}&pattern={pattern}:uses"
