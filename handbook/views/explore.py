"""The page of the finder: the frame that its script fills."""

from dataclasses import dataclass

from handbook import addresses
from handbook.facets import FACETS, Facet
from handbook.views.context import Context, Link


@dataclass(frozen=True, slots=True)
class ExploreView:
    """The finder before its script: what can be chosen by, and how many case studies there are."""

    breadcrumbs: tuple[Link, ...]
    facets: tuple[Facet, ...]
    cases: int


def explore_view(context: Context) -> ExploreView:
    """Return the page of the finder."""
    return ExploreView((Link("Home", addresses.HOME),), FACETS, len(context.library.case_studies))


def explore(facet: str, name: str) -> str:
    """Return the address of the finder with one option chosen: `/explore/?technology=redis`."""
    return f"{addresses.EXPLORE}?{facet}={name}"
