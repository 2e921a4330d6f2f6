"""Say what a reviewer should know about the entries that changed since a commit: `scripts/review.py BASE`.

It prints the files, how deep the case studies are and what they lack, the number of problems, the pages to look at, and
what changed in meaning.

Exit status: 0, or 2 if there is no such commit. Problems do not change it, because the check reports them.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from handbook import addresses
from handbook.checks.catalogue import find_problems
from handbook.checks.dates import latest_date
from handbook.model.kinds import KINDS
from handbook.problem import printable
from handbook.reading import Reading, read_library
from handbook.report import reports

CONTENT = Path("content")
IN_WORDS = Path(__file__).with_name("diff.py")
MOST_FILES = 50
"""The maximum number of files that are listed."""
ADDRESSES = {kind.folder: kind.name for kind in KINDS}


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Say what a reviewer should know about the entries that changed.")
    parser.add_argument("base", metavar="BASE", help="the commit or branch that the change is based on: origin/main")
    base = parser.parse_args().base
    try:
        files = _changed(base)
    except subprocess.CalledProcessError as error:
        parser.error(printable(error.stderr.strip()))
    for line in _review(base, files):
        print(printable(line))
    return 0


def _changed(base: str) -> list[Path]:
    """Return the files of the content that changed since `base` left the history of this commit."""
    command = ["git", "diff", "--name-only", "-z", "--end-of-options", f"{base}...HEAD", "--", CONTENT.as_posix()]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return [Path(name) for name in done.stdout.split("\0") if name]


def _review(base: str, files: list[Path]) -> Iterator[str]:
    if not files:
        yield "No entry changed."
        return
    yield from _section("Files", [file.as_posix() for file in files[:MOST_FILES]])
    reading = read_library(CONTENT)
    yield from _section("Depth", _depth(reading, files))
    yield from _section("Problems", _problems(reading, files))
    yield from _section("Pages of the artefact", _pages(files[:MOST_FILES]))
    yield from _section("What changed", _in_words(base))


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from (title, *(f"  {line}" for line in lines), "")


def _in_words(base: str) -> list[str]:
    """Return what changed in meaning, if this version of the handbook can say it: it is last, as it may be long."""
    if not IN_WORDS.exists():
        return []
    command, given = ["make", "--silent", "diff"], {**os.environ, "BASE": base}
    done = subprocess.run(command, env=given, capture_output=True, encoding="utf-8", check=False)
    return done.stdout.splitlines()


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
