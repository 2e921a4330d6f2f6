"""Problem cases: small folders with mistakes, copied over the sample handbook, and the problems they cause."""

import codecs
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path

import pytest

from handbook.checks.catalogue import RULES, find_problems
from handbook.files import MAX_BYTES, MAX_PROBLEMS
from handbook.library import Library
from handbook.problem import CHECKS_OF_ONE_ENTRY, Rule
from handbook.reading import read_library

FOLDER = Path(__file__).parent / "problems"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
UNFORESEEN = {"wrong-value"}
"""The fallback rule for errors without a rule of their own, which the current models never cause."""


def _too_large(content: Path) -> None:
    (content / "organisations" / "mini.yml").write_bytes(b"# line\n" * (MAX_BYTES // 7 + 1))


def _link(content: Path) -> None:
    (content / "organisations" / "mini.yml").symlink_to(content.resolve() / "organisations" / "example-corp.yml")
    (content / "notes").symlink_to(content.resolve() / "patterns")


def _unreadable(content: Path) -> None:
    (content / "organisations" / "mini.yml").write_text("name: Mini\n", encoding="utf-8")
    (content / "organisations" / "mini.yml").chmod(0)
    (content / "paths").chmod(0)


def _more_problems(content: Path) -> None:
    lines = [f"key-{number}: x\n" for number in range(MAX_PROBLEMS + 20)]
    (content / "organisations" / "mini.yml").write_text("".join(lines), encoding="utf-8")


@contextmanager
def nobody(folder: Path) -> Iterator[None]:
    """Run as a user without access to unreadable files, because root can read them."""
    folder.chmod(0o755)
    codecs.lookup("utf-8-sig")  # load it now: that user may have no access to Python's files
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        yield
    finally:
        os.seteuid(user)
        for path in folder.glob("content/*"):
            path.chmod(0o755)


def _no_vocabulary(content: Path) -> None:
    (content / "vocabulary.yml").unlink()


MADE: dict[str, Callable[[Path], None]] = {
    "file-too-large": _too_large,
    "link-to-a-file": _link,
    "more-problems": _more_problems,
    "no-vocabulary": _no_vocabulary,
    "unreadable-file": _unreadable,
}
"""Cases that tests create, because git cannot or should not store them."""


@pytest.mark.parametrize("case", CASES)
def test_a_case_gives_the_expected_problems(
    case: str, content: Path, tmp_path: Path, today: date, compare: Callable[[str, Path], None]
) -> None:
    if (FOLDER / case / "content").exists():
        shutil.copytree(FOLDER / case / "content", content, dirs_exist_ok=True)
    MADE.get(case, lambda folder: None)(content)
    with nobody(tmp_path) if case == "unreadable-file" else nullcontext():
        problems = find_problems(read_library(content), today)
    lines = [str(problem) for problem in problems]
    assert lines, "a case without a mistake shows nothing"
    assert not [line for line in lines if len(line.splitlines()) > 1]
    assert list(problems) == sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column))
    compare("".join(f"{line}\n" for line in lines), FOLDER / case / "expected.txt")


@pytest.mark.parametrize("case", CASES)
def test_a_check_of_one_entry_needs_no_other(case: str, content: Path) -> None:
    """What it finds in all entries together is what it finds in each alone."""
    if (FOLDER / case / "content").exists():
        shutil.copytree(FOLDER / case / "content", content, dirs_exist_ok=True)
    library = read_library(content).library
    for check in CHECKS_OF_ONE_ENTRY if library else ():
        alone = (library.without(set(addresses(library)) - {one}) for one in addresses(library))
        found = {finding[:3] for one in (*alone, library.without(addresses(library))) for finding in check(one)}
        assert found == {finding[:3] for finding in check(library)}, check


def addresses(library: Library) -> set[str]:
    return {entry.address for entry in library.entries()}


def test_the_sample_has_no_problems(content: Path, today: date) -> None:
    assert find_problems(read_library(content), today) == ()


def test_every_rule_has_a_case_of_its_name() -> None:
    shown = {case for case in CASES if case in _rules_in(FOLDER / case / "expected.txt")}
    assert shown == {rule.name for rule in RULES} - UNFORESEEN


def test_no_other_rule_is_printed() -> None:
    printed = {rule for case in CASES for rule in _rules_in(FOLDER / case / "expected.txt")}
    assert printed <= {rule.name for rule in RULES}


def _rules_in(expected: Path) -> set[str]:
    return set(re.findall(r"\[([a-z0-9-]+)\]$", expected.read_text(encoding="utf-8"), re.MULTILINE))


def test_no_two_rules_have_the_same_name() -> None:
    assert [name for name, count in Counter(rule.name for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_in_one_sentence_what_is_wrong(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z`].*[^.]\.", rule.sentence)
    assert len(re.findall(r"\.(?: |$)", rule.sentence)) == 1
