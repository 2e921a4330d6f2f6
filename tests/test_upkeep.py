"""Advice on the upkeep of an entry: attempts at tasks that it does not have any more."""

from pathlib import Path

from handbook.checks.catalogue import find_advice
from handbook.reading import read_library

ENTRY = "organisations/example-corp.yml"
ITEM = "  - {{task: {}, date: 2016, what: A search., looked_in: Everywhere.}}\n"


def advice(content: Path, *tasks: str) -> list[str]:
    """Return the advice on an organisation of the sample that lacks archived copies, with an attempt at each task."""
    file = content / ENTRY
    items = "".join(ITEM.format(task) for task in tasks)
    file.write_text(f"{file.read_text(encoding='utf-8')}attempts:\n{items}", encoding="utf-8")
    library = read_library(content).library
    assert library
    return [one.message for one in find_advice(library)]


def test_an_attempt_at_a_task_that_is_open_is_kept(content: Path) -> None:
    assert advice(content, "archive", "review") == []


def test_an_attempt_whose_task_is_done_or_never_was_is_named(content: Path) -> None:
    assert advice(content, "archive", "scope") == [
        "the entry has no open task `scope`, so no page shows this attempt; delete it, or name the task that it was for"
    ]
