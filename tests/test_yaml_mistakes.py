"""Mistakes in the syntax of a file: each is found once, and the reader goes on at the next key."""

import pytest
import yaml

from handbook.model.organisation import Organisation
from handbook.problem import Problem
from handbook.shape import fit
from handbook.source import read_source
from handbook.yaml_lines import LineScan
from handbook.yaml_parser import PythonParser


@pytest.fixture(params=[yaml.CSafeLoader, PythonParser], ids=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.yaml_reader.EventParser", request.param)


def problems(text: str) -> list[Problem]:
    """Return the problems of an organisation, apart from keys that it lacks."""
    found = fit(read_source("x.yml", text.encode()), Organisation)[1]
    return [problem for problem in found if problem.rule != "missing-key"]


def places(text: str) -> list[tuple[str, int, int]]:
    return [(problem.rule, problem.line, problem.column) for problem in problems(text)]


def test_several_mistakes_are_told_at_once() -> None:
    text = 'name: "Mini\nwhat Is small\nwebsite: `x`\nadded: slide: 3\nformerly: [a, b\nfounded: 2000\n'
    assert places(text) == [
        ("not-yaml", 1, 7), ("not-yaml", 2, 1), ("not-yaml", 3, 10), ("not-yaml", 4, 13), ("not-yaml", 5, 11),
        ("unknown-key", 6, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        'name: "Mini\nwhat: "x"\n',
        "name: 'Mini\nwhat: It's small\n",
        'formerly: [a, "b, c]\nname: x\n',
        'what: "two\n  lines\nname: x\n',
        'sources:\n  - {id: a, title: "b}\n  - {id: c, title: "d"}\n',
    ],
)
def test_an_open_quote_is_reported_where_it_begins(text: str) -> None:
    (problem,) = (found for found in problems(text) if found.rule == "not-yaml")
    assert text.split("\n")[problem.line - 1][problem.column - 1] in "\"'"
    assert problem.line == next(
        number for number, line in enumerate(text.split("\n"), 1) if "\"'"[0] in line or "'" in line
    )
    assert problem.message.startswith("this quote is never closed")


def test_what_was_repaired_is_not_reported_again() -> None:
    """The line that lacked a colon would also be a key that does not exist."""
    assert places("name: Mini\nfounded 2000\nwhat: x\n") == [("not-yaml", 2, 1)]
    assert places("name: Mini\nname 2000\nwhat: x\n") == [("not-yaml", 2, 1)]


def test_a_draft_is_no_entry() -> None:
    entry, _ = fit(read_source("x.yml", b"name: Mini\nwhat: A: b\nwebsite: https://x.example/\n"), Organisation)
    assert entry is None


def test_lines_that_move_keep_their_places() -> None:
    """The wrong key is reported at its column in the file, not in the repaired text."""
    text = "name: Mini\nwhat: x\nsources:\n  - id: a\n     title: b\n     kined: docs\n"
    assert places(text) == [("not-yaml", 5, 6), ("unknown-key", 6, 6)]


def test_a_first_key_that_is_indented_is_the_mistake() -> None:
    assert places("# x\n  name: Mini\nwhat: x\nwebsite: https://x.example/\n") == [("not-yaml", 2, 3)]


def test_after_lines_were_left_out_nothing_is_missing() -> None:
    text = "name: Mini\n- a\nwhat: x\n"
    assert [problem.line for problem in fit(read_source("x.yml", text.encode()), Organisation)[1]] == [2]


def test_each_mark_of_a_conflict_is_told() -> None:
    text = "<<<<<<< HEAD\nname: Mini\n||||||| base\nname: M\n=======\nname: Maxi\n>>>>>>> other\nwhat: x\n"
    assert places(text) == [("conflict-mark", line, 1) for line in (1, 3, 5, 7)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name： Mini\n", (1, 5)),
        ("name: “Mini”\n", (1, 7)),
        ("name: ‘Mini’\n", (1, 7)),
        ("formerly: [“a”]\n", (1, 12)),
        ("nаme: Mini\n", (1, 1)),
        ("formerly: [a，b]\n", (1, 13)),
    ],
)
def test_look_alikes_are_named(text: str, place: tuple[int, int]) -> None:
    (problem,) = (found for found in problems(text) if found.rule == "look-alike")
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize(
    "text",
    [
        "name: 你好：世界，再见\n",
        "what: “One” and “two”\n",
        "what: A “quote”\n",
        'what: "“Mini”"\n',
        "what: 3 − 2 = 1\n",
    ],
)
def test_signs_of_typography_are_allowed_in_texts(text: str) -> None:
    assert places(text) == []


def test_the_layout_knows_where_values_end() -> None:
    layout = LineScan(["a: [b,", "  c]", "d: >-", "  e", "f:", "  - g: 'h", "    i'", "    j: k"])
    assert layout.last == [1, 1, 3, 3, 4, 6, 6, 7]
    assert [layout.is_structure(number) for number in range(8)] == [True, False, True, False, True, True, False, True]
    assert [(level.column, level.is_item) for level in layout.levels(7)] == [(4, False), (2, True), (0, False)]
    assert layout.never_closed == []
