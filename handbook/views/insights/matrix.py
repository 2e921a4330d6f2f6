"""The matrix of technologies and patterns: categories by families first, then a page for each family."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from handbook import addresses, wording
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook
from handbook.views.index_page import IndexPage
from handbook.views.insights.family_matrix import FamilyTables, family_pages, family_tables
from handbook.views.insights.pairings import Pair, Pairing, heat, most_shared
from handbook.views.sections import Sections, sections

TITLE = "Technologies and patterns"
DESCRIPTION = "Which technologies serve which patterns, in which systems: a matrix of categories and families."


@dataclass(frozen=True, slots=True)
class CountCell:
    """A count with its shade, its link, and a sentence that says what is counted."""

    count: int
    heat: int
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category of technologies, with a cell for each family; None if no system has both."""

    category: Link
    cells: tuple[CountCell | None, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    answer: str
    families: tuple[Link, ...]
    rows: tuple[CategoryRow, ...]


def matrix_pages(book: Casebook, pairs: Mapping[Pair, Pairing]) -> Iterator[IndexPage]:
    """Yield the matrix of categories and families, and the pages of each family."""
    tables = tuple(family_tables(book, pairs))
    view = partial(matrix_view, book, pairs, tables)
    yield IndexPage(addresses.MATRIX, TITLE, DESCRIPTION, "matrix.html", view)
    for table in tables:
        yield from family_pages(book, table)


def matrix_view(book: Casebook, pairs: Mapping[Pair, Pairing], tables: tuple[FamilyTables, ...]) -> MatrixView:
    """Return the matrix of categories and families."""
    counts = _systems(book, pairs.values())
    most = max(map(len, counts.values()), default=1)
    return MatrixView(
        breadcrumbs=(Link("Home", addresses.HOME), Link("Insights", addresses.INSIGHTS)),
        sections=sections(("all", "Categories and families", True)),
        answer=in_one_line(book, pairs),
        families=tuple(Link(table.family.name, addresses.matrix(table.family.id)) for table in tables),
        rows=tuple(
            CategoryRow(
                Link(category.name, addresses.category(category.id)),
                tuple(_cell(table, category.id, category.name, counts, most) for table in tables),
            )
            for category in book.library.vocabulary.categories
            if any((category.id, table.family.id) in counts for table in tables)
        ),
    )


def _systems(book: Casebook, found: Iterable[Pairing]) -> Mapping[Pair, set[str]]:
    """Return the systems by category and family in which a technology serves a pattern."""
    systems: dict[Pair, set[str]] = defaultdict(set)
    for pairing in found:
        category = book.library.technologies[pairing.technology].data.category
        family = book.library.patterns[pairing.pattern].data.family
        serving = {system.case for system in pairing.systems if system.serves}
        if serving:
            systems[category, family] |= serving
    return systems


def _cell(
    table: FamilyTables, category: str, name: str, counts: Mapping[Pair, set[str]], most: int
) -> CountCell | None:
    count = len(counts.get((category, table.family.id), ()))
    if not count:
        return None
    counted = wording.counted(count, "system")
    return CountCell(count, heat(count, most), table.urls[category], f"{name} for {table.family.name}: {counted}")


def in_one_line(book: Casebook, pairs: Mapping[Pair, Pairing]) -> str:
    """Return the pair that serves in most systems, and the families with most pairs."""
    serving = [pairing for pairing in pairs.values() if pairing.serving]
    if not serving:
        return "No technology serves a pattern in any system"
    families: dict[str, int] = defaultdict(int)
    for pairing in serving:
        families[book.families[book.library.patterns[pairing.pattern].data.family].name] += 1
    ordered = sorted(families, key=lambda name: (-families[name], name_order(name)))
    first = wording.listing(tuple(f"{name} ({families[name]})" for name in ordered[:3]))
    return f"{most_shared(book, serving)}. The families with the most pairs are {first}"
