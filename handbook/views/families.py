"""Pattern families: their cards, the index of patterns, and the page of a family."""

from dataclasses import dataclass

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.pattern import Pattern
from handbook.model.vocabulary import Family
from handbook.views.sections import Sections, sections
from handbook.views.use import StanceGroup, stance_groups


@dataclass(frozen=True, slots=True)
class FamilyCard:
    """A family with its patterns."""

    anchor: str
    name: str
    url: str
    what: str
    hue: int
    patterns: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class PatternIndex:
    """All patterns, by family."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    families: tuple[FamilyCard, ...]


@dataclass(frozen=True, slots=True)
class PatternStances:
    """A pattern of a family, with the stances of case studies."""

    anchor: str
    face: Face
    stances: tuple[StanceGroup, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """The data of the page of a family."""

    name: str
    what: str
    hue: int
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    patterns: tuple[PatternStances, ...]
    other_families: tuple[FamilyCard, ...]


CRUMBS = (Link("Home", addresses.HOME),)


def families(book: Casebook) -> tuple[FamilyCard, ...]:
    """Return the families that have patterns, in the order of the vocabulary."""
    members = book.links.patterns_of_family
    return tuple(_family_card(book, family) for family in book.families.values() if family.id in members)


def _family_card(book: Casebook, family: Family) -> FamilyCard:
    faces = tuple(book.face("pattern", entry.id) for entry in book.links.patterns_of_family[family.id])
    anchor, url = addresses.anchor("family", family.id), addresses.family(family.id)
    return FamilyCard(anchor, family.name, url, family.what, family.hue, faces)


def pattern_index(book: Casebook) -> PatternIndex:
    """Return the index of patterns."""
    cards = families(book)
    return PatternIndex(CRUMBS, sections(*((card.anchor, card.name, True) for card in cards)), cards)


def family_view(book: Casebook, family: Family) -> FamilyView:
    """Return the page of a family."""
    patterns = tuple(_stances(book, entry) for entry in book.links.patterns_of_family.get(family.id, ()))
    return FamilyView(
        name=family.name,
        what=family.what,
        hue=family.hue,
        breadcrumbs=(*CRUMBS, Link("Patterns", addresses.PATTERNS)),
        sections=sections(
            *((pattern.anchor, pattern.face.name, True) for pattern in patterns),
            ("other-families", "Other families", True),
        ),
        patterns=patterns,
        other_families=tuple(card for card in families(book) if card.url != addresses.family(family.id)),
    )


def _stances(book: Casebook, entry: Entry[Pattern]) -> PatternStances:
    uses = book.links.uses_of_pattern.get(entry.id, ())
    anchor = addresses.anchor("pattern", entry.id)
    return PatternStances(anchor, book.face("pattern", entry.id), stance_groups(book, uses))
