"""Mistakes that people make: the first line of the output names the line of the mistake and says what to do."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from handbook.checks.catalogue import find_problems
from handbook.reading import read_library
from handbook.views.examples import Change

MISTAKES = Path(__file__).parent / "mistakes" / "meaning.txt"
"""Each mistake has its name (`#`), a file of the sample, its lines as in a `fix.diff`, and the first line that the
check prints (`>`), which `--rewrite` writes."""


@dataclass(frozen=True)
class Mistake:
    """A mistake in the sample, and what the check says first."""

    name: str
    change: Change

    @property
    def text(self) -> str:
        return "\n".join((f"# {self.name}", self.change.path, *self.change.lines))

    def lines(self, folder: Path) -> range:
        """Return the lines of the file, counted from 1, that the mistake is in."""
        start = self.change.start((folder / self.change.path).read_text(encoding="utf-8").splitlines())
        return range(start + 1, start + 1 + len(self.change.side("+")))


def mistakes() -> list[Mistake]:
    made = []
    for block in re.split(r"\n\n(?=# )", MISTAKES.read_text(encoding="utf-8").strip()):
        name, path, *lines = block.splitlines()
        made.append(Mistake(name[2:], Change(path, tuple(line for line in lines if line[0] != ">"))))
    return made


@pytest.fixture(scope="module")
def said(sample: Path, tmp_path_factory: pytest.TempPathFactory, today: date) -> dict[str, str]:
    """What the check prints first about each mistake, made in one copy of the sample and then undone."""
    folder = tmp_path_factory.mktemp("mistakes")
    shutil.copytree(sample, folder / "content")
    return {mistake.name: first_line(mistake, folder, today) for mistake in mistakes()}


def first_line(mistake: Mistake, folder: Path, today: date) -> str:
    file = folder / mistake.change.path
    before = file.read_text(encoding="utf-8")
    file.write_text("\n".join([*mistake.change.applied(before.splitlines()), ""]), encoding="utf-8")
    problems = find_problems(read_library(folder / "content"), today)
    file.write_text(before, encoding="utf-8")
    return str(problems[0]).removeprefix(f"{folder}/") if problems else "nothing"


def test_the_first_line_is_as_expected(said: dict[str, str], compare: Callable[[str, Path], None]) -> None:
    compare("\n\n".join(f"{mistake.text}\n> {said[mistake.name]}" for mistake in mistakes()) + "\n", MISTAKES)


def test_the_first_line_names_a_line_of_the_mistake(said: dict[str, str], sample: Path) -> None:
    for mistake in mistakes():
        path, line = said[mistake.name].split(":")[:2]
        assert (path, int(line) in mistake.lines(sample.parent)) == (mistake.change.path, True), said[mistake.name]


def test_the_first_line_says_what_to_do(said: dict[str, str]) -> None:
    remedies = re.compile(
        r"did you mean|write |give |cite |set |correct |name |add |fill |swap |choose |say |begins an entry|put |"
        r"is missing|but this field|but needs|one of|there are|but an? |either "
    )
    assert [line for line in said.values() if not remedies.search(line)] == []
