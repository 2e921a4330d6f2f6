"""Begin a new entry: `scripts/new.py KIND ID` writes an annotated file to fill.

Exit status: 0 where the file was written, 2 where the kind or the id will not do.
"""

import argparse
import sys
from pathlib import Path

from handbook.library import ID
from handbook.model.kinds import KIND_BY_NAME
from handbook.nearest import did_you_mean, one_of
from handbook.scaffold import new_entry

CONTENT = Path("content")


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Begin a new entry: write an annotated file to fill.")
    parser.add_argument("kind", metavar="KIND", help=f"what it is: {', '.join(KIND_BY_NAME)}")
    parser.add_argument("id", metavar="ID", help="lower-case letters, digits and hyphens: my-system")
    parser.add_argument("--content", type=Path, default=CONTENT, help="the folder of the content (content)")
    arguments = parser.parse_args()
    if arguments.kind not in KIND_BY_NAME:
        near = did_you_mean(arguments.kind, KIND_BY_NAME) or f"; the kinds are {one_of(KIND_BY_NAME)}"
        parser.error(f"there is no kind `{arguments.kind}`{near}")
    if not ID.match(arguments.id) or len(arguments.id) > 64:
        parser.error(f"`{arguments.id}` is not an id: lower-case letters, digits and single hyphens, at most 64")
    path = arguments.content / KIND_BY_NAME[arguments.kind].folder / f"{arguments.id}.yml"
    if path.exists():
        parser.error(f"{path} is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(new_entry(arguments.kind, arguments.id), encoding="utf-8")
    print(f"{path} is written: fill it, then run `make check`.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
