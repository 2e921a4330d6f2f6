"""Tell in words what a change of the content means: `scripts/diff.py BASE`, with the content of git's BASE as the old.

The old content is that of the commit where the change left BASE, so that later changes of BASE are not told. Nothing in
the working tree is touched.

Exit status: 0 if the change was told, 2 for wrong usage, or if a version has no readable vocabulary.
"""

import argparse
import io
import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

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
    """Write the content of `base` to `folder`, and return its path there."""
    inside, name = content.resolve().parent, content.resolve().name
    archive = _git(inside, "archive", "--format=tar", _commit(inside, base), "--", name)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() else None
            if file:
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.read())
    return folder / name


def _commit(inside: Path, base: str) -> str:
    """Return the commit where HEAD left `base`, which may be known as that of `origin` only."""
    for name in () if base.startswith("-") else (base, f"origin/{base}"):
        try:
            return _git(inside, "merge-base", "HEAD", name).decode().strip()
        except UnknownError:
            continue
    raise UnknownError(f"git knows no `{base}` that has a commit in common with this branch; name another BASE")


def _git(inside: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(inside), *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise UnknownError(getattr(error, "stderr", b"").decode(errors="replace").strip() or str(error)) from None
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
