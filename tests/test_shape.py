"""Fitting data to a model, and the places of misfits. The expected messages are in `problems/`."""

from typing import Annotated

import pytest
from pydantic import Field

from handbook.files import MAX_PROBLEMS
from handbook.model.entry import Period
from handbook.model.fields import PartialDate, Sentence, Shape
from handbook.model.figure import Range
from handbook.model.organisation import Organisation
from handbook.model.reading_path import ReadingPath
from handbook.problem import UNTOLD, Problem
from handbook.shape import fit
from handbook.source import read_source

WHOLE = b"name: A\nwhat: B\nwebsite: https://a.example/\n"


def misfits(content: bytes, shape: type[Shape]) -> list[Problem]:
    data, problems = fit(read_source("content/x.yml", content), shape)
    assert data is None
    assert all(problem.path == "content/x.yml" for problem in problems)
    return problems


def places(content: bytes, shape: type[Shape]) -> set[tuple[int, int, str]]:
    return {(problem.line, problem.column, problem.rule) for problem in misfits(content, shape)}


def test_what_fits_becomes_the_model() -> None:
    data, problems = fit(read_source("x.yml", WHOLE + b"formerly: [b, c]\n"), Organisation)
    assert problems == []
    assert data == Organisation(name="A", what="B", website="https://a.example/", formerly=("b", "c"))


def test_blanks_around_a_text_are_taken_off() -> None:
    data, _ = fit(read_source("x.yml", WHOLE.replace(b"what: B", b'what: "  B "')), Organisation)
    assert data
    assert data.what == "B"


def test_a_date_is_read_as_far_as_it_is_known() -> None:
    status = b"status: {state: active, since: 2013-11, text: C, sources: [{id: s}]}\n"
    data, _ = fit(read_source("x.yml", WHOLE + status), Organisation)
    assert data
    assert data.status
    assert data.status.since == PartialDate(2013, 11)


def test_an_unreadable_file_has_the_problem_of_reading_alone() -> None:
    assert [problem.rule for problem in misfits(b"a: *b", Organisation)] == ["alias"]


def test_a_key_that_stands_twice_is_told_where_the_rest_fits() -> None:
    data, problems = fit(read_source("x.yml", WHOLE + b"what: C\n"), Organisation)
    assert data
    assert data.what == "B"
    assert [problem.rule for problem in problems] == ["duplicate-key"]


def test_all_misfits_are_told_each_at_its_place() -> None:
    """The misspelt key is told once: it is not missing as well."""
    content = b"name: 1\nwhat: B\nwebiste: C\nsources:\n  - id: a\n    primary: x\n    read: all\n    foo: 1\n"
    found = places(content, Organisation)
    assert {
        (1, 7, "not-a-text"), (3, 1, "unknown-key"), (5, 5, "missing-key"),
        (6, 14, "not-true-or-false"), (7, 11, "not-a-choice"), (8, 5, "unknown-key"),
    } == found  # fmt: skip


def test_the_items_of_a_list_have_places_of_their_own() -> None:
    content = b"title: T\nsummary: S\nstops:\n  - {entry: x, why: W}\n  - {entry: 'pattern:x', why: ''}\n"
    assert places(content, ReadingPath) == {(4, 13, "wrong-form"), (5, 31, "empty-text")}


def test_a_field_with_an_alias_is_known_by_the_word_of_the_file() -> None:
    (problem,) = misfits(b"start: 2010\n", Period)
    assert problem.message == "`start` is not a key here; did you mean `from`?"


def test_of_very_many_faults_the_lists_are_told_and_what_their_fields_allow() -> None:
    items = b"title: T\nsummary: S\nformerly: [" + b"A," * 900 + b"]\nstops:\n" + b"  - {}\n" * 900
    found = misfits(items, ReadingPath)
    assert len(found) == 2 + 10 + 2 * 50
    assert [(problem.line, problem.rule) for problem in found if problem.rule == "too-many-items"] == [
        (3, "too-many-items"), (5, "too-many-items"),
    ]  # fmt: skip
    assert [problem.message for problem in found].count(UNTOLD) == len(found) - MAX_PROBLEMS


@pytest.mark.parametrize("written", ["0", "-0", "-0.0", "1e15", "-1e15", "1e-12", "0.1", "7"])
def test_a_number_that_can_be_is_read(written: str) -> None:
    data, problems = fit(read_source("x.yml", f"low: {written}\nhigh: {written}".encode()), Range)
    assert (data and data.low, problems) == (float(written), [])
    assert data
    assert str(data.low)[0] != "-" or data.low < 0


@pytest.mark.parametrize("written", ["1.1e15", "-1e300", "1e-13", "-1e-320", "9" * 300, "0.000000000000001"])
def test_a_number_that_cannot_be_is_refused(written: str) -> None:
    assert places(f"low: {written}\nhigh: {written}".encode(), Range) == {
        (1, 6, "out-of-bounds"),
        (2, 7, "out-of-bounds"),
    }


@pytest.mark.parametrize("text", ["\u0301", "\u0301 \u0308", "\u20dd", "\u0903"])
def test_a_text_that_shows_nothing_is_empty(text: str) -> None:
    assert places(WHOLE.replace(b"name: A", f'name: "{text}"'.encode()), Organisation) == {(1, 7, "empty-text")}


@pytest.mark.parametrize("text", ["-", "…", "+", "🚀", "数", "e\u0301", "½"])
def test_a_text_that_shows_something_is_none(text: str) -> None:
    assert fit(read_source("x.yml", WHOLE.replace(b"name: A", f'name: "{text}"'.encode())), Organisation)[1] == []


@pytest.mark.parametrize("url", ["https://a", "http://a.b/c@d?e@f#g@h", "https://a?b@c", "https://a#b@c", "HTTPS://a"])
def test_addresses(url: str) -> None:
    found = fit(read_source("x.yml", WHOLE.replace(b"https://a.example/", url.encode())), Organisation)[1]
    assert [problem.rule for problem in found] == (["wrong-form"] if url.startswith("HTTPS") else [])


@pytest.mark.parametrize(
    "url",
    ["https://user@a.example/", "https://user:pass@a.example", "http://@a", "https:///a", "https://", "ftp://a", "//a"],
)
def test_what_is_no_address_or_has_a_password_is_refused(url: str) -> None:
    assert places(WHOLE.replace(b"https://a.example/", url.encode()), Organisation) == {(3, 10, "wrong-form")}


class Odd(Shape):
    """A shape with limits that no entry uses."""

    number: Annotated[int, Field(multiple_of=7)]
    """A number."""
    text: Annotated[Sentence, Field(pattern="^x")] = "x"
    """A text."""


def test_a_misfit_that_nobody_foresaw_is_told_in_the_words_of_pydantic() -> None:
    number, text = misfits(b"number: 8\ntext: y\n", Odd)
    assert number.rule == "wrong-value"
    assert number.message == "`number` input should be a multiple of 7; found `8`"
    assert text.message == "`text` is `y`, but it has to match ^x"


def test_a_long_value_is_cut_in_the_message() -> None:
    (problem,) = misfits(WHOLE.replace(b"https://a.example/", b"x" * 300), Organisation)
    assert "x" * 70 in problem.message
    assert len(problem.message) < 200
