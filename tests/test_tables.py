"""The tables: their rows, their keys, and texts that a spreadsheet must not run."""

import csv
import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from handbook.exports.columns import guarded
from handbook.exports.tables import tables
from handbook.faces import make_casebook
from handbook.library import Library

HOME = "https://handbook.example/"
Rows = list[dict[str, str]]
READERS = {"number": float, "boolean": {"true": True, "false": False}.__getitem__, "string": str}


@pytest.fixture(scope="module")
def texts(library: Library) -> dict[str, str]:
    book = replace(make_casebook(library), home=HOME)
    return {file.path.removeprefix("api/v1/tables/"): file.content.decode() for file in tables(book)}


@pytest.fixture(scope="module")
def rows(texts: dict[str, str]) -> dict[str, Rows]:
    found = {name.removesuffix(".csv"): text for name, text in texts.items() if name.endswith(".csv")}
    return {name: list(csv.DictReader(StringIO(text, newline=""), strict=True)) for name, text in found.items()}


@pytest.fixture(scope="module")
def resources(texts: dict[str, str]) -> dict[str, Any]:
    return {one["name"]: one for one in json.loads(texts["datapackage.json"])["resources"]}


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value}


def test_a_figure_is_a_row(rows: dict[str, Rows]) -> None:
    (row,) = [row for row in rows["figures"] if row["id"] == "requests-day"]
    assert filled(row) == {
        "case_study": "examplebook",
        "id": "requests-day",
        "address": f"{HOME}case-studies/examplebook/#figure-requests-day",
        "what": "Requests in a day",
        "measure": "requests",
        "value": "600000000",
        "unit": "request",
        "per": "day",
        "window": "24 hours of 2013-05-01",
        "precision": "about",
        "statistic": "total",
        "load": "typical",
        "status": "measured",
        "scope": "whole network",
        "as_of": "2013-05-01",
        "basis": "stated",
    }


def test_lists_nested_fields_and_texts_are_cells(rows: dict[str, Rows]) -> None:
    (decision,) = [row for row in rows["decisions"] if row["id"] == "cache-first"]
    assert (decision["instead_of"], decision["practise"]) == ("A second store; Larger machines", "true")
    (burst,) = [row for row in rows["figures"] if row["id"] == "burst"]
    assert (burst["range_low"], burst["range_high"], burst["value"]) == ("9000", "11000", "")
    (case,) = [row for row in rows["case-studies"] if row["id"] == "examplebook"]
    assert (case["period_from"], case["period_until"], case["added"]) == ("2010", "2014-06", "2016-03-05")
    assert case["summary"].startswith("Examplebook showed invented people what")
    assert "put Example Cache before its store and a queue behind it" in case["summary"]


def test_a_use_without_an_id_has_that_of_its_technology(rows: dict[str, Rows]) -> None:
    uses = [(row["id"], row["technology"], row["stance"]) for row in rows["uses-of-technologies"]]
    assert ("cache-of-pages", "example-cache", "uses") in uses
    assert ("dummy-log", "dummy-log", "built") in uses


def test_citations_join_claims_and_sources(rows: dict[str, Rows]) -> None:
    cited = [
        (row["source"], row["at"])
        for row in rows["citations"]
        if (row["entry"], row["claim"]) == ("examplebook", "figure:servers")
    ]
    assert cited == [("post", "table 1")]
    assert ("technology", "example-cache", "solves", "handbook", "Why") in {
        tuple(row.values()) for row in rows["citations"]
    }


def test_there_is_a_row_for_each_claim_and_each_entry(rows: dict[str, Rows], library: Library) -> None:
    cases = [entry.data for entry in library.case_studies.values()]
    assert len(rows["figures"]) == sum(len(case.figures) for case in cases) > 5
    assert len(rows["events"]) == sum(len(case.timeline) for case in cases)
    assert len(rows["sources"]) == sum(len(entry.sources) for entry in library.entries())
    assert [row["id"] for row in rows["technologies"]] == list(library.technologies)


def test_the_package_describes_every_column(rows: dict[str, Rows], resources: dict[str, Any]) -> None:
    assert list(resources) == list(rows)
    for name, resource in resources.items():
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(rows[name][0])
        assert [field["name"] for field in fields if not field["description"]] == []
        for field in fields:
            cells = [row[field["name"]] for row in rows[name]]
            read = [READERS[field["type"]](cell) for cell in cells if cell]
            constraints = field.get("constraints", {})
            assert "" not in cells or not constraints.get("required"), field
            assert set(read) <= set(constraints.get("enum", read)), field


def test_keys_hold(rows: dict[str, Rows], resources: dict[str, Any]) -> None:
    def values(name: str, columns: list[str]) -> list[tuple[str, ...]]:
        return [key for row in rows[name] if any(key := tuple(row[column] for column in columns))]

    checked = 0
    for name, resource in resources.items():
        key = resource["schema"].get("primaryKey")
        assert not key or len(set(values(name, key))) == len(rows[name])
        for foreign in resource["schema"].get("foreignKeys", ()):
            to = foreign["reference"]
            assert set(values(name, foreign["fields"])) <= set(values(to["resource"] or name, to["fields"]))
            checked += 1
    assert checked == 6 + 2 + 1 + 1 + 1, "of claims, of uses, of citations, of an organisation and of its parent"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1+1", "'=1+1"),
        (" =1+1", "'=1+1"),
        ("x;=1+1", "x;'=1+1"),
        ("x\n=1+1", "x =1+1"),
        ("x;\t@y", "x; @y"),
        ("1 + 1 = 2; so -1 is less", "1 + 1 = 2; so -1 is less"),
        ('"quoted" = fine', '"quoted" = fine'),
        ("https://a.example/?b=c", "https://a.example/?b=c"),
        ("", ""),
    ],
)
def test_no_text_is_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell
