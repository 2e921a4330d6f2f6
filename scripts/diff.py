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
from handbook.reading import Reading, read_library
from handbook.review.report import Review, as_markdown, as_text, review

CONTENT = Path("content")
FORMATS = {"text": as_text, "markdown": as_markdown}


class UnreadableError(Exception):
    """A version has no readable vocabulary; the message says which."""


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
        base = Base(arguments.content, arguments.base)
        told = compared(base, read_library(arguments.content), with_pages=not arguments.no_pages)
    except (BaseError, UnreadableError) as error:
        parser.error(printable(str(error)))
    print(FORMATS[arguments.format](told), end="")
    return 0


def compared(base: Base, after: Reading, with_pages: bool) -> Review:
    """Return what changed in the content since `base`; pages are compared if neither version has problems."""
    with TemporaryDirectory() as folder:
        before = read_library(base.write_content(Path(folder)))
        if before.library is None or after.library is None:
            where = "the old content" if before.library is None else "the content"
            raise UnreadableError(f"{where} cannot be read: `make check` says why")
        today = latest_date(datetime.now(UTC))
        is_well = with_pages and not any(find_problems(reading, today) for reading in (before, after))
        return review(before.library, after.library, with_pages=is_well)


if __name__ == "__main__":
    sys.exit(main())
