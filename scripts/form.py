"""Turn a filled issue form into a change of the content: save the text of the issue, then `scripts/form.py FILE`.

It prints the change as a diff, which `git apply` takes, then what the form leaves open and what the check would say.
With `--write` it makes the change.

Exit status: 0 if the check would find nothing, 1 if it would, 2 if nothing can be made of the form.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from handbook.checks.catalogue import find_problems
from handbook.checks.dates import latest_date
from handbook.doors.filled import MOST_SIGNS, read_form
from handbook.doors.forms import issue_forms
from handbook.doors.made import MadeFile, made_of
from handbook.doors.refusal import RefusedFormError
from handbook.problem import Problem, printable
from handbook.reading import read_library

CONTENT = Path("content")


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Turn a filled issue form into a change of the content.")
    parser.add_argument("form", metavar="FILE", type=Path, help="the text of the issue; `-` reads it from the input")
    parser.add_argument("--content", type=Path, default=CONTENT, help="the folder of the content (content)")
    parser.add_argument("--write", action="store_true", help="make the change")
    arguments = parser.parse_args()
    try:
        made = _made(arguments.form, arguments.content)
    except (RefusedFormError, OSError, UnicodeDecodeError) as error:
        parser.error(printable(str(error)))
    sys.stdout.writelines(_diff(made, arguments.content.as_posix()))
    if arguments.write:
        (arguments.content / made.file).write_text(made.after, encoding="utf-8")
    problems = _problems(made, arguments.content)
    for line in (*(f"to do: {note}" for note in made.notes), *map(str, problems)):
        print(printable(line), file=sys.stderr)
    return 1 if problems else 0


def _made(form: Path, content: Path) -> MadeFile:
    library = read_library(content).library
    if library is None:
        raise RefusedFormError("the content cannot be read: run `make check`")
    with sys.stdin if str(form) == "-" else form.open(encoding="utf-8") as file:
        text = file.read(MOST_SIGNS + 1)
    filled = read_form(text, issue_forms(library.vocabulary))
    return made_of(library, filled, lambda name: (content / name).read_text(encoding="utf-8"))


def _diff(made: MadeFile, folder: str) -> Iterator[str]:
    before = [] if made.before is None else made.before.splitlines(keepends=True)
    old = "/dev/null" if made.before is None else f"a/{folder}/{made.file}"
    yield from unified_diff(before, made.after.splitlines(keepends=True), old, f"b/{folder}/{made.file}")


def _problems(made: MadeFile, content: Path) -> list[Problem]:
    """Return the problems of the file after the change, found in a copy of the content."""
    with TemporaryDirectory() as temporary:
        copy = Path(temporary) / "content"
        shutil.copytree(content, copy)
        (copy / made.file).parent.mkdir(exist_ok=True)
        (copy / made.file).write_text(made.after, encoding="utf-8")
        found = find_problems(read_library(copy), latest_date(datetime.now(UTC)))
        here = (copy / made.file).as_posix()
    return [replace(one, path=f"{content.as_posix()}/{made.file}") for one in found if one.path == here]


if __name__ == "__main__":
    sys.exit(main())
