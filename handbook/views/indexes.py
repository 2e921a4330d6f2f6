"""The indexes of case studies (as cards) and technologies (by category and from A to Z)."""

from collections.abc import Iterable
from dataclasses import dataclass

from handbook import addresses
from handbook.collation import by_heading
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.guides import guide_over
from handbook.model.vocabulary import VocabularyTerm
from handbook.views.filters import FacetChoice, choices
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class CaseStudyIndex:
    """The data of the index of case studies: cards, and the facets to filter them."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    cases: tuple[Face, ...]
    domains: tuple[FacetChoice, ...]
    levels: tuple[FacetChoice, ...]


@dataclass(frozen=True, slots=True)
class TechnologyCategory:
    """A category of technologies, with its guide if it has one."""

    id: str
    anchor: str
    name: str
    what: str
    guide: Link | None
    technologies: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class TechnologyLine:
    """A technology in the list from A to Z, with the id of its category."""

    face: Face
    category: str


@dataclass(frozen=True, slots=True)
class TechnologyLetter:
    """The technologies under one heading of the list from A to Z."""

    anchor: str
    letter: str
    technologies: tuple[TechnologyLine, ...]


@dataclass(frozen=True, slots=True)
class TechnologyIndex:
    """The data of the index of technologies."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    categories: tuple[TechnologyCategory, ...]
    letters: tuple[TechnologyLetter, ...]


CRUMBS = (Link("Home", addresses.HOME),)


def case_study_index(book: Casebook) -> CaseStudyIndex:
    """Return the index of case studies."""
    faces = tuple(book.face("case-study", name) for name in book.case_order)
    return CaseStudyIndex(
        breadcrumbs=CRUMBS,
        sections=sections(("all", "All case studies", True)),
        cases=faces,
        domains=_choices(book, "domains", (face.domain for face in faces)),
        levels=_choices(book, "levels", (face.level for face in faces)),
    )


def _choices(book: Casebook, section: str, terms: Iterable[VocabularyTerm | None]) -> tuple[FacetChoice, ...]:
    names = {term.id: term.name for term in book.terms[section].values()}
    return choices(names, (term.id for term in terms if term))


def technology_index(book: Casebook) -> TechnologyIndex:
    """Return the index of technologies."""
    return TechnologyIndex(
        breadcrumbs=CRUMBS,
        sections=sections(("a-to-z", "A to Z", True), ("by-category", "By category", True)),
        categories=_categories(book),
        letters=_letters(book),
    )


def _categories(book: Casebook) -> tuple[TechnologyCategory, ...]:
    members = book.links.technologies_of_category
    return tuple(
        TechnologyCategory(
            id=term.id,
            anchor=addresses.anchor("category", term.id),
            name=term.name,
            what=term.what,
            guide=Link(guide.name, guide.url) if (guide := guide_over(book, term)) else None,
            technologies=tuple(book.face("technology", entry.id) for entry in members[term.id]),
        )
        for term in book.library.vocabulary.categories
        if term.id in members
    )


def _letters(book: Casebook) -> tuple[TechnologyLetter, ...]:
    entries = book.library.technologies.values()
    lines = (TechnologyLine(book.face("technology", entry.id), entry.data.category) for entry in entries)
    return tuple(
        TechnologyLetter(addresses.anchor("letter", letter.lower()), letter, group)
        for letter, group in by_heading(lines, lambda line: line.face.name)
    )
