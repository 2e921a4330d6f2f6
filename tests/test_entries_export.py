"""What the search box gets: every entry once, found by its names, with a line that says who used it."""

import json
import re

import pytest

from handbook import addresses
from handbook.exports.data import SiteFile, data_file
from handbook.exports.entries import COMMON, Row, cases_file, entries_file, lessons_file
from handbook.library import Library
from handbook.links import pairs
from handbook.views.context import Context, make_context


@pytest.fixture
def context(library: Library) -> Context:
    return make_context(library)


def value(file: SiteFile) -> object:
    call = re.fullmatch(r"hsData\(\"([a-z]+)\",(.*)\)\n", file.text)
    assert call
    assert file.path == addresses.data(call[1])
    return json.loads(call[2])


def rows(file: SiteFile) -> dict[tuple[int, str], Row]:
    found = value(file)
    listed = found["rows"] if isinstance(found, dict) else found
    assert isinstance(listed, list)
    return {(row[0], row[1]): Row(*row) for row in listed}


def test_text_of_contributors_stays_inside_the_value() -> None:
    hostile = '"); alert(1); //</script>\u2028'
    assert value(data_file("x", [hostile])) == [hostile]


def test_every_entry_is_there_once(context: Context, library: Library) -> None:
    early, late = rows(entries_file(context)), rows(cases_file(context))
    assert early.keys() & late.keys() == set()
    named = {name for _, name in (*early, *late)}
    assert {entry.id for entry in library.entries()} <= named


def test_a_row_has_names_a_line_and_words(context: Context, library: Library) -> None:
    found = {row.id: row for row in rows(entries_file(context)).values()}
    row, data = found["example-cache"], library.technologies["example-cache"].data
    assert row.name == data.name
    assert tuple(row.also) == data.also_known_as
    assert re.match(r"used by \d", row.line)
    assert row.weight > 0


def test_words_are_telling_and_stand_once(context: Context) -> None:
    for row in rows(entries_file(context)).values():
        words = f"{row.words} {row.more}".split()
        assert len(words) == len(set(words)), row.id
        assert not COMMON & set(words)
        assert not set(words) & set(row.name.casefold().split())


def test_comparisons_lead_to_their_pages(context: Context, library: Library) -> None:
    found = value(entries_file(context))
    assert isinstance(found, dict)
    listed = found["rows"]
    told = {(listed[one][1], listed[other][1], address) for one, other, address in found["comparisons"]}
    assert told == {(one, other, addresses.comparison(one, other)) for one, other in pairs(library)}
    assert told


def test_every_lesson_is_there(context: Context, library: Library) -> None:
    found = value(lessons_file(context))
    assert isinstance(found, list)
    lessons = {(case.id, lesson.id) for case in library.case_studies.values() for lesson in case.data.lessons}
    assert {(study, lesson) for study, lesson, _ in found} == lessons
