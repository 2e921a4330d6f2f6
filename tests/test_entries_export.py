"""The data of the search box: every entry once, with its names and a line that says who used it."""

import json
import re
from dataclasses import dataclass

import pytest

from handbook import addresses
from handbook.exports.answers import claims_data
from handbook.exports.data import data_file
from handbook.exports.entries import cases_data, entries_data, entries_file, lessons_data
from handbook.exports.figures import figures_data
from handbook.exports.keywords import COMMON
from handbook.exports.records import CasesData, EntriesData, SearchEntry
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.links import pairs
from handbook.model.kinds import KINDS
from handbook.site import make_site

NO_ENTRIES = ("family", "guide", "term", "page")
"""Kinds of search results that are not entries."""


@pytest.fixture
def book(library: Library) -> Casebook:
    return make_casebook(library)


@pytest.fixture
def data(book: Casebook) -> EntriesData:
    return entries_data(book)


def row(name: str, line: str = "") -> SearchEntry:
    return SearchEntry("path", name, name, ("a", "b"), (), line, "", "", 0)


def text_of(data: CasesData) -> str:
    return data_file(CasesData, lambda: data).make()


def test_a_list_of_records_travels_as_named_columns() -> None:
    text = text_of(CasesData((row("one"), row("two")), ("a", "b")))
    columns = json.loads(text.removeprefix('hsData("cases",').removesuffix(")\n"))["entries"]
    assert list(columns) == list(SearchEntry._fields)
    assert columns["id"] == ["one", "two"]
    assert columns["also"] == [["a", "b"], ["a", "b"]]


def test_an_empty_list_has_its_columns() -> None:
    assert '"entries":{"kind":[],"id":[]' in text_of(CasesData((), ()))


def test_text_of_contributors_stays_inside_the_value() -> None:
    hostile = '"); alert(1); //</script>\u2028'
    call = re.fullmatch(r"hsData\(\"cases\",(.*)\)\n", text_of(CasesData((row("x", hostile),), ())))
    assert call
    assert json.loads(call[1])["entries"]["line"] == [hostile]


def test_the_file_is_where_the_scripts_look_for_it(book: Casebook) -> None:
    assert entries_file(book, ()).path == addresses.data("entries")


def test_every_entry_is_there_once(data: EntriesData, book: Casebook, library: Library) -> None:
    found = [(entry.kind, entry.id) for entry in (*data.entries, *cases_data(book).entries)]
    assert len(set(found)) == len(found)
    assert {(entry.kind, entry.id) for entry in library.entries()} == {
        each for each in found if each[0] not in NO_ENTRIES
    }


def test_a_row_has_names_a_line_and_words(data: EntriesData, library: Library) -> None:
    found = {entry.id: entry for entry in data.entries}["example-cache"]
    entry = library.technologies["example-cache"].data
    assert found.name == entry.name
    assert found.also == entry.also_known_as
    assert re.match(r"used by \d", found.line)
    assert found.weight > 0


def test_kinds_come_in_the_order_of_their_ranks_with_the_address_of_an_entry(data: EntriesData) -> None:
    ranked = sorted(KINDS, key=lambda kind: kind.rank)
    assert [kind.name for kind in data.kinds if kind.name not in NO_ENTRIES] == [kind.name for kind in ranked]
    assert len({kind.rank for kind in KINDS}) == len(KINDS)
    assert {kind.name: kind.address for kind in data.kinds}["path"].format(id="x") == addresses.page("path", "x")
    assert {entry.kind for entry in data.entries} <= {kind.name for kind in data.kinds}


def test_a_family_says_how_many_patterns_it_has(real_library: Library) -> None:
    lines = {row.id: row.line for row in entries_data(make_casebook(real_library)).entries if row.kind == "family"}
    assert lines["multi-tenancy"] == "a family of 1 pattern"
    assert lines["caching"].endswith(" patterns")


def test_a_guide_over_a_category_is_found_by_its_name(data: EntriesData) -> None:
    (guide,) = [row for row in data.entries if row.kind == "guide"]
    assert (guide.id, guide.name, guide.line) == ("caches", "Caches compared", "3 technologies side by side")
    address = next(kind.address for kind in data.kinds if kind.name == "guide")
    assert address.format(id=guide.id) == addresses.guide("caches")


def test_a_term_is_found_by_any_of_its_names_and_by_its_paraphrases(data: EntriesData) -> None:
    terms = {row.id: row for row in data.entries if row.kind == "term"}
    assert (terms["cached-copy"].name, terms["cached-copy"].also) == ("cache", ("cached copy",))
    assert (terms["batch"].asked, terms["batch"].line) == (
        ("bundle of writes",),
        "Several things that are handled together.",
    )
    address = next(kind.address for kind in data.kinds if kind.name == "term")
    assert address.format(id="batch") == addresses.term("batch")


def test_words_are_telling_and_stand_once(data: EntriesData) -> None:
    for entry in data.entries:
        words = f"{entry.words} {entry.more}".split()
        assert len(words) == len(set(words)), entry.id
        assert not COMMON & set(words)
        assert not set(words) & set(entry.name.casefold().split())


def test_comparisons_lead_to_their_pages(data: EntriesData, library: Library) -> None:
    told = {(data.entries[one].id, data.entries[other].id, address) for one, other, address in data.comparisons}
    assert told == {(one, other, addresses.comparison(one, other)) for one, other in pairs(library)}
    assert told


def test_every_lesson_is_there(book: Casebook, library: Library) -> None:
    found = lessons_data(book)
    lessons = {(case.id, lesson.id) for case in library.case_studies.values() for lesson in case.data.lessons}
    assert {(lesson.case, lesson.id) for lesson in found.lessons} == lessons
    assert found.address.format(case="x", id="y") == addresses.claim("x", "lesson", "y")


@dataclass(frozen=True)
class Page:
    """A page that belongs to no entry."""

    url: str
    title: str
    description: str = "What it shows of systems."


def test_index_pages_are_found_by_their_folder_and_further_parts_and_the_home_page_are_not(book: Casebook) -> None:
    pages = [Page("/", "Home"), Page("/left/", "Who left what"), Page("/left/2/", "Who left what"), Page("/a/b/", "AB")]
    data = entries_data(book, pages)
    (found,) = [row for row in data.entries if row.kind == "page"]
    assert (found.id, found.name, found.line) == ("left", "Who left what", "What it shows of systems.")
    assert found.words == "shows systems"
    address = next(kind.address for kind in data.kinds if kind.name == "page")
    assert address.format(id=found.id) == data.left == addresses.LEFT


def test_the_site_lists_its_own_index_pages(library: Library) -> None:
    file = next(file for file in make_site(library).exports if file.path == addresses.data("entries"))
    text = b"".join(file.pieces()).decode()
    data = json.loads(text[text.index(",") + 1 : text.rindex(")")])["entries"]
    pages = {name for kind, name in zip(data["kind"], data["id"], strict=True) if kind == "page"}
    assert {"left", "insights", "glossary", "compare", "case-studies"} <= pages


def test_a_technology_is_searched_by_its_category(data: EntriesData, library: Library) -> None:
    found = next(row for row in data.entries if row.id == "example-cache")
    assert found.asked == (*library.technologies["example-cache"].data.searched_as, "Caches")


def test_case_studies_come_with_their_organisations(book: Casebook, library: Library) -> None:
    data = cases_data(book)
    owners = dict(zip([row.id for row in data.entries], data.organisations, strict=True))
    assert owners == {case.id: case.data.organisation for case in library.case_studies.values()}


def test_the_counts_tell_how_much_there_is_to_load(data: EntriesData, book: Casebook) -> None:
    counts = len(lessons_data(book).lessons), len(figures_data(book).figures), len(claims_data(book).claims)
    assert (data.lessons, data.figures, data.claims) == counts
