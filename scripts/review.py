"""Say what a reviewer should know about the entries that changed since a commit: `scripts/review.py BASE`.

It prints the files, how deep the case studies are and what they lack, the number of problems, the pages to look at, and
what changed in meaning.

Exit status: 0, or 2 if there is no such commit. Problems do not change it, because the check reports them.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from changes import Base, BaseError
from diff import UnreadableError, compared
from handbook import addresses
from handbook.checks.catalogue import find_problems
from handbook.checks.dates import latest_date
from handbook.model.kinds import KINDS
from handbook.problem import printable
from handbook.reading import Reading, read_library
from handbook.report import reports
from handbook.review.report import as_text

CONTENT = Path("content")
MOST_FILES = 50
"""The maximum number of files that are listed."""
ADDRESSES = {kind.folder: kind.name for kind in KINDS}


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Say what a reviewer should know about the entries that changed.")
    parser.add_argument("base", metavar="BASE", help="the commit or branch that the change is based on: origin/main")
    name = parser.parse_args().base
    try:
        base = Base(CONTENT, name)
    except BaseError as error:
        parser.error(printable(str(error)))
    for line in _review(base, [Path(file) for file in sorted(base.changed_files())]):
        print(printable(line))
    return 0


def _review(base: Base, files: list[Path]) -> Iterator[str]:
    if not files:
        yield "No entry changed."
        return
    yield from _section("Files", [file.as_posix() for file in files[:MOST_FILES]])
    reading = read_library(CONTENT)
    yield from _section("Depth", _depth(reading, files))
    yield from _section("Problems", _problems(reading, files))
    yield from _section("Pages of the artefact", _pages(files[:MOST_FILES]))
    yield from _section("What changed", _in_words(base, reading))


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from (title, *(f"  {line}" for line in lines), "")


def _in_words(base: Base, reading: Reading) -> list[str]:
    """Return what changed in meaning, or why nobody can tell: it is last, as it may be long."""
    try:
        return as_text(compared(base, reading, with_pages=True)).splitlines()
    except UnreadableError as error:
        return [str(error)]


def _depth(reading: Reading, files: list[Path]) -> list[str]:
    if reading.library is None:
        return []
    changed = {CONTENT / entry.file: entry.id for entry in reading.library.case_studies.values()}
    wanted = {changed[file] for file in files if file in changed}
    return [line for report in reports(reading.library) if report.id in wanted for line in report.lines]


def _problems(reading: Reading, files: list[Path]) -> list[str]:
    names = {file.as_posix() for file in files}
    problems = find_problems(reading, latest_date(datetime.now(UTC)))
    here = sum(problem.path in names for problem in problems)
    return [f"{here} in these files, {len(problems) - here} in others" if problems else "none"]


def _pages(files: list[Path]) -> list[str]:
    entries = [file for file in files if file.exists() and file.parent.name in ADDRESSES]
    pages = (addresses.page(ADDRESSES[file.parent.name], file.stem) for file in entries)
    return [f"site{page}index.html" for page in pages]


if __name__ == "__main__":
    sys.exit(main())
