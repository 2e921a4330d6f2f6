"""The index of all comparisons."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from handbook import addresses
from handbook.collation import Order, name_order
from handbook.context import Link
from handbook.faces import Casebook
from handbook.guides import Guide, guide_over, guides
from handbook.model.vocabulary import Category
from handbook.views.both import common_cases
from handbook.views.compare import CRUMBS, pair_name
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the index: the stances on each, and how many case studies name both or at least one of them."""

    name: str
    url: str
    used: tuple[str, ...]
    common: int
    named: int


@dataclass(frozen=True, slots=True)
class PairCategory:
    """The pairs with at least one technology of a category."""

    anchor: str
    name: str
    what: str
    guide: Link | None
    pairs: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True)
class ComparisonIndex:
    """The data of the index: the guides, and all pairs by category."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    count: int
    guides: tuple[Guide, ...]
    categories: tuple[PairCategory, ...]


def comparison_index(book: Casebook) -> ComparisonIndex:
    """Return the index of all pairs, each under the categories of its two technologies.

    Pairs that more case studies name come first.
    """
    by_category: dict[str, list[PairLine]] = defaultdict(list)
    technologies = book.library.technologies
    for line, one, other in sorted(_lines(book), key=_evidence):
        for category in dict.fromkeys(technologies[name].data.category for name in (one, other)):
            by_category[category].append(line)
    terms = book.library.vocabulary.categories
    categories = tuple(_category(book, term, by_category[term.id]) for term in terms if term.id in by_category)
    over = tuple(guides(book))
    return ComparisonIndex(
        breadcrumbs=CRUMBS,
        sections=sections(
            ("guides", "Whole categories", over),
            *((category.anchor, category.name, True) for category in categories),
        ),
        count=len(book.links.pairs),
        guides=over,
        categories=categories,
    )


def _lines(book: Casebook) -> Iterator[tuple[PairLine, str, str]]:
    for one, other in book.links.pairs:
        yield _line(book, one, other), one, other


def _evidence(found: tuple[PairLine, str, str]) -> tuple[int, int, Order]:
    """Return the sort key of a pair: the number of case studies that name both, then one of them, then the name."""
    line, _, _ = found
    return -line.common, -line.named, name_order(line.name)


def _line(book: Casebook, one: str, other: str) -> PairLine:
    faces = [book.face("technology", name) for name in (one, other)]
    return PairLine(
        name=pair_name(book, one, other),
        url=addresses.comparison(one, other),
        used=tuple(f"{face.name} {face.stances}" for face in faces if face.stances),
        common=(common := len(common_cases(book, one, other))),
        named=sum(face.weight for face in faces) - common,
    )


def _category(book: Casebook, term: Category, pairs: list[PairLine]) -> PairCategory:
    guide = guide_over(book, term)
    link = Link(guide.name, guide.url) if guide else None
    return PairCategory(addresses.anchor("category", term.id), term.name, term.what, link, tuple(pairs))
