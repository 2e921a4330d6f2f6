"""Reading one YAML file: data, places and errors. Every test runs with and without libyaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.files import MAX_BYTES, MAX_DEPTH, MAX_VALUES
from handbook.problem import Place
from handbook.source import MAX_HIDDEN, YamlFile, read_source
from handbook.yaml_parser import PythonParser

SAMPLE = sorted((Path(__file__).parent / "sample" / "content").rglob("*.yml"))


@pytest.fixture(params=[yaml.CSafeLoader, PythonParser], ids=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.yaml_reader.EventParser", request.param)


def read(text: str) -> YamlFile:
    return read_source("content/x.yml", text.encode())


def refusal(content: bytes) -> tuple[str, Place]:
    source = read_source("content/x.yml", content)
    (problem,) = source.problems
    assert source.data is None
    assert problem.path == "content/x.yml"
    return problem.rule, Place(problem.line, problem.column)


def test_places_of_nested_values() -> None:
    source = read("a: 1\nb:\n  - c: x\n    d: [y, {e: z}]\n")
    assert source.data == {"a": 1, "b": ({"c": "x", "d": ("y", {"e": "z"})},)}
    assert source.place(("a",)) == (1, 4)
    assert source.place(("b",)) == (3, 3)
    assert source.place(("b", 0, "c")) == (3, 8)
    assert source.place(("b", 0, "d", 0)) == (4, 9)
    assert source.place(("b", 0, "d", 1, "e")) == (4, 16)
    assert source.key_place(("b", 0, "d")) == (4, 5)


def test_what_has_no_place_stands_at_the_nearest_value_around_it() -> None:
    source = read("# comment\na:\n  b: 1\n")
    assert source.place(("a", "missing", 3)) == (3, 3)
    assert source.place(("missing",)) == (2, 1)
    assert source.key_place(("a", "missing")) == (3, 3)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("y", "y"), ("1:30", "1:30"), ("0x1F", "0x1F"), ("0o17", "0o17"),
        ("1_000", "1_000"), (".inf", ".inf"), ("-.INF", "-.INF"), (".nan", ".nan"), ("1e999", "1e999"),
        ("2013-11-22", "2013-11-22"), ("2013-11", "2013-11"), ("=", "="), ("<<", "<<"),
        ("~", None), ("", None), ("null", None), ("Null", None), ("nULL", "nULL"),
        ("true", True), ("FALSE", False), ("tRUE", "tRUE"),
        ("1.10", 1.1), ("010", 10), ("-7", -7), ("+7", 7), ("1e3", 1000.0), (".5", 0.5), ("5.", 5.0), (".", "."),
        ('"1"', "1"), ("'~'", "~"), ('""', ""), ("|-\n  7", "7"),
    ],
)  # fmt: skip
def test_scalars_are_those_of_yaml_1_2(written: str, value: Any) -> None:
    found = read(f"key: {written}\n").data["key"]
    assert (type(found), found) == (type(value), value)


def test_plain_scalars_that_are_no_text_are_kept_as_written() -> None:
    source = read('a: 1.10\nb: "1.10"\nc: text\nd: ~\n')
    assert source.written == {("a",): "1.10", ("d",): "~"}


def test_numbers_of_any_length_are_read_at_once() -> None:
    assert read("a: " + "9" * 300).data["a"] == 10**300 - 1
    assert read("a: " + "9" * 100_000).data["a"] == "9" * 100_000


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: 1\nb: x\n", b"a: 1\r\nb: x\r\n"], ids=["bom", "crlf"])
def test_byte_order_mark_and_line_ends_change_nothing(content: bytes) -> None:
    source = read_source("content/x.yml", content)
    assert source.data == {"a": 1, "b": "x"}
    assert source.first_line == "a: 1"
    assert source.place(("b",)) == (2, 4)
    assert source.problems == ()


def test_a_key_that_stands_twice_keeps_the_first_value_and_is_told() -> None:
    source = read("a: {b: 1, b: {c: 2}}\n")
    assert source.data == {"a": {"b": 1}}
    (problem,) = source.problems
    assert (problem.rule, problem.line, problem.column) == ("duplicate-key", 1, 11)


@pytest.mark.parametrize(
    ("content", "rule", "place"),
    [
        (b"a: *b", "alias", (1, 4)),
        (b"a: &b c", "anchor", (1, 4)),
        (b"a:\n  <<: &b {c: 1}", "anchor", (2, 7)),
        (b"a: !!python/object:os.system x", "tag", (1, 4)),
        (b"a: !x [1]", "tag", (1, 4)),
        (b"!x a: 1", "tag", (1, 1)),
        (b"a: 1\n---\nb: 1", "several-documents", (2, 1)),
        (b"? [a]\n: 1", "key-not-text", (1, 3)),
        (b"", "empty-file", (1, 1)),
        (b"# nothing\n", "empty-file", (1, 1)),
        (b"~", "empty-file", (1, 1)),
        (b"---\n", "empty-file", (1, 1)),
        (b"a: 1\nb: x\xff", "not-utf-8", (2, 5)),
        (b"a: 1\nb: 2\xc3\n", "not-utf-8", (2, 5)),
        (b"a: 1\nb: x\x00\n", "hidden-character", (2, 5)),
        (b"a: 1\nb: x: y\n", "not-yaml", (2, 5)),
        (b'a: "\\u0007"', "hidden-character", (1, 4)),
        (b'"\\0": 1', "hidden-character", (1, 1)),
        (b"%TAG ! x\n---\na: 1", "not-yaml", (1, 1)),
        (b"a: 1\n%FOO\n", "not-yaml", (2, 1)),
    ],
)
def test_what_is_refused(content: bytes, rule: str, place: tuple[int, int]) -> None:
    assert refusal(content) == (rule, place)


@pytest.mark.parametrize("escape", [rb"\ud800", rb"\UFFFFFFFF", rb"\U00110000"])
def test_escapes_of_what_is_no_character_are_refused(escape: bytes) -> None:
    rule, place = refusal(b'a: "' + escape + b'"')
    assert (rule, place.line) == ("not-yaml", 1)


def test_the_limit_of_size() -> None:
    line = b"# 16 characters\n"
    assert read_source("x.yml", b"a: 1" + b" " * (MAX_BYTES - 4)).data == {"a": 1}
    assert refusal(line * (MAX_BYTES // len(line)) + b"#")[0] == "file-too-large"


def test_the_limit_of_values() -> None:
    def written(count: int) -> bytes:
        return b"[" + b"a," * (count - 1) + b"]"

    assert read_source("x.yml", written(MAX_VALUES)).problems == ()
    assert refusal(written(MAX_VALUES + 1))[0] == "file-too-large"


def test_hidden_characters_are_counted_as_far_as_anybody_wants_to_know() -> None:
    found = read_source("x.yml", b"\0\n" * 100_000).problems
    assert {problem.rule for problem in found} == {"hidden-character"}
    assert len(found) == MAX_HIDDEN


def test_the_limit_of_depth() -> None:
    def nested(depth: int) -> bytes:
        return b"[" * depth + b"]" * depth

    assert read_source("x.yml", nested(MAX_DEPTH)).problems == ()
    assert refusal(nested(MAX_DEPTH + 1)) == ("nested-too-deep", (1, MAX_DEPTH + 1))
    assert refusal(nested(100_000))[0] == "nested-too-deep"


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_both_parsers_give_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = path.read_bytes()
    with_one = read_source("x.yml", content)
    monkeypatch.setattr("handbook.yaml_reader.EventParser", yaml.CSafeLoader)
    assert with_one.data is not None
    assert with_one == read_source("x.yml", content)
