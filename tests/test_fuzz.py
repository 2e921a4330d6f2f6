"""A short run of `scripts/fuzz_check.py`, and broken files that must not cause problems elsewhere."""

import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from handbook.checks.catalogue import find_problems
from handbook.files import MAX_PROBLEMS
from handbook.reading import read_library

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts"))
fuzz_check = import_module("fuzz_check")
ENTRIES = sorted(path.relative_to(ROOT) for path in (ROOT / "tests" / "sample" / "content").glob("*/*.yml"))


def test_hostile_files_are_refused_with_bounded_problems(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fuzz = fuzz_check.run(sample, mutants=150, made=150, number=3, slow=False)
    assert capsys.readouterr().out == ""
    assert {name: tally.failures for name, tally in fuzz.tallies.items()} == {
        "mutants of entries": 0, "made by hypothesis": 0,
    }  # fmt: skip
    assert all(tally.trials >= 150 and 0 < tally.problems <= MAX_PROBLEMS + 1 for tally in fuzz.tallies.values())


def test_a_failure_is_counted_and_printed(
    sample: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fuzz_check.read_source", lambda path, content: 1 / 0)
    fuzz = fuzz_check.run(sample, mutants=2, made=0, number=1, slow=False)
    assert fuzz.tallies["mutants of entries"].failures == 2
    assert "ZeroDivisionError" in capsys.readouterr().out


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
@pytest.mark.parametrize("broken", [lambda text: f'{text}"', lambda text: text.replace("\n", "\n}\n", 2)])
def test_a_broken_file_causes_no_problem_elsewhere(
    path: Path, broken: Callable[[str], str], content: Path, today: date
) -> None:
    file = content / path.relative_to("tests/sample/content")
    file.write_text(broken(file.read_text(encoding="utf-8")), encoding="utf-8")
    problems = find_problems(read_library(content), today)
    assert {problem.path for problem in problems} == {file.as_posix()}
