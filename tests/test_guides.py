"""Guides that compare a whole category: which categories have one, and how points are aligned and merged."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from handbook import addresses
from handbook.faces import Casebook, make_casebook
from handbook.guides import ENOUGH, guides
from handbook.library import Library
from handbook.renderer import Renderer
from handbook.site import make_site
from handbook.views.alignment import Likeness, align, likeness_of_points
from handbook.views.guide import GuideView, guide_view
from handbook.views.said import Said, SourcesLink


@pytest.fixture(scope="module")
def real_book(real_library: Library) -> Casebook:
    return make_casebook(real_library)


@pytest.fixture(scope="module")
def view(library: Library) -> GuideView:
    book = make_casebook(library)
    (guide,) = guides(book)
    return guide_view(book, likeness_of_points(book), guide)


def point(about: str, text: str) -> Said:
    return Said(Markup(text), (SourcesLink("1 source", f"/{about}/", ""),), None, "", about)


def test_each_category_with_enough_full_entries_has_a_guide(real_book: Casebook) -> None:
    full: dict[str, int] = {}
    for entry in real_book.library.technologies.values():
        full[entry.data.category] = full.get(entry.data.category, 0) + (entry.data.depth == "full")
    found = {guide.category.id: guide for guide in guides(real_book)}
    assert set(found) == {category for category, count in full.items() if count >= ENOUGH}
    assert found["message-queue"].url == "/compare/queues/"


def test_no_two_guides_share_an_address_and_none_is_that_of_a_pair(real_book: Casebook) -> None:
    urls = [guide.url for guide in guides(real_book)]
    pairs = {addresses.comparison(*pair) for pair in real_book.links.pairs}
    assert len({*urls, *pairs}) == len(urls) + len(pairs)


def test_technologies_of_most_case_studies_come_first(real_book: Casebook) -> None:
    for guide in guides(real_book):
        weights = [real_book.face("technology", entry.id).weight for entry in guide.full]
        assert weights == sorted(weights, reverse=True)


def test_a_brief_entry_is_listed_below(view: GuideView) -> None:
    assert [column.face.name for column in view.columns] == ["Example Cache", "Second Cache", "Third Cache"]
    assert [face.name for face in view.others] == ["Mock Store"]


def test_what_one_entry_records_has_a_row_and_the_category_has_none(view: GuideView) -> None:
    assert view.facts.same == ()
    different = {row.name: [str(cell.text) for cell in row.cells] for row in view.facts.different}
    assert different["First release"] == ["22 May 2003", "not recorded", "not recorded"]
    assert different["Availability"] == ["open source", "open source", "commercial"]


def test_advice_of_both_entries_stands_in_the_column_that_it_is_for(view: GuideView) -> None:
    second, third = view.columns[1:]
    assert [(str(reason.text), [link.name for link in reason.over]) for reason in second.choose] == [
        ("Nobody wants to pay.", ["Third Cache"])
    ]
    assert [str(reason.text) for reason in third.choose] == ["Somebody has to answer the telephone."]
    assert third.choose[0].over[0].url == "/compare/second-cache-vs-third-cache/"


def test_points_about_the_same_thing_have_a_row_and_the_same_words_stand_once(view: GuideView) -> None:
    speed, peace = view.excels.shared
    assert speed.name == "Speed"
    assert [str(cell.text) for cell in speed.cells if cell] == [
        "It answers in 0.2 ms.",
        "It answers in 3 ms.",
        "It answers in 4 ms.",
    ]
    assert peace.same
    assert [bool(cell) for cell in peace.cells] == [False, True, True]
    (restart,) = view.fails.shared
    assert restart.same
    assert [link.url.split("#")[0] for link in restart.same.sources] == [
        "/technologies/example-cache/",
        "/technologies/second-cache/",
        "/technologies/third-cache/",
    ]


def test_no_point_is_lost_or_told_twice(real_book: Casebook) -> None:
    likeness = likeness_of_points(real_book)
    for guide in guides(real_book):
        made = guide_view(real_book, likeness, guide)
        for entry, place in zip(guide.full, range(len(guide.full)), strict=True):
            for points, own in ((made.excels, entry.data.excels), (made.fails, entry.data.fails)):
                shown = [row.cells[place] for row in points.shared if row.cells[place]] + list(points.rest[place])
                assert sorted(one.id for one in shown if one) == sorted(one.id for one in own)


def test_points_are_aligned_by_their_id_or_by_rare_words() -> None:
    likeness = Likeness(
        ["Many small files exhaust memory.", "It is fast.", "It is slow.", "It is cheap.", "It is old."]
    )
    left = [point("files", "Many small files exhaust memory."), point("speed", "It is fast.")]
    right = [
        point("speed", "Slow at first."),
        point("small", "Small files exhaust its memory."),
        point("age", "It is old."),
    ]
    made = align([left, right], likeness)
    assert [[cell.id if cell else None for cell in row.cells] for row in made.shared] == [
        ["files", "small"],
        ["speed", "speed"],
    ]
    assert [[one.id for one in rest] for rest in made.rest] == [[], ["age"]]


def test_a_row_has_one_point_of_each_column() -> None:
    likeness = Likeness(["apple pear", "apple pear", "other words"])
    made = align([[point("a", "one thing"), point("b", "one thing")], [point("c", "one thing")]], likeness)
    (row,) = made.shared
    assert [cell.id if cell else None for cell in row.cells] == ["a", "c"]
    assert made.rest[0][0].id == "b"


def test_technologies_and_the_index_lead_to_the_guide(library: Library) -> None:
    renderer = Renderer()
    html = {page.url: renderer.page(page).html for page in make_site(library).pages}
    assert 'href="../../compare/caches/"' in html["/technologies/example-cache/"]
    assert 'href="../../compare/caches/"' in html["/technologies/mock-store/"]
    assert "/compare/caches/" not in html["/technologies/sample-queue/"]
    assert 'href="../compare/caches/"' in html["/compare/"]


def test_two_full_entries_make_no_guide(library: Library) -> None:
    fewer = {name: entry for name, entry in library.technologies.items() if name != "third-cache"}
    second = fewer["second-cache"]
    fewer["second-cache"] = replace(second, data=second.data.model_copy(update={"alternatives": ()}))
    by_kind = {**library.by_kind, "technology": fewer}
    assert list(guides(make_casebook(replace(library, by_kind=by_kind)))) == []
