"""Ids are found by a part of them, by other names, by the name of a list, and in spite of a slip."""

from pathlib import Path

import pytest

from handbook.ids import find_ids, near_duplicates, owner_of
from handbook.library import Library
from test_new_command import ROOT, run_script


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("read-cache", ("pattern", "read-cache")),
        ("examplebook", ("case-study", "examplebook")),
        ("ExB", ("case-study", "examplebook")),
        ("Start here", ("path", "first-steps")),
        ("exmaplebook", ("case-study", "examplebook")),
        ("units", ("units", "second")),
        ("milli", ("units", "millisecond")),
    ],
)
def test_an_id_is_found(query: str, first: tuple[str, str], library: Library) -> None:
    found = find_ids(library, query)
    assert (found[0].kind, found[0].id) == first


def test_nothing_is_found_for_nonsense(library: Library) -> None:
    assert find_ids(library, "qqqqqqq") == []


def test_an_id_is_taken_by_a_former_id_and_by_confusing_kinds(library: Library) -> None:
    assert owner_of(library, "path", "steps") == "a name of the path `first-steps` (First steps with invented systems)"
    assert "the pattern `batching`" in owner_of(library, "technology", "batching")
    assert owner_of(library, "organisation", "examplebook") == ""


def test_near_ids_of_the_same_kind_are_duplicates(library: Library) -> None:
    assert near_duplicates(library, "technology", "dummylog")[0].startswith("`dummy-log` (")
    assert near_duplicates(library, "technology", "something-else") == []


def test_the_command_prints_kind_id_and_name(content: Path, tmp_path: Path) -> None:
    run = run_script(ROOT / "scripts" / "ids.py", tmp_path, "--", "batching")
    assert run.stdout.split() == ["pattern", "batching", "Batching"]
    run = run_script(ROOT / "scripts" / "ids.py", tmp_path, "--", "\x1bqqqq")
    assert (run.returncode, run.stdout.startswith("Nothing matches `\\x1bqqqq`; `make new ")) == (1, True)
