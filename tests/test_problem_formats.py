"""The forms in which problems are printed: text with the line of the file, annotations, and SARIF."""

import json

import pytest

from handbook.problem import Problem, Rule
from handbook.problem_formats import WIDTH, as_annotation, as_sarif, as_text

HOME = "https://example.org/book/"
PROBLEM = Problem("content/a b.yml", 12, 7, "100% wrong", "not-yaml")


def test_the_text_has_the_line_and_a_mark_under_the_place() -> None:
    assert as_text(PROBLEM, 'name: "Mini', HOME).split("\n") == [
        "content/a b.yml:12:7: 100% wrong [not-yaml]",
        '  12 | name: "Mini',
        "     |       ^ https://example.org/book/contribute/checks/#not-yaml",
    ]


def test_without_a_line_or_an_address_the_rest_is_printed() -> None:
    assert as_text(PROBLEM, None).split("\n")[1:] == ["    /contribute/checks/#not-yaml"]
    assert as_text(PROBLEM, "x", label="advice").startswith("advice: content/a b.yml:12:7: ")


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("a: \u200b\u200bx", 6, "x"),
        ("名: x", 4, "x"),
        ("e\u0301: x", 5, "x"),
        ("a: " + "b" * 200 + "X" + "c" * 200, 204, "X"),
        ("a: " + "b" * 200 + "X", 204, "X"),
        ("X" + "b" * 200, 1, "X"),
    ],
)
def test_the_mark_is_under_the_character(line: str, column: int, under: str) -> None:
    _, shown, mark = as_text(Problem("x", 1, column, "m", "r"), line).split("\n")
    columns = "".join(sign + "\0" * (sign == "名") for sign in shown if sign != "\u0301")
    assert columns[mark.index("^")] == under
    assert len(shown) <= WIDTH + 10


def test_a_place_behind_the_line_is_marked_behind_it() -> None:
    assert as_text(Problem("x", 1, 400, "m", "r"), "ab").split("\n")[1:] == [
        "  1 | ab",
        "    |   ^ /contribute/checks/#r",
    ]


def test_an_annotation_is_escaped() -> None:
    assert as_annotation(PROBLEM) == "::error file=content/a b.yml,line=12,col=7,title=not-yaml::100%25 wrong"


def test_sarif_names_the_rules_and_the_places() -> None:
    rules = [Rule("alias", "An alias."), Rule("not-yaml", "Not YAML.")]
    (run,) = json.loads(as_sarif([PROBLEM], [Problem("content/é.yml", 1, 1, "m", "alias")], rules, HOME))["runs"]
    described = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == ["alias", "not-yaml"]
    assert described[1]["helpUri"] == "https://example.org/book/contribute/checks/#not-yaml"
    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in run["results"]] == [
        ("not-yaml", 1, "error"), ("alias", 0, "note"),
    ]  # fmt: skip
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["region"] == {"startLine": 12, "startColumn": 7}
    assert [place["artifactLocation"]["uri"] for place in places] == ["content/a%20b.yml", "content/%C3%A9.yml"]


def test_without_an_address_sarif_has_no_relative_one() -> None:
    (run,) = json.loads(as_sarif([], [], [Rule("alias", "An alias.")]))["runs"]
    assert "helpUri" not in run["tool"]["driver"]["rules"][0]
    assert run["results"] == []
