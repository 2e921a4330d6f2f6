"""The pages that lead to others: home, the indexes, a family of patterns, a reading path."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from handbook import addresses
from handbook.library import Entry
from handbook.model.pattern import Pattern
from handbook.model.reading_path import ReadingPath
from handbook.model.vocabulary import Family
from handbook.pictures.charts import Chart
from handbook.views.cards import CaseCard, PatternCard, TechnologyCard, case_card, pattern_card, technology_card
from handbook.views.charts import field_at_a_glance
from handbook.views.context import Context, Link, entry_name
from handbook.views.use import StanceGroup, stance_groups

HOME_TECHNOLOGIES = 24
HOME_CASES = 6


@dataclass(frozen=True, slots=True)
class FamilyCard:
    """A family of patterns, and its patterns."""

    anchor: str
    name: str
    url: str
    what: str
    hue: int
    patterns: tuple[PatternCard, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    counts: tuple[tuple[int, Link], ...]
    cases: tuple[CaseCard, ...]
    field: Chart | None
    families: tuple[FamilyCard, ...]
    technologies: tuple[TechnologyCard, ...]
    paths: tuple[Link, ...]
    first: Link | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, and how many cards have it."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class CaseStudyIndex:
    """All case studies as cards, with the facets that narrow them down."""

    breadcrumbs: tuple[Link, ...]
    cases: tuple[CaseCard, ...]
    domains: tuple[Choice, ...]
    levels: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class TechnologyCategory:
    """A category of technologies."""

    anchor: str
    name: str
    what: str
    technologies: tuple[TechnologyCard, ...]


@dataclass(frozen=True, slots=True)
class TechnologyLetter:
    """The technologies that begin with a letter (or with a digit)."""

    anchor: str
    letter: str
    technologies: tuple[TechnologyCard, ...]


@dataclass(frozen=True, slots=True)
class TechnologyIndex:
    """All technologies, by category and from A to Z."""

    breadcrumbs: tuple[Link, ...]
    categories: tuple[TechnologyCategory, ...]
    letters: tuple[TechnologyLetter, ...]


@dataclass(frozen=True, slots=True)
class PatternIndex:
    """All patterns, by family."""

    breadcrumbs: tuple[Link, ...]
    families: tuple[FamilyCard, ...]


@dataclass(frozen=True, slots=True)
class PatternStances:
    """A pattern of a family, and what the cases say of it."""

    card: PatternCard
    stances: tuple[StanceGroup, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family of patterns."""

    name: str
    what: str
    hue: int
    breadcrumbs: tuple[Link, ...]
    patterns: tuple[PatternStances, ...]
    other_families: tuple[FamilyCard, ...]


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop on a reading path."""

    entry: Link
    kind: str
    why: Markup


@dataclass(frozen=True, slots=True)
class PathView:
    """A reading path."""

    title: str
    summary: Markup
    breadcrumbs: tuple[Link, ...]
    stops: tuple[StopView, ...]


CRUMBS = (Link("Home", addresses.HOME),)


def home_view(context: Context) -> HomeView:
    """Return the home page: what there is, and where to start."""
    library = context.library
    easiest = _by_level(context)
    technologies = (technology_card(context, entry) for entry in library.technologies.values())
    return HomeView(
        counts=(
            (len(library.case_studies), Link("case studies", addresses.CASE_STUDIES)),
            (len(library.patterns), Link("patterns", addresses.PATTERNS)),
            (len(library.technologies), Link("technologies", addresses.TECHNOLOGIES)),
        ),
        cases=tuple(case_card(context, library.case_studies[name]) for name in easiest[:HOME_CASES]),
        field=field_at_a_glance(context),
        families=families(context),
        technologies=tuple(
            sorted(technologies, key=lambda card: (-card.weight, card.name.casefold()))[:HOME_TECHNOLOGIES]
        ),
        paths=tuple(context.link("path", name) for name in library.paths),
        first=context.link("case-study", easiest[0]) if easiest else None,
    )


def _by_level(context: Context) -> list[str]:
    levels = list(context.terms["levels"])
    cases = context.library.case_studies
    return sorted(
        cases, key=lambda name: (levels.index(cases[name].data.level), cases[name].data.name.casefold(), name)
    )


def case_study_order(context: Context) -> list[str]:
    """Return the ids of all case studies in the order of their names, which previous and next follow."""
    cases = context.library.case_studies
    return sorted(cases, key=lambda name: (cases[name].data.name.casefold(), name))


def case_study_index(context: Context) -> CaseStudyIndex:
    """Return the index of case studies."""
    cards = tuple(case_card(context, context.library.case_studies[name]) for name in case_study_order(context))
    return CaseStudyIndex(
        breadcrumbs=CRUMBS,
        cases=cards,
        domains=_choices(context, "domains", (card.domain_id for card in cards)),
        levels=_choices(context, "levels", (card.level_id for card in cards)),
    )


def _choices(context: Context, section: str, values: Iterable[str]) -> tuple[Choice, ...]:
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        counts[value] += 1
    return tuple(
        Choice(term.id, term.name, counts[term.id]) for term in context.terms[section].values() if counts[term.id]
    )


def technology_index(context: Context) -> TechnologyIndex:
    """Return the index of technologies."""
    cards = {name: technology_card(context, entry) for name, entry in context.library.technologies.items()}
    by_name = sorted(cards.values(), key=lambda card: (_letter(card.name), _sorting_name(card.name), card.url))
    members = context.links.technologies_of_category
    return TechnologyIndex(
        breadcrumbs=CRUMBS,
        categories=tuple(
            TechnologyCategory(
                addresses.anchor("category", term.id),
                term.name,
                term.what,
                tuple(cards[entry.id] for entry in members[term.id]),
            )
            for term in context.terms["categories"].values()
            if term.id in members
        ),
        letters=tuple(
            TechnologyLetter(addresses.anchor("letter", letter.lower()), letter, tuple(group))
            for letter, group in groupby(by_name, lambda card: _letter(card.name))
        ),
    )


def _sorting_name(name: str) -> str:
    """Return the name as it is sorted: .NET stands under N."""
    return name.casefold().lstrip(".@#-_ '\"") or name


def _letter(name: str) -> str:
    first = _sorting_name(name)[0]
    return first.upper() if first.isalpha() else "0-9"


def pattern_index(context: Context) -> PatternIndex:
    """Return the index of patterns."""
    return PatternIndex(breadcrumbs=CRUMBS, families=families(context))


def families(context: Context) -> tuple[FamilyCard, ...]:
    """Return the families that have patterns, in the order of the vocabulary."""
    members = context.links.patterns_of_family
    return tuple(_family_card(context, family) for family in context.families.values() if family.id in members)


def _family_card(context: Context, family: Family) -> FamilyCard:
    patterns = context.links.patterns_of_family[family.id]
    cards = tuple(pattern_card(context, entry) for entry in patterns)
    return FamilyCard(
        addresses.anchor("family", family.id), family.name, addresses.family(family.id), family.what, family.hue, cards
    )


def family_view(context: Context, family: Family) -> FamilyView:
    """Return the page of a family."""
    return FamilyView(
        name=family.name,
        what=family.what,
        hue=family.hue,
        breadcrumbs=(*CRUMBS, Link("Patterns", addresses.PATTERNS)),
        patterns=tuple(_stances(context, entry) for entry in context.links.patterns_of_family.get(family.id, ())),
        other_families=tuple(card for card in families(context) if card.url != addresses.family(family.id)),
    )


def _stances(context: Context, entry: Entry[Pattern]) -> PatternStances:
    uses = context.links.uses_of_pattern.get(entry.id, ())
    return PatternStances(pattern_card(context, entry), stance_groups(context, uses))


def path_view(context: Context, entry: Entry[ReadingPath]) -> PathView:
    """Return the page of a reading path."""
    return PathView(
        title=entry.data.title,
        summary=context.html(entry.data.summary),
        breadcrumbs=CRUMBS,
        stops=tuple(_stop(context, stop.entry, stop.why) for stop in entry.data.stops),
    )


def _stop(context: Context, address: str, why: str) -> StopView:
    kind, name = address.split(":")
    link = Link(entry_name(context.library.of(kind)[name]), addresses.page(kind, name))
    return StopView(link, kind.replace("-", " "), context.html(why))
