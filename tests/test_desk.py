"""The desk: one file among the others of an archive, for the editor in the browser."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from handbook import addresses
from handbook.desk import Desk
from handbook.exports.archive import archive, read_archive
from handbook.library import Library
from handbook.pictures.rows import in_rows
from handbook.renderer import Renderer
from handbook.site import make_site

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from editor_cases import Case, cases

ROOT = Path(__file__).parents[1]
NOW = "2026-01-01T00:00:00.000Z"
CASE = "case-studies/examplebook.yml"
BROKEN = {case.name: case for case in cases(ROOT)}


@pytest.fixture(scope="module")
def desk(library: Library) -> Desk:
    return Desk(archive(library))


@pytest.fixture
def text(sample: Path) -> str:
    """The text of a case study that has no problems."""
    return (sample / CASE).read_text(encoding="utf-8")


def checked(desk: Desk, file: str, text: str) -> list[dict[str, Any]]:
    """Return the problems of a file."""
    found: list[dict[str, Any]] = json.loads(desk.check(file, text, NOW))
    return found


def test_an_archive_has_all_files_as_the_library_has_them(library: Library) -> None:
    back = read_archive(archive(library))
    assert back.ids == library.ids
    for one, other in zip(library.files(), back.files(), strict=True):
        assert (one.data, one.file, one.source.first_line) == (other.data, other.file, other.source.first_line)
        assert other.source.path == f"content/{one.file}"


def test_there_are_twenty_broken_files() -> None:
    assert len(BROKEN) >= 20


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_has_the_problems_that_the_command_prints(case: Case, desk: Desk) -> None:
    found = checked(desk, case.file, case.text)
    assert tuple(f"Line {one['line']} {one['message']} {one['rule']}" for one in found) == case.expected
    assert {(one["file"], one["level"]) for one in found} == {(case.file, "problem")}


def test_a_change_that_breaks_another_file_is_told_there(desk: Desk, sample: Path) -> None:
    file = "case-studies/samplemail.yml"
    text = (sample / file).read_text(encoding="utf-8")
    found = checked(desk, file, text.replace("- id: no-cache\n", "- id: renamed\n"))
    assert [one["rule"] for one in found if one["file"] == CASE] == ["unknown-lesson"]


def test_a_file_without_problems_has_advice(desk: Desk, text: str) -> None:
    assert checked(desk, CASE, text) == []
    found = checked(desk, CASE, text.replace("showed *invented*", "dearly showed *invented*"))
    assert [(one["level"], one["rule"]) for one in found] == [("advice", "word-to-avoid")]


def test_the_page_is_that_of_the_site(desk: Desk, text: str, library: Library) -> None:
    made = json.loads(desk.page(CASE, text))
    assert made["drawings"]
    desk.laid_out(json.dumps({name: in_rows([graph])[0] for name, graph in made["drawings"].items()}))
    again = json.loads(desk.page(CASE, text))
    assert again["drawings"] == {}
    (page,) = (page for page in make_site(library).pages if page.url == "/case-studies/examplebook/")
    own = Renderer().part(page.template, page.view())
    assert again["html"] == addresses.make_relative(own, addresses.WRITE)


def test_a_file_that_does_not_fit_has_no_page(desk: Desk) -> None:
    assert json.loads(desk.page(CASE, "title: x\n")) == {"html": "", "drawings": {}}


def test_a_claim_and_a_source_have_their_lines(desk: Desk, text: str) -> None:
    lines = text.splitlines()
    for anchor, line in (("figure-requests-day", "- id: requests-day"), ("component-web", "- {id: web,")):
        assert lines[int(desk.line(CASE, text, anchor)) - 1].strip().startswith(line)
    assert desk.line(CASE, text, "figure-nowhere") == "1"


def test_a_new_entry_has_a_free_id(desk: Desk) -> None:
    assert json.loads(desk.new("technology", "my-store"))["text"].startswith("# yaml-language-server: ")
    assert "already" in json.loads(desk.new("technology", "example-cache"))["fault"]
    assert "lower-case" in json.loads(desk.new("technology", "My Store"))["fault"]


def test_completion_knows_keys_words_ids_and_terms(desk: Desk) -> None:
    start = json.loads(desk.start())
    case = start["fields"]["case-study"]
    assert case["organisation"]["from"] == "organisation"
    assert case["domain"]["from"] == "vocabulary:domains"
    assert case["sources"]["fields"]["read"]["words"]
    assert case["figures"]["fields"]["sources"]["fields"]["id"]["from"] == "local:source"
    assert ["example-cache", "Example Cache"] in start["lists"]["technology"]
    assert start["folders"]["technology"] == "technologies"
    named = {field["from"] for kind in start["fields"].values() for field in kind.values()}
    assert {name for name in named if name and not name.startswith("local:")} <= set(start["lists"])
