"""Check the content and print every problem: `path:line:column: message [rule]`.

Below it are the line of the file, and a mark under the place with the address of the rule's explanation. If there are
no problems, advice on style and upkeep follows, which begins with `advice:` and does not change the exit status.

With `--changed`, it prints the problems of files that differ from a base of git, and those of other files that were not
there at the base. With `--report`, it also prints the depth of each case study. Paths limit both.

Exit status: 0 without problems, 1 with problems, 2 for wrong usage.
"""

import argparse
import gc
import io
import os
import re
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from changes import Base, BaseError, caused
from handbook.checks.catalogue import ADVICE, RULES, find_advice, find_problems
from handbook.checks.dates import latest_date
from handbook.files import MAX_BYTES
from handbook.library import Library
from handbook.parallel import workers_for
from handbook.problem import Problem, printable, rule_of
from handbook.problem_formats import as_annotation, as_sarif, as_text
from handbook.reading import read_library
from handbook.report import report
from handbook.survey import is_file
from handbook.wording import counted

CONTENT = Path("content")
MORE = "Correct these first: ids, dates and arithmetic of a file are checked when its form is right."
SITE = re.compile(r"^site_url: *(https?://\S+)", re.MULTILINE)


def main() -> int:
    """Run the command."""
    arguments = _parse()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may lack characters
    gc.disable()  # a check frees little memory before it ends
    today = latest_date(datetime.now(UTC))
    workers = workers_for(sum(1 for _ in arguments.content.glob("*/*.yml")), os.cpu_count() or 1)
    reading = read_library(arguments.content, workers)
    if arguments.report and reading.library:
        _print_report(reading.library, arguments.paths)
    shown = _chosen(find_problems(reading, today, workers), arguments, today)
    advice = _chosen(find_advice(reading.library, workers), arguments, today) if reading.library and not shown else []
    _print(shown, advice, arguments)
    if shown:
        files = {problem.path for problem in shown}
        print(f"{counted(len(shown), 'problem')} in {counted(len(files), 'file')}", file=sys.stderr)
        if set(shown) & set(reading.problems):
            print(MORE, file=sys.stderr)
    for draft in reading.library.drafts() if reading.library else ():
        print(f"{draft.source.path} is a draft: it is checked, but not published", file=sys.stderr)
    return 1 if shown else 0


def _chosen(problems: Iterable[Problem], arguments: argparse.Namespace, today: date) -> list[Problem]:
    chosen = [problem for problem in problems if _is_chosen(problem.path, arguments.paths)]
    return caused(chosen, arguments.base, today) if arguments.base else chosen


def _print(problems: list[Problem], advice: list[Problem], arguments: argparse.Namespace) -> None:
    home = _home(arguments.content)
    if arguments.format == "sarif":
        print(as_sarif(problems, advice, [*RULES, *map(rule_of, ADVICE)], home))
    elif arguments.format == "github":
        for problem in problems:
            print(as_annotation(problem))
        for problem in advice:
            print(as_annotation(problem, "notice"))
    else:
        for problem in problems:
            print(as_text(problem, _line(problem), home))
        for problem in advice:
            print(as_text(problem, _line(problem), home, "advice"))


def _home(content: Path) -> str:
    """Return the address of the site from `mkdocs.yml`, or an empty text."""
    try:
        found = SITE.search((content.absolute().parent / "mkdocs.yml").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""
    return found[1] if found else ""


def _line(problem: Problem) -> str | None:
    lines = _lines(problem.path)
    return lines[problem.line - 1] if problem.line <= len(lines) else None


@cache
def _lines(path: str) -> list[str]:
    """Return the lines of a file, or nothing if it cannot be shown."""
    try:
        if not is_file(Path(path)):
            return []
        with Path(path).open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check the content and print every problem with its place.")
    parser.add_argument("paths", nargs="*", type=Path, help="print only what concerns these files or folders")
    parser.add_argument("--content", type=Path, default=CONTENT, help="the folder of the content (content)")
    parser.add_argument(
        "--format", choices=("text", "github", "sarif"), default="text", help="github: annotations; sarif: a SARIF log"
    )
    parser.add_argument(
        "--changed", metavar="BASE", help="print only what a change against this branch or commit causes ('': main)"
    )
    parser.add_argument("--report", action="store_true", help="print how deep each case study is, and what it lacks")
    arguments = parser.parse_args()
    for path in [arguments.content, *arguments.paths]:
        if not _is_there(path):
            parser.error(f"there is no {printable(str(path))}")
    try:
        arguments.base = None if arguments.changed is None else Base(arguments.content, arguments.changed)
    except BaseError as error:
        parser.error(printable(str(error)))
    return arguments


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # no permission: the reader reports it
        return True


def _print_report(library: Library, paths: list[Path]) -> None:
    for entry in library.case_studies.values():
        if _is_chosen(entry.source.path, paths):
            print(*report(entry).lines, sep="\n")


def _is_chosen(file: str, paths: list[Path]) -> bool:
    return not paths or any(_real(Path(file)).is_relative_to(_real(path)) for path in paths)


def _real(path: Path) -> Path:
    """Return the real path, even if a link leads to itself, unlike `Path.resolve`."""
    return Path(os.path.realpath(path))


if __name__ == "__main__":
    sys.exit(main())
