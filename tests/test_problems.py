"""The problem cases: small folders with mistakes, laid over the sample handbook, and the problems that they give."""

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from handbook import source
from handbook.checks.catalogue import CHECKS, CHECKS_BY_DATE, find_problems
from handbook.library import read_library
from handbook.shape import FAULTS

FOLDER = Path(__file__).parent / "problems"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
HANDBOOK = Path(source.__file__).parent


def _too_large(content: Path) -> None:
    (content / "organisations" / "mini.yml").write_bytes(b"# line\n" * (source.MAX_BYTES // 7 + 1))


def _link(content: Path) -> None:
    (content / "organisations" / "mini.yml").symlink_to(content.resolve() / "organisations" / "example-corp.yml")
    (content / "notes").symlink_to(content.resolve() / "patterns")


def _no_vocabulary(content: Path) -> None:
    (content / "vocabulary.yml").unlink()


MADE: dict[str, Callable[[Path], None]] = {
    "file-too-large": _too_large,
    "link-to-a-file": _link,
    "no-vocabulary": _no_vocabulary,
}
"""Cases that git cannot hold, or should not."""


@pytest.mark.parametrize("case", CASES)
def test_a_case_gives_the_expected_problems(
    case: str, content: Path, today: date, compare: Callable[[str, Path], None]
) -> None:
    if (FOLDER / case / "content").exists():
        shutil.copytree(FOLDER / case / "content", content, dirs_exist_ok=True)
    MADE.get(case, lambda folder: None)(content)
    problems = find_problems(read_library(content), today)
    lines = [str(problem) for problem in problems]
    assert lines, "a case without a mistake shows nothing"
    assert not [line for line in lines if len(line.splitlines()) > 1]
    assert list(problems) == sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column))
    compare("".join(f"{line}\n" for line in lines), FOLDER / case / "expected.txt")


def test_the_sample_has_no_problems(content: Path, today: date) -> None:
    assert find_problems(read_library(content), today) == ()


def test_every_rule_has_a_case() -> None:
    shown = {rule for case in CASES for rule in _rules_in(FOLDER / case / "expected.txt")}
    by_table = {rule for rule, _ in FAULTS.values()}
    by_name = {check.__name__.replace("_", "-") for check in (*CHECKS, *CHECKS_BY_DATE)}
    assert shown == by_table | by_name | _rules_in_code()


def _rules_in(expected: Path) -> set[str]:
    return set(re.findall(r"\[([a-z0-9-]+)\]$", expected.read_text(encoding="utf-8"), re.MULTILINE))


def _rules_in_code() -> set[str]:
    files = [HANDBOOK / "source.py", HANDBOOK / "library.py", *(HANDBOOK / "checks").glob("*.py")]
    return {rule for path in files for rule in _rules_in_calls(ast.parse(path.read_text(encoding="utf-8")))}


def _rules_in_calls(tree: ast.AST) -> Iterator[str]:
    """Yield the last argument of each call that makes a problem, where it is written out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("Problem", "RefusedError", ".problem")):
            rule = node.args[-1] if node.args else None
            if isinstance(rule, ast.Constant) and isinstance(rule.value, str):
                yield rule.value


def test_every_check_says_in_one_sentence_what_is_wrong() -> None:
    for check in (*CHECKS, *CHECKS_BY_DATE):
        assert check.__doc__, check.__name__
        assert check.__doc__.rstrip().endswith("."), check.__name__
