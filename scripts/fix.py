"""Fix what is mechanical in the files that have problems: show the changes, ask, and write them.

A file without problems is never changed. On a terminal, it asks before it writes; elsewhere it writes only with
`--yes`. Then it prints the problems that are left for a person.

Exit status: 0 if no problem is left, 1 if problems are left or changes were not written, 2 for wrong usage.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path

from handbook.checks.catalogue import find_problems
from handbook.checks.dates import latest_date
from handbook.fixes.meant import known_ids
from handbook.fixes.repair import repair
from handbook.problem import Problem, printable
from handbook.reading import read_library
from handbook.survey import VOCABULARY_FILE, is_file, survey
from handbook.wording import counted

CONTENT = Path("content")
MOST_PRINTED = 50
"""The number of problems that are printed after the changes were written."""


def main() -> int:
    """Run the command."""
    arguments = _parse()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may lack characters
    problems = _problems(arguments)
    changes = dict(_changes(arguments.content, {problem.path for problem in problems}))
    for path, (old, new) in changes.items():
        _print_diff(path, old, new)
    if changes and not _is_wanted(arguments, len(changes)):
        return 1
    for path, (_, new) in changes.items():
        path.write_bytes(new)
    return _print_left(_problems(arguments) if changes else problems)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fix what is mechanical in the files that have problems.")
    parser.add_argument("paths", nargs="*", type=Path, help="fix only these files or folders")
    parser.add_argument("--content", type=Path, default=CONTENT, help="the folder of the content (content)")
    parser.add_argument("--yes", action="store_true", help="write the changes without asking")
    arguments = parser.parse_args()
    for path in [arguments.content, *arguments.paths]:
        if not path.exists():
            parser.error(f"there is no {printable(str(path))}")
    return arguments


def _problems(arguments: argparse.Namespace) -> list[Problem]:
    found = find_problems(read_library(arguments.content), latest_date(datetime.now(UTC)))
    paths = [path.resolve() for path in arguments.paths] or [arguments.content.resolve()]
    return [problem for problem in found if any(Path(problem.path).resolve().is_relative_to(path) for path in paths)]


def _changes(content: Path, faulty: set[str]) -> Iterator[tuple[Path, tuple[bytes, bytes]]]:
    """Yield the faulty files that can be fixed, each with its old and its new content."""
    known = known_ids(read_library(content).library)
    for path, kind in _files(content):
        if path.as_posix() in faulty:
            old = path.read_bytes()
            if (new := repair(old, kind, known)) != old:
                yield path, (old, new)


def _files(content: Path) -> Iterator[tuple[Path, str]]:
    if is_file(content / VOCABULARY_FILE):
        yield content / VOCABULARY_FILE, "vocabulary"
    for kind, path in survey(content)[0]:
        yield path, kind.name


def _print_diff(path: Path, old: bytes, new: bytes) -> None:
    name = printable(path.as_posix())
    before, after = (content.decode(errors="replace").split("\n") for content in (old, new))
    for line in unified_diff(before, after, name, f"{name} (fixed)", n=1, lineterm=""):
        print(printable(line))


def _is_wanted(arguments: argparse.Namespace, count: int) -> bool:
    if arguments.yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print("Nothing is written. `make fix ARGS=--yes` writes these changes.", file=sys.stderr)
        return False
    return input(f"Write these changes to {counted(count, 'file')}? [y/N] ").strip().lower() == "y"


def _print_left(problems: list[Problem]) -> int:
    for problem in problems[:MOST_PRINTED]:
        print(problem)
    if problems:
        more = "; `make check` lists them all" if len(problems) > MOST_PRINTED else ""
        print(f"Left for you to fix: {len(problems)}{more}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
