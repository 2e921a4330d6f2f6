"""The page of an organisation."""

from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.organisation import Organisation, OrganisationStatus
from handbook.views.evidence import Bibliography, Passage, SourceList
from handbook.views.sections import Sections, sections
from handbook.views.tasks import Upkeep, upkeep


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """The data of the page of an organisation."""

    name: str
    what: Markup
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    website: str
    parent: Link | None
    parts: tuple[Link, ...]
    status: Passage | None
    cases: tuple[Face, ...]
    sources: SourceList
    upkeep: Upkeep


def organisation_view(book: Casebook, entry: Entry[Organisation]) -> OrganisationView:
    """Return the page of `entry`."""
    data, face = entry.data, book.face("organisation", entry.id)
    cite = Bibliography(book, data.sources)
    status = cite.passage("status", "status", data.status) if data.status else None
    return OrganisationView(
        name=face.name,
        what=face.what,
        breadcrumbs=(Link("Home", addresses.HOME), Link("Case studies", addresses.CASE_STUDIES)),
        sections=sections(
            ("today", f"Today: {_state(data.status)}", status),
            ("case-studies", "Case studies", True),
            ("sources", "Sources", data.sources),
        ),
        website=data.website,
        parent=book.link("organisation", data.parent) if data.parent else None,
        parts=tuple(book.link("organisation", other) for other in book.links.parts_of.get(entry.id, ())),
        status=status,
        cases=tuple(book.face("case-study", case.id) for case in book.links.cases_of_organisation.get(entry.id, ())),
        sources=cite.listing(status.evidence.marks if status else ()),
        upkeep=upkeep(book, entry),
    )


def _state(status: OrganisationStatus | None) -> str:
    """Return the state and its date: `acquired, since March 2018`."""
    if status is None:
        return ""
    return f"{status.state}, since {wording.date(status.since)}" if status.since else status.state
