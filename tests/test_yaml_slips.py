"""What people get wrong in YAML: the first line of the output names the place, and one slip has one message."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from handbook.checks.catalogue import find_problems
from handbook.problem import Problem
from handbook.reading import read_library
from handbook.source import read_source
from handbook.views.examples import Change
from handbook.yaml_parser import PythonParser

FOLDER = Path(__file__).parent / "slips"
SLIPS = sorted(FOLDER.glob("*.diff"))
CACHE, CASE = "content/technologies/example-cache.yml", "content/case-studies/examplebook.yml"
THREE_MARKS = "conflict"
"""The slip that is reported on three lines, because all three have to go."""
FILES = {
    "encoding-of-windows": (CACHE, CACHE, "cp1252"),
    "encoding-utf-16": (CACHE, CACHE, "utf-16"),
    "file-name-ends-in-yaml": (CACHE, "content/technologies/my-cache.yaml", "utf-8"),
    "file-name-ends-in-txt": (CACHE, "content/technologies/my-cache.yml.txt", "utf-8"),
    "file-name-with-capitals": (CACHE, "content/technologies/My Cache.yml", "utf-8"),
    "file-name-with-underscore": (CACHE, "content/technologies/my_cache.yml", "utf-8"),
    "file-in-no-folder": (CACHE, "content/my-cache.yml", "utf-8"),
    "file-in-a-new-folder": (CACHE, "content/technology/my-cache.yml", "utf-8"),
}
"""Slips of files: the file of the sample, where it is written, and its encoding."""


class Slip(NamedTuple):
    """A slip: the file, its new content, and the lines (from 1) in which the slip is."""

    path: str
    content: bytes
    lines: range


@pytest.fixture
def printed(content: Path, today: date) -> Callable[[Slip], list[Problem]]:
    """Return what the check finds with a slip in the sample."""

    def find(slip: Slip) -> list[Problem]:
        path = content.parent / slip.path
        before = path.read_bytes() if path.exists() else None
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(slip.content)
        problems = list(find_problems(read_library(content), today))
        if before is not None:
            path.write_bytes(before)
        elif path.parent == content or path.parent.name == "technologies":
            path.unlink()
        return problems

    return find


def slip_of(diff: Path, content: Path) -> Slip:
    path, *lines = diff.read_text(encoding="utf-8").splitlines()
    change = Change(path, tuple(lines))
    before = (content.parent / path).read_text(encoding="utf-8").splitlines()
    start, length = change.start(before), len(change.side("+"))
    text = "".join(f"{line}\n" for line in change.applied(before))
    return Slip(path, text.encode(), range(start + 1, start + 1 + length))


def slips_of_files(content: Path) -> Iterator[tuple[str, Slip]]:
    for name, (source, path, encoding) in FILES.items():
        text = (content.parent / source).read_text(encoding="utf-8").replace("Three caches", "Trois mémoires")
        yield name, Slip(path, text.encode(encoding), range(1, text.count("\n") + 2))


def test_a_slip_has_one_message_that_names_its_line(
    content: Path, printed: Callable[[Slip], list[Problem]], compare: Callable[[str, Path], None]
) -> None:
    slips = [*((diff.stem, slip_of(diff, content)) for diff in SLIPS), *slips_of_files(content)]
    output = []
    for name, slip in slips:
        problems = printed(slip)
        assert problems, name
        assert (name, problems[0].path) in ((name, slip.path), ("file-in-a-new-folder", "content/technology"))
        assert problems[0].line in slip.lines, (name, problems[0])
        assert len(problems) == (3 if name == THREE_MARKS else 1), (name, problems)
        output += [f"{name}\n", *(f"  {problem}\n" for problem in problems)]
    assert len(slips) > 70
    compare("".join(output), FOLDER / "expected.txt")


def test_both_parsers_find_the_same(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = {slip.content for slip in (slip_of(diff, content) for diff in SLIPS)}
    with_libyaml = {text: read_source("x.yml", text) for text in contents}
    monkeypatch.setattr("handbook.yaml_reader.EventParser", PythonParser)
    assert {text: read_source("x.yml", text) for text in contents} == with_libyaml


@pytest.mark.parametrize("parser", [yaml.CSafeLoader, PythonParser])
def test_many_slips_take_two_rounds(
    parser: type,
    content: Path,
    printed: Callable[[Slip], list[Problem]],
    compare: Callable[[str, Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fix only the lines that a round reports, as somebody would who does what the check says."""
    monkeypatch.setattr("handbook.yaml_reader.EventParser", parser)
    good = (content.parent / CASE).read_text(encoding="utf-8").splitlines()
    wrong, count = with_slips(good)
    output, told = "", 0
    for number in (1, 2):
        problems = printed(Slip(CASE, "\n".join(wrong).encode(), range(0)))
        output += f"Round {number}\n" + "".join(f"  {problem}\n" for problem in problems)
        told += len(problems)
        for problem in problems:
            wrong[problem.line - 1] = good[problem.line - 1]
    assert wrong == good
    assert told == count == 22
    compare(output, FOLDER / "many-expected.txt")


def with_slips(good: list[str]) -> tuple[list[str], int]:
    """Return the lines with all slips of `many.txt`, and their number."""
    wrong = list(good)
    pairs = [pair.split("\n") for pair in (FOLDER / "many.txt").read_text(encoding="utf-8").strip("\n").split("\n\n")]
    for before, after in pairs:
        assert good.count(before) == 1, before
        wrong[good.index(before)] = after
    return wrong, len(pairs)
