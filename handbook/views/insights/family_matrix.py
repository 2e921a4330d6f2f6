"""The matrix of a family: the technologies that serve its patterns, by category."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TypeVar

from handbook import addresses, wording
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.model.vocabulary import Family
from handbook.views.explore import explore_both
from handbook.views.index_page import IndexPage, TablePart
from handbook.views.insights.pairings import InSystem, Pair, Pairing, heat, most_shared
from handbook.views.sections import Sections, sections

T = TypeVar("T")

MOST_COLUMNS, MOST_ROWS = 12, 60
"""The numbers of patterns and of technologies on one page, which keep it below 300 KB."""
NAMED = 4
"""The number of systems that a cell names of each sort."""


@dataclass(frozen=True, slots=True)
class PairCell:
    """A cell: in how many systems the technology serves the pattern, how many have both, and which."""

    serving: int
    both: int
    heat: int
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class TechnologyRow:
    """A technology, with a cell for each pattern; None if no system has both."""

    technology: Link
    cells: tuple[PairCell | None, ...]


@dataclass(frozen=True, slots=True)
class CategoryRows:
    """The technologies of a category."""

    anchor: str
    category: Link
    rows: tuple[TechnologyRow, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Some patterns of a family and some technologies: the table of one page."""

    url: str
    name: str
    patterns: tuple[Face, ...]
    technologies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyTables:
    """A family with the tables of its pages, its pairs, and the address at which each category begins.

    `answer` names the pairs that most systems share, `most` is their number; all pages of the family say the same.
    """

    family: Family
    answer: str
    most: int
    pairs: Mapping[Pair, Pairing]
    strips: tuple[Strip, ...]
    urls: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FamilyMatrixView:
    """The data of a page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    name: str
    answer: str
    patterns: tuple[Face, ...]
    groups: tuple[CategoryRows, ...]
    part: TablePart[Strip]


def family_tables(book: Casebook, pairs: Mapping[Pair, Pairing]) -> Iterator[FamilyTables]:
    """Yield the tables of the families that have a pair in which a technology serves a pattern."""
    by_family: dict[str, dict[Pair, Pairing]] = defaultdict(dict)
    for pair, pairing in pairs.items():
        by_family[book.library.patterns[pairing.pattern].data.family][pair] = pairing
    for family in book.families.values():
        found = by_family[family.id]
        serving = [pairing for pairing in found.values() if pairing.serving]
        if serving:
            strips = tuple(_strips(book, family.id, serving))
            most = max(pairing.serving for pairing in serving)
            answer, urls = most_shared(book, serving), _where_categories_begin(book, strips)
            yield FamilyTables(family, answer, most, found, strips, urls)


def _strips(book: Casebook, family: str, serving: Sequence[Pairing]) -> Iterator[Strip]:
    """Yield the tables of a family: its patterns from left to right, and for each stretch the technologies."""
    faces = sorted((book.face("pattern", name) for name in {pairing.pattern for pairing in serving}), key=_name_order)
    number = 0
    for patterns in _in_chunks(faces, MOST_COLUMNS):
        columns = {face.id for face in patterns}
        rows = {pairing.technology for pairing in serving if pairing.pattern in columns}
        for technologies in _in_chunks(_in_order(book, rows), MOST_ROWS):
            number += 1
            url = addresses.matrix(family) + (f"{number}/" if number > 1 else "")
            yield Strip(url, _span(book, patterns, technologies), patterns, technologies)


def _in_chunks(items: Sequence[T], most: int) -> Iterator[tuple[T, ...]]:
    for start in range(0, len(items), most):
        yield tuple(items[start : start + most])


def _name_order(face: Face) -> tuple[int, str, str]:
    return name_order(face.name)


def _in_order(book: Casebook, technologies: set[str]) -> list[str]:
    """Return technologies by category, as the vocabulary orders them, and by name."""
    places = {category.id: place for place, category in enumerate(book.library.vocabulary.categories)}
    data = {name: book.library.technologies[name].data for name in technologies}
    return sorted(technologies, key=lambda name: (places[data[name].category], name_order(data[name].name), name))


def _span(book: Casebook, patterns: tuple[Face, ...], technologies: tuple[str, ...]) -> str:
    names = [book.link("technology", name).name for name in (technologies[0], technologies[-1])]
    return f"{patterns[0].name} to {patterns[-1].name}, {' to '.join(names)}"


def _where_categories_begin(book: Casebook, strips: tuple[Strip, ...]) -> Mapping[str, str]:
    urls: dict[str, str] = {}
    for strip in strips:
        for name in strip.technologies:
            category = book.library.technologies[name].data.category
            urls.setdefault(category, f"{strip.url}#{addresses.anchor('category', category)}")
    return urls


def family_pages(book: Casebook, tables: FamilyTables) -> Iterator[IndexPage]:
    """Yield the pages of a family."""
    strips, family = tables.strips, tables.family
    links = tuple(Link(strip.name, strip.url) for strip in strips) if len(strips) > 1 else ()
    title = f"{family.name}: technologies and patterns"
    description = f"Which technologies serve which patterns of the family {family.name}, in which systems."
    for here, strip in enumerate(strips):
        part = TablePart(strip.url, (strip,), here + 1, len(strips), here, links)
        view = partial(family_matrix_view, book, tables, part)
        yield IndexPage(strip.url, title, description, "family_matrix.html", view)


def family_matrix_view(book: Casebook, tables: FamilyTables, part: TablePart[Strip]) -> FamilyMatrixView:
    """Return one page of the matrix of a family."""
    (strip,) = part.rows
    return FamilyMatrixView(
        breadcrumbs=(
            Link("Home", addresses.HOME),
            Link("Insights", addresses.INSIGHTS),
            Link("Technologies and patterns", addresses.MATRIX),
        ),
        sections=sections(("all", f"Technologies and patterns: {tables.family.name}", True)),
        name=tables.family.name,
        answer=tables.answer,
        patterns=strip.patterns,
        groups=tuple(_groups(book, tables, strip)),
        part=part,
    )


def _groups(book: Casebook, tables: FamilyTables, strip: Strip) -> Iterator[CategoryRows]:
    def category_of(name: str) -> str:
        return book.library.technologies[name].data.category

    for category, names in groupby(strip.technologies, category_of):
        term = book.term("categories", category)
        yield CategoryRows(
            anchor=addresses.anchor("category", category),
            category=Link(term.name, addresses.category(category)),
            rows=tuple(_row(book, tables, strip, name) for name in names),
        )


def _row(book: Casebook, tables: FamilyTables, strip: Strip, technology: str) -> TechnologyRow:
    found = (tables.pairs.get((technology, face.id)) for face in strip.patterns)
    cells = tuple(_cell(book, pairing, tables.most) if pairing else None for pairing in found)
    return TechnologyRow(book.link("technology", technology), cells)


def _cell(book: Casebook, pairing: Pairing, most: int) -> PairCell:
    systems, serving = pairing.systems, pairing.serving
    only = systems[0].url if len(systems) == 1 else ""
    return PairCell(
        serving=serving,
        both=len(systems),
        heat=heat(serving, most),
        url=only or explore_both(pairing.technology, pairing.pattern),
        words="; ".join(
            (*_named(book, "serves it in", systems[:serving]), *_named(book, "both in", systems[serving:]))
        ),
    )


def _named(book: Casebook, label: str, systems: tuple[InSystem, ...]) -> Iterator[str]:
    """Yield the names of some systems after a label, or nothing."""
    names = [book.link("case-study", system.case).name for system in systems[:NAMED]]
    if names:
        more = [f"{len(systems) - NAMED} more"] if len(systems) > NAMED else []
        yield f"{label} {wording.listing((*names, *more))}"
