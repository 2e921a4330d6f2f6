"""The page on which readers place their own system among those of the case studies."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook
from handbook.views.index_page import IndexPage
from handbook.views.practice.recall import CRUMBS
from handbook.views.sections import Sections, sections

TITLE = "Put yours beside them"
DESCRIPTION = (
    "Your load, data, machines and team among those of real systems, and what was decided at a tenth and ten times."
)


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A number that readers give of their own system; `measure` is the dimension in which it is placed."""

    measure: str
    name: str
    hint: str
    data: bool = False


OWN = (
    OwnNumber("requests", "Requests a second", "300k"),
    OwnNumber("storage", "Data stored", "20 TB", data=True),
    OwnNumber("machines", "Machines", "150"),
    OwnNumber("team", "Engineers", "12"),
)


@dataclass(frozen=True, slots=True)
class YoursView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    numbers: tuple[OwnNumber, ...]
    derived: str


def yours_page(book: Casebook) -> IndexPage:
    """Return the page."""
    return IndexPage(addresses.YOURS, TITLE, DESCRIPTION, "yours.html", partial(yours_view, book))


def yours_view(book: Casebook) -> YoursView:
    """Return the data of the page."""
    return YoursView(
        breadcrumbs=CRUMBS,
        sections=sections(("place", "Your system", True), ("arithmetic", "The arithmetic behind the figures", True)),
        numbers=OWN,
        derived=wording.counted(sum(_derived(book)), "figure"),
    )


def _derived(book: Casebook) -> Iterator[int]:
    for entry in book.library.case_studies.values():
        yield sum(figure.derived is not None for figure in entry.data.figures)
