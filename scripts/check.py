"""Check the content and print every problem: `path:line:column: message [rule]`.

If there are no problems, advice on style follows, which begins with `advice:` and does not change the exit status.
With `--report`, it also prints the depth of each case study.

Exit status: 0 without problems, 1 with problems, 2 for wrong usage.
"""

import argparse
import gc
import io
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from handbook.checks.catalogue import find_advice, find_problems
from handbook.checks.dates import latest_date
from handbook.library import Library
from handbook.problem import Problem, printable
from handbook.reading import read_library
from handbook.report import reports

CONTENT = Path("content")


def main() -> int:
    """Run the command."""
    arguments = _parse()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may lack characters
    gc.disable()  # a check frees little memory before it ends
    reading = read_library(arguments.content)
    if arguments.report and reading.library:
        _print_report(reading.library)
    problems = find_problems(reading, latest_date(datetime.now(UTC)))
    shown = [problem for problem in problems if _concerns(problem, arguments.paths)]
    for problem in shown:
        print(_annotation(problem) if arguments.format == "github" else problem)
    if shown:
        files = {problem.path for problem in shown}
        print(f"{_counted(len(shown), 'problem')} in {_counted(len(files), 'file')}", file=sys.stderr)
    elif reading.library:
        _print_advice(reading.library, arguments)
    for draft in reading.library.drafts() if reading.library else ():
        print(f"{draft.source.path} is a draft: it is checked, but not published", file=sys.stderr)
    return 1 if shown else 0


def _print_advice(library: Library, arguments: argparse.Namespace) -> None:
    for advice in find_advice(library):
        if _concerns(advice, arguments.paths):
            print(_annotation(advice, "notice") if arguments.format == "github" else f"advice: {advice}")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check the content and print every problem with its place.")
    parser.add_argument("paths", nargs="*", type=Path, help="print only the problems of these files or folders")
    parser.add_argument("--content", type=Path, default=CONTENT, help="the folder of the content (content)")
    parser.add_argument("--format", choices=("text", "github"), default="text", help="github: annotations")
    parser.add_argument("--report", action="store_true", help="print how deep each case study is, and what it lacks")
    arguments = parser.parse_args()
    for path in [arguments.content, *arguments.paths]:
        if not _is_there(path):
            parser.error(f"there is no {printable(str(path))}")
    return arguments


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # no permission: the reader reports it
        return True


def _print_report(library: Library) -> None:
    for report in reports(library):
        print(*report.lines, sep="\n")


def _concerns(problem: Problem, paths: list[Path]) -> bool:
    return not paths or any(_real(Path(problem.path)).is_relative_to(_real(path)) for path in paths)


def _real(path: Path) -> Path:
    """Return the real path, even if a link leads to itself, unlike `Path.resolve`."""
    return Path(os.path.realpath(path))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _annotation(problem: Problem, level: str = "error") -> str:
    """Return a GitHub workflow command: https://docs.github.com/actions/reference/workflow-commands."""
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(problem.rule)}"
    return f"::{level} {place}::{_data(problem.words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")


if __name__ == "__main__":
    sys.exit(main())
