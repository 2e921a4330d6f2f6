"""Create a new entry: `scripts/new.py KIND ID` writes an annotated file to fill in.

Exit status: 0 if the file was written, 2 if the kind or the id is not valid.
"""

import argparse
import sys
from pathlib import Path

from handbook.model.kinds import KIND_BY_NAME
from handbook.nearest import did_you_mean, one_of
from handbook.problem import printable
from handbook.scaffold import new_entry
from handbook.survey import fault_of_id

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
        parser.error(f"there is no kind `{printable(arguments.kind)}`{near}")
    if fault := fault_of_id(arguments.id):
        parser.error(f"`{printable(arguments.id)}` is not an id: {fault}")
    path = arguments.content / KIND_BY_NAME[arguments.kind].folder / f"{arguments.id}.yml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(new_entry(arguments.kind, arguments.id))
    except FileExistsError:
        parser.error(f"{printable(str(path))} is there already")
    except OSError as error:
        parser.error(f"{printable(str(path))} cannot be written ({error.strerror})")
    print(f"{printable(str(path))} is written: fill it, then run `make check`.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
