"""PyYAML's pure Python parser gives the same data and problems as libyaml."""

import pytest
import yaml

from handbook.source import YamlFile, read_source
from handbook.yaml_parser import PythonParser


def read_with(parser: type, text: str, monkeypatch: pytest.MonkeyPatch) -> YamlFile:
    monkeypatch.setattr("handbook.yaml_reader.EventParser", parser)
    return read_source("x.yml", text.encode())


READ = {
    "a: [Why?, b?c, http://x/?y]": {"a": ("Why?", "b?c", "http://x/?y")},
    "a: {b: Why?}": {"a": {"b": "Why?"}},
    "a: [b\n  c, d]": {"a": ("b c", "d")},
    "a: {b: , c: }": {"a": {"b": None, "c": None}},
    "a: >#\n  b": {"a": "b\n"},
    "a: |2- # c\n   b": {"a": " b"},
    "a: 'x": None,
    'a: "\\q"': None,
    'a: "\\ud800"': None,
    'a: "\\UFFFFFFFF"': None,
    'a: "\\xZZ"': None,
    "a: {b:[c]}": None,
    "a: [b:,]": None,
    "[? : {": None,
    "a: ![b]": None,
    "a: !b!c d": None,
    "a: !! d": None,
    "a: !%C0%80 d": None,
    "a: !<": None,
    "a: >0\n b": None,
    "a: [b\n---\nc]": None,
    "a: @b": None,
    "a: `b": None,
    "a: &é b": None,
    "a: b\n c": {"a": "b c"},
    "a: b\n  c: d": None,
    "- a\nb: c": None,
    "a:\n- b\n c: d": None,
    "a: [b\n# c #d\ne: f": None,
    "a: b": {"a": "b"},
}
"""Texts without a final line break on which the parsers could differ, and their data; None if there is a problem."""


@pytest.mark.parametrize(("text", "data"), READ.items())
def test_both_parsers_give_the_same(text: str, data: object, monkeypatch: pytest.MonkeyPatch) -> None:
    one = read_with(yaml.CSafeLoader, text, monkeypatch)
    assert one == read_with(PythonParser, text, monkeypatch)
    assert one.data == data
    assert (data is None) == bool(one.problems)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("at: slide #12", (1, 11)),
        ("at: #12", (1, 5)),
        ("- #12", (1, 3)),
        ("a: {id: x, at: slide #3}\nb: c", (1, 22)),
        ("a:\n  - {id: x, at: slide #3}\n  - {id: y}", (2, 23)),
        ("a: [one, two #2,\n  three]\nb: c", (1, 14)),
        ("a: The first #1 of\n  two lines\nb: c", (1, 14)),
        ("a: b # c", (1, 6)),
        ("a: b  #c", (1, 7)),
    ],
)
def test_a_text_that_a_comment_cuts_is_told(text: str, place: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    for parser in (yaml.CSafeLoader, PythonParser):
        (problem,) = read_with(parser, text, monkeypatch).problems
        assert (problem.rule, problem.line, problem.column) == ("text-cut-short", *place)


@pytest.mark.parametrize(
    "text",
    [
        'a: "slide #12"',
        "a: 'slide #12'",
        "a: b  # c",
        "a: b  #",
        "a: C#",
        "a: |\n  b #12",
        "a: b#c",
        "a: b\n# c #d",
        "[a] #b",
    ],
)
def test_other_signs_are_left_alone(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for parser in (yaml.CSafeLoader, PythonParser):
        assert read_with(parser, text, monkeypatch).problems == ()


def test_a_line_in_quotes_that_joins_two_words_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'a: "one\\\n  two \\\n  three\\\\\n  four\\\\\\\n  five\\\n  "\nb: |\n  six\\\n  seven\n'
    for parser in (yaml.CSafeLoader, PythonParser):
        found = read_with(parser, text, monkeypatch).problems
        assert [(problem.rule, problem.line, problem.column) for problem in found] == [
            ("words-joined", 1, 8), ("words-joined", 4, 9),
        ]  # fmt: skip
