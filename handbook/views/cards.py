"""Cards: what indexes and the home page show of an entry."""

from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, wording
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.pattern import Pattern
from handbook.model.technology import Technology
from handbook.views.chips import Chip, pattern_chip
from handbook.views.context import Context, Link
from handbook.views.use import PATTERN_VERBS, TECHNOLOGY_VERBS, in_words

CHIPS = 5


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case study on a card."""

    name: str
    title: str
    url: str
    organisation: Link
    domain: str
    domain_id: str
    level: str
    level_id: str
    period: str
    headline: str
    headline_what: str
    patterns: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class TechnologyCard:
    """A technology in a list. `weight` is the number of cases that take a stance on it."""

    name: str
    url: str
    what: Markup
    used: str
    weight: int
    brief: bool


@dataclass(frozen=True, slots=True)
class PatternCard:
    """A pattern in a list."""

    anchor: str
    name: str
    url: str
    what: Markup
    used: str
    hue: int


def case_card(context: Context, entry: Entry[CaseStudy]) -> CaseCard:
    """Return the card of a case study."""
    case = entry.data
    first = case.figures[0] if case.figures else None
    return CaseCard(
        name=case.name,
        title=case.title,
        url=addresses.page("case-study", entry.id),
        organisation=context.link("organisation", case.organisation),
        domain=context.term("domains", case.domain).name,
        domain_id=case.domain,
        level=context.term("levels", case.level).name,
        level_id=case.level,
        period=wording.period(case.period),
        headline=wording.figure_value(first, context.units) if first else "",
        headline_what=first.what if first else "",
        patterns=tuple(pattern_chip(context, use.pattern, use.stance) for use in case.patterns[:CHIPS]),
    )


def technology_card(context: Context, entry: Entry[Technology]) -> TechnologyCard:
    """Return the line of a technology."""
    uses = context.links.uses_of_technology.get(entry.id, ())
    return TechnologyCard(
        name=entry.data.name,
        url=addresses.page("technology", entry.id),
        what=context.html(entry.data.what),
        used=in_words(uses, TECHNOLOGY_VERBS),
        weight=len({use.case.id for use in uses}),
        brief=entry.data.depth == "brief",
    )


def pattern_card(context: Context, entry: Entry[Pattern]) -> PatternCard:
    """Return the line of a pattern."""
    return PatternCard(
        anchor=addresses.anchor("pattern", entry.id),
        name=entry.data.name,
        url=addresses.page("pattern", entry.id),
        what=context.html(entry.data.what),
        used=in_words(context.links.uses_of_pattern.get(entry.id, ()), PATTERN_VERBS),
        hue=context.families[entry.data.family].hue,
    )
