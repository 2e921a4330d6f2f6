"""The matrix of technologies and patterns, on the sample: each answer was worked out by hand."""

from dataclasses import replace

import pytest

from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.views.insights import family_matrix, matrix
from handbook.views.insights.family_matrix import FamilyTables, family_matrix_view, family_pages, family_tables
from handbook.views.insights.matrix import matrix_view
from handbook.views.insights.pairings import InSystem, Pairing, heat, most_shared, pairings


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return make_casebook(library)


def caching(book: Casebook) -> FamilyTables:
    return next(family_tables(book, pairings(book)))


def test_a_technology_serves_a_pattern_if_a_decision_names_both_or_its_entry_says_so(book: Casebook) -> None:
    """A decision names the cache and Read cache, its entry names both patterns, and nothing connects the log."""
    example, mail = "/case-studies/examplebook/#", "/case-studies/samplemail/#"
    found = {pair: pairing.systems for pair, pairing in pairings(book).items()}
    assert found == {
        ("example-cache", "read-cache"): (InSystem("examplebook", True, f"{example}decision-cache-first"),),
        ("example-cache", "warm-up"): (InSystem("examplebook", True, f"{example}pattern-warm-up"),),
        ("dummy-log", "read-cache"): (InSystem("examplebook", False, f"{example}pattern-page-cache"),),
        ("dummy-log", "warm-up"): (InSystem("examplebook", False, f"{example}pattern-warm-up"),),
        ("sample-queue", "write-queue"): (InSystem("samplemail", True, f"{mail}pattern-write-queue"),),
    }


def test_the_first_page_counts_systems_by_category_and_family(book: Casebook) -> None:
    pairs = pairings(book)
    view = matrix_view(book, pairs, tuple(family_tables(book, pairs)))
    assert [family.name for family in view.families] == ["Caching", "Queues"]
    assert [(row.category.name, [cell.count if cell else 0 for cell in row.cells]) for row in view.rows] == [
        ("Caches", [1, 0]),
        ("Queues and logs", [0, 1]),
    ]
    cell = view.rows[0].cells[0]
    assert cell and (cell.url, cell.words) == ("/matrix/caching/#category-cache", "Caches for Caching: 1 system")


def test_the_answer_names_the_pairs_and_the_families(book: Casebook) -> None:
    assert matrix.in_one_line(book, pairings(book)) == (
        "The pairs that most systems share are Example Cache for Read cache, Example Cache for Warm-up and"
        " Sample Queue for Write queue, in 1 system each. The families with the most pairs are Caching (2)"
        " and Queues (1)"
    )
    assert matrix.in_one_line(book, {}) == "No technology serves a pattern in any system"


def test_a_single_pair_is_named_alone_and_many_are_counted(book: Casebook) -> None:
    found = pairings(book)["example-cache", "read-cache"]
    assert most_shared(book, [found]) == (
        "The pair that most systems share is Example Cache for Read cache, in 1 system"
    )
    assert "Example Cache for Read cache, Example Cache for Read cache and 2 others" in most_shared(book, [found] * 4)


def test_a_family_shows_the_technologies_that_serve_its_patterns(book: Casebook) -> None:
    """The log stands beside the patterns of caching, but serves none."""
    tables = caching(book)
    (page,) = family_pages(book, tables)
    view = page.view()
    assert isinstance(view, family_matrix.FamilyMatrixView)
    assert [face.name for face in view.patterns] == ["Read cache", "Warm-up"]
    assert [(group.category.name, [row.technology.name for row in group.rows]) for group in view.groups] == [
        ("Caches", ["Example Cache"])
    ]
    cells = view.groups[0].rows[0].cells
    assert [(cell.serving, cell.both, cell.words) for cell in cells if cell] == [(1, 1, "serves it in Examplebook")] * 2
    assert [cell.url for cell in cells if cell] == [
        "/case-studies/examplebook/#decision-cache-first",
        "/case-studies/examplebook/#pattern-warm-up",
    ]


def test_a_cell_of_several_systems_leads_to_the_finder_and_names_them(book: Casebook) -> None:
    tables = caching(book)
    pair = ("example-cache", "read-cache")
    systems = (*tables.pairs[pair].systems, InSystem("samplemail", False, "/there/"))
    more = replace(tables, pairs={**tables.pairs, pair: Pairing(*pair, systems)})
    (page,) = family_pages(book, more)
    view = page.view()
    assert isinstance(view, family_matrix.FamilyMatrixView)
    cell = view.groups[0].rows[0].cells[0]
    assert cell and (cell.serving, cell.both) == (1, 2)
    assert cell.url == "/explore/?technology=example-cache&pattern=read-cache:uses"
    assert cell.words == "serves it in Examplebook; both in Samplemail"


def test_a_family_with_many_patterns_is_spread_over_pages(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(family_matrix, "MOST_COLUMNS", 1)
    tables = caching(book)
    pages = list(family_pages(book, tables))
    assert [page.url for page in pages] == ["/matrix/caching/", "/matrix/caching/2/"]
    assert tables.urls == {"cache": "/matrix/caching/#category-cache"}
    assert [strip.name for strip in tables.strips] == [
        "Read cache to Read cache, Example Cache to Example Cache",
        "Warm-up to Warm-up, Example Cache to Example Cache",
    ]


def test_the_shade_follows_the_count() -> None:
    assert [heat(count, 10) for count in (1, 3, 5, 8, 10)] == [1, 2, 2, 4, 4]
    assert heat(0, 10) == 0


def test_a_page_of_a_family_says_which_pairs_most_systems_share(book: Casebook) -> None:
    (page,) = family_pages(book, caching(book))
    view = page.view()
    assert isinstance(view, family_matrix.FamilyMatrixView)
    assert view.answer == (
        "The pairs that most systems share are Example Cache for Read cache and Example Cache for Warm-up,"
        " in 1 system each"
    )
    assert family_matrix_view(book, caching(book), view.part).answer == view.answer
