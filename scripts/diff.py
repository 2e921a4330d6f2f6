"""Tell in words what a change of the content means: `scripts/diff.py BASE`, with the content of git's BASE as the old.

The old content is that of the commit where the change left BASE, so that later changes of BASE are not told. Nothing in
the working tree is touched.

Exit status: 0 if the change was told, 2 for wrong usage, or if a version has no readable vocabulary.
"""

import argparse
import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from changes import Base, BaseError
from handbook.checks.catalogue import find_problems
from handbook.checks.dates import latest_date
from handbook.problem import printable
from handbook.reading import read_library
from handbook.review.report import Review, as_markdown, as_text, review

CONTENT = Path("content")
FORMATS = {"text": as_text, "markdown": as_markdown}


class UnknownError(Exception):
    """The old content cannot be had; the message says why."""


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Tell in words what changed in the content.")
    parser.add_argument("base", nargs="?", default="main", help="the branch or commit to compare with (main)")
    parser.add_argument("--content", type=Path, default=CONTENT, help="the folder of the content (content)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="markdown: for a comment on GitHub")
    parser.add_argument("--no-pages", action="store_true", help="do not compare the pages")
    arguments = parser.parse_args()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with TemporaryDirectory() as folder:
            told = _review(_old_content(arguments.content, arguments.base, Path(folder)), arguments)
    except UnknownError as unknown:
        parser.error(printable(str(unknown)))
    print(FORMATS[arguments.format](told), end="")
    return 0


def _review(old: Path, arguments: argparse.Namespace) -> Review:
    before, after = read_library(old), read_library(arguments.content)
    if before.library is None or after.library is None:
        where = "the old content" if before.library is None else "the content"
        raise UnknownError(f"{where} cannot be read: `make check` says why")
    today = latest_date(datetime.now(UTC))
    is_well = not arguments.no_pages and not any(find_problems(reading, today) for reading in (before, after))
    return review(before.library, after.library, with_pages=is_well)


def _old_content(content: Path, base: str, folder: Path) -> Path:
    """Write the content of `base`, which may be known as that of `origin` only, to `folder`; return its path there."""
    try:
        return Base(content, base, f"origin/{base}").write_content(folder)
    except BaseError as error:
        raise UnknownError(f"{error}; name another BASE") from None


if __name__ == "__main__":
    sys.exit(main())
