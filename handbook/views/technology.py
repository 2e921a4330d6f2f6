"""The page of a technology."""

from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, wording
from handbook.library import Entry
from handbook.model.technology import Alternative, Technology
from handbook.pictures.charts import Chart
from handbook.views.charts import users_by_year
from handbook.views.chips import Chip, pattern_chip
from handbook.views.context import Context, Link
from handbook.views.evidence import Bibliography, Evidence, Passage, SourceView, Supported, marks_of
from handbook.views.explore import explore
from handbook.views.use import (
    TECHNOLOGY_VERBS,
    DecisionLine,
    StanceGroup,
    decision_lines,
    in_words,
    stance_groups,
)


@dataclass(frozen=True, slots=True)
class AlternativeView:
    """Another technology, and when to choose which. `comparison` is the address of the two side by side."""

    anchor: str
    name: str
    url: str
    comparison: str
    choose_this: Markup
    choose_that: Markup
    used: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Rival:
    """A technology that names this one as its alternative."""

    name: str
    url: str
    comparison: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the entry says by itself, each statement with its address on the page; the case studies stand apart."""

    solves: Passage
    how_it_works: Passage | None
    excels: tuple[Passage, ...]
    fails: tuple[Passage, ...]
    alternatives: tuple[AlternativeView, ...]
    status: Passage | None

    def statements(self) -> tuple[Supported, ...]:
        """Return everything that has sources, in the order in which sources lead back to it."""
        parts = (self.solves, self.how_it_works, *self.excels, *self.fails, *self.alternatives, self.status)
        return tuple(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class TechnologyView:
    """Everything on the page of a technology."""

    name: str
    what: Markup
    breadcrumbs: tuple[Link, ...]
    category: Link
    availability: str
    website: str
    licence: str
    first_release: str
    state: str
    also_known_as: str
    brief: bool
    used: str
    status: Passage | None
    solves: Passage
    how_it_works: Passage | None
    excels: tuple[Passage, ...]
    fails: tuple[Passage, ...]
    alternatives: tuple[AlternativeView, ...]
    no_alternatives: Markup | None
    alternative_to: tuple[Rival, ...]
    patterns: tuple[Chip, ...]
    users: Chart | None
    explore: str
    stances: tuple[StanceGroup, ...]
    decisions: tuple[DecisionLine, ...]
    sources: tuple[SourceView, ...]


def technology_view(context: Context, entry: Entry[Technology]) -> TechnologyView:
    """Return the page of `entry`."""
    data, links = entry.data, context.links
    cite = Bibliography(context, data.sources)
    said = portrait(context, entry, cite)
    uses = links.uses_of_technology.get(entry.id, ())
    category = Link(context.term("categories", data.category).name, addresses.category(data.category))
    named = {other.technology for other in data.alternatives}
    return TechnologyView(
        name=data.name,
        what=context.html(data.what),
        breadcrumbs=(Link("Home", addresses.HOME), Link("Technologies", addresses.TECHNOLOGIES), category),
        category=category,
        availability=data.availability.replace("-", " "),
        website=data.website,
        licence=data.licence or "",
        first_release=wording.date(data.first_release) if data.first_release else "",
        state=state(data),
        also_known_as=", ".join(data.also_known_as),
        brief=data.depth == "brief",
        used=in_words(uses, TECHNOLOGY_VERBS),
        status=said.status,
        solves=said.solves,
        how_it_works=said.how_it_works,
        excels=said.excels,
        fails=said.fails,
        alternatives=said.alternatives,
        no_alternatives=context.html_or_none(data.no_alternatives),
        alternative_to=tuple(
            _rival(context, entry, other.id)
            for other in links.alternative_to.get(entry.id, ())
            if other.id not in named
        ),
        patterns=tuple(pattern_chip(context, name) for name in data.patterns),
        users=users_by_year(context, uses),
        explore=explore("technology", entry.id),
        stances=stance_groups(context, uses),
        decisions=decision_lines(context, links.decisions_on_technology.get(entry.id, ())),
        sources=cite.listing(marks_of(said.statements())),
    )


def portrait(context: Context, entry: Entry[Technology], cite: Bibliography) -> Portrait:
    """Return what `entry` says by itself; `cite` has its sources."""
    data = entry.data
    return Portrait(
        solves=cite.passage("solves", "what it solves", data.solves),
        how_it_works=cite.passage("how-it-works", "how it works", data.how_it_works) if data.how_it_works else None,
        excels=cite.points("excels", "where it excels", data.excels),
        fails=cite.points("fails", "where it fails", data.fails),
        alternatives=tuple(_alternative(context, entry, cite, other) for other in data.alternatives),
        status=cite.passage("status", "status", data.status) if data.status else None,
    )


def _alternative(context: Context, entry: Entry[Technology], cite: Bibliography, other: Alternative) -> AlternativeView:
    link = context.link("technology", other.technology)
    anchor = addresses.anchor("alternative", other.technology)
    return AlternativeView(
        anchor=anchor,
        name=link.name,
        url=link.url,
        comparison=addresses.comparison(entry.id, other.technology),
        choose_this=context.html(other.choose_this),
        choose_that=context.html(other.choose_that),
        used=in_words(context.links.uses_of_technology.get(other.technology, ()), TECHNOLOGY_VERBS),
        evidence=cite.evidence(anchor, f"against {link.name}", other),
    )


def _rival(context: Context, entry: Entry[Technology], other: str) -> Rival:
    link = context.link("technology", other)
    return Rival(link.name, link.url, addresses.comparison(entry.id, other))


def state(data: Technology) -> str:
    """Return what has become of it, and since when: `superseded since 2024`."""
    if data.status is None:
        return ""
    since = f" since {wording.date(data.status.since)}" if data.status.since else ""
    return f"{data.status.state}{since}"
