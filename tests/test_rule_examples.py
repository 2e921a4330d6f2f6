"""The checks page: it has every rule, and each example shows the check's real output."""

import re
import runpy
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from handbook import addresses
from handbook.checks.catalogue import RULES, TOPICS, find_problems
from handbook.library import Library
from handbook.problem import Problem
from handbook.reading import read_library
from handbook.renderer import Renderer
from handbook.site import make_site
from handbook.views.examples import Change, ExampleLine, change_of, example_of
from handbook.views.rules import RuleEntry, rule_reference

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "problems"
UNFORESEEN = "wrong-value"
Cases = dict[str, dict[str, str]]
read_cases: Callable[[Path], Cases] = runpy.run_path(str(ROOT / "hooks" / "rule_cases.py"))["read_cases"]
CASES = read_cases(FOLDER)
BY_LINES = [rule.name for rule in RULES if rule.name in CASES and change_of(CASES[rule.name])]
BY_WORDS = ["file-too-large", "misplaced-file", "more-problems", "no-vocabulary", "unreadable-file"]
"""Rules whose fix is a sentence, because the mistake is not in the lines of a file."""


def entries(cases: Cases) -> dict[str, RuleEntry]:
    return {rule.name: rule for topic in rule_reference(TOPICS, cases).topics for rule in topic.rules}


def test_every_rule_is_shown_with_an_example() -> None:
    shown = entries(CASES)
    assert set(shown) == {rule.name for rule in RULES}
    assert [name for name, rule in shown.items() if rule.example is None] == [UNFORESEEN]
    assert sorted(name for name, rule in shown.items() if rule.remedy) == BY_WORDS


def test_without_the_cases_the_rules_are_shown_without_examples(tmp_path: Path) -> None:
    cases = read_cases(tmp_path / "nowhere")
    assert cases == {}
    shown = entries(cases)
    assert set(shown) == {rule.name for rule in RULES}
    assert [rule for rule in shown.values() if rule.example or not rule.sentence] == []


@pytest.mark.parametrize("rule", BY_LINES)
def test_the_output_is_what_the_check_prints_of_the_lines(rule: str, content: Path, today: date) -> None:
    example = example_of(CASES[rule], rule)
    said = on_lines(problems_of(rule, content, today), example.path, example.bad)
    assert [str(problem) for problem in said] == list(example.output)
    assert rule in {problem.rule for problem in said}


@pytest.mark.parametrize("rule", BY_LINES)
def test_the_fixed_lines_have_no_problem_and_make_no_other(rule: str, content: Path, today: date) -> None:
    example = example_of(CASES[rule], rule)
    before = problems_of(rule, content, today)
    shown = on_lines(before, example.path, example.bad)
    apply_fix(rule, content.parent)
    after = problems_of_content(content, today)
    assert on_lines(after, example.path, example.fixed) == []
    assert kinds(after) == kinds(before) - kinds(shown)


def problems_of(case: str, content: Path, today: date) -> list[Problem]:
    """Copy a case over the sample, and return its problems."""
    shutil.copytree(FOLDER / case / "content", content, dirs_exist_ok=True)
    return problems_of_content(content, today)


def problems_of_content(content: Path, today: date) -> list[Problem]:
    return list(find_problems(read_library(content), today))


def on_lines(problems: list[Problem], path: str, lines: tuple[ExampleLine, ...]) -> list[Problem]:
    numbers = {line.number for line in lines} or {1}
    return [problem for problem in problems if problem.path == path and problem.line in numbers]


def apply_fix(case: str, folder: Path) -> None:
    change = change_of(CASES[case])
    assert change
    fixed = change.applied(CASES[case][change.path].splitlines())
    (folder / change.path).write_text("".join(f"{line}\n" for line in fixed), encoding="utf-8")


def kinds(problems: list[Problem]) -> Counter[tuple[str, str]]:
    return Counter((problem.path, problem.rule) for problem in problems)


def test_the_lines_are_shown_with_those_around_them() -> None:
    example = example_of(CASES["not-a-choice"], "not-a-choice")
    assert [(line.number, line.text[:12], line.changed) for line in example.bad] == [
        (7, "solves: {tex", False), (8, "depth: breif", True), (9, "sources:", False),
    ]  # fmt: skip
    assert [(line.text[:12], line.changed) for line in example.fixed][1] == ("depth: brief", True)


def test_a_file_that_is_empty_has_no_lines_to_show() -> None:
    example = example_of(CASES["empty-file"], "empty-file")
    assert example.bad == ()
    assert [line.number for line in example.fixed] == [1, 2, 3, 4]
    assert len(example.output) == 1


@pytest.mark.parametrize(("lines", "places"), [(["a", "b"], 0), (["x", "x"], 2)])
def test_a_change_that_does_not_fit_one_place_is_refused(lines: list[str], places: int) -> None:
    with pytest.raises(ValueError, match=f"are in {places} places of content/x.yml"):
        Change("content/x.yml", ("-x", "+y")).applied(lines)


def page(library: Library, cases: Cases) -> str:
    (found,) = (page for page in make_site(library, cases).pages if page.url == addresses.CHECKS)
    return Renderer().page(found).html


def test_every_rule_has_an_anchor(library: Library) -> None:
    ids = re.findall(r'<h3 id="([^"]+)"', page(library, CASES))
    assert ids == [rule.name for rule in RULES]


def test_the_page_shows_the_lines_the_output_and_the_fix(library: Library) -> None:
    html = page(library, CASES)
    assert '<span data-line="8"><mark>depth: breif</mark></span>' in html
    assert "content/technologies/mini.yml:8:8: `depth` is `breif`, but has to be one of" in html
    assert '<span data-line="8"><mark>depth: brief</mark></span>' in html


def test_what_the_cases_hold_comes_out_as_text(library: Library) -> None:
    evil = "<script>alert(1)</script>"
    files = {
        "fix.diff": f"content/x.yml\n-{evil}\n+fixed {evil}\n",
        "content/x.yml": f"{evil}\n",
        "expected.txt": f"content/x.yml:1:1: {evil} [alias]\n",
    }
    html = page(library, {"alias": files})
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 3
