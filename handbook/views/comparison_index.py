"""The index of all pairs of technologies that do the same job."""

from collections import defaultdict
from dataclasses import dataclass

from handbook import addresses
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook
from handbook.model.vocabulary import VocabularyTerm
from handbook.views.both import common_cases
from handbook.views.compare import CRUMBS, pair_name
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the index: who used which, and how many case studies name both."""

    name: str
    url: str
    used: tuple[str, ...]
    common: int


@dataclass(frozen=True, slots=True)
class PairCategory:
    """The pairs with at least one technology of a category."""

    anchor: str
    name: str
    what: str
    pairs: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True)
class ComparisonIndex:
    """All pairs, by category."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    count: int
    categories: tuple[PairCategory, ...]


def comparison_index(book: Casebook) -> ComparisonIndex:
    """Return the index of all pairs: each under the category of its technologies, or under both."""
    by_category: dict[str, list[PairLine]] = defaultdict(list)
    technologies = book.library.technologies
    for one, other in sorted(book.links.pairs, key=lambda pair: name_order(pair_name(book, *pair))):
        line = _line(book, one, other)
        for category in dict.fromkeys(technologies[name].data.category for name in (one, other)):
            by_category[category].append(line)
    terms = book.terms["categories"].values()
    categories = tuple(_category(term, by_category[term.id]) for term in terms if term.id in by_category)
    return ComparisonIndex(
        breadcrumbs=CRUMBS,
        sections=sections(*((category.anchor, category.name, True) for category in categories)),
        count=len(book.links.pairs),
        categories=categories,
    )


def _line(book: Casebook, one: str, other: str) -> PairLine:
    faces = [book.face("technology", name) for name in (one, other)]
    return PairLine(
        name=pair_name(book, one, other),
        url=addresses.comparison(one, other),
        used=tuple(f"{face.name} {face.stances}" for face in faces if face.stances),
        common=len(common_cases(book, one, other)),
    )


def _category(term: VocabularyTerm, pairs: list[PairLine]) -> PairCategory:
    return PairCategory(addresses.anchor("category", term.id), term.name, term.what, tuple(pairs))
