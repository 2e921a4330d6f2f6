"""The problems of the content on pages of `make serve`: the panel, and the page of an entry that cannot be shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from handbook import addresses
from handbook.problem import Problem, printable
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem: where it is, what to do, its rule and the address of the rule."""

    file: str
    line: int
    column: int
    words: str
    rule: str
    url: str


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """A page in place of an entry that cannot be shown, or of the whole site."""

    sections: Sections
    title: str
    lines: tuple[ProblemLine, ...]


def problem_lines(problems: Iterable[Problem], has_rules: bool = True) -> tuple[ProblemLine, ...]:
    """Return the problems to print; without the page of the rules, they have no address."""
    return tuple(
        ProblemLine(
            printable(problem.path), problem.line, problem.column, problem.words, problem.rule,
            f"{addresses.CHECKS}#{problem.rule}" if has_rules else "",
        )
        for problem in problems
    )  # fmt: skip


def problems_view(title: str, lines: Iterable[ProblemLine]) -> ProblemsView:
    """Return the page with the problems that have to be fixed first."""
    return ProblemsView(sections(), title, tuple(lines))
