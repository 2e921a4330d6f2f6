"""The page of an organisation."""

from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses
from handbook.library import Entry
from handbook.model.organisation import Organisation
from handbook.views.cards import CaseCard, case_card
from handbook.views.context import Context, Link
from handbook.views.evidence import Bibliography, Passage, SourceView


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """Everything on the page of an organisation."""

    name: str
    what: Markup
    breadcrumbs: tuple[Link, ...]
    website: str
    parent: Link | None
    parts: tuple[Link, ...]
    status: Passage | None
    state: str
    cases: tuple[CaseCard, ...]
    sources: tuple[SourceView, ...]


def organisation_view(context: Context, entry: Entry[Organisation]) -> OrganisationView:
    """Return the page of `entry`."""
    data = entry.data
    cite = Bibliography(context, data.sources)
    status = cite.passage("status", "status", data.status) if data.status else None
    return OrganisationView(
        name=data.name,
        what=context.html(data.what),
        breadcrumbs=(Link("Home", addresses.HOME), Link("Case studies", addresses.CASE_STUDIES)),
        website=data.website,
        parent=context.link("organisation", data.parent) if data.parent else None,
        parts=tuple(context.link("organisation", other) for other in context.links.parts_of.get(entry.id, ())),
        status=status,
        state=data.status.state if data.status else "",
        cases=tuple(case_card(context, case) for case in context.links.cases_of_organisation.get(entry.id, ())),
        sources=cite.listing(status.evidence.marks if status else ()),
    )
