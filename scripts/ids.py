"""Find ids: `make ids Q=post` prints the ids of entries and of the vocabulary that match, with kind and name."""

import argparse
import sys
from pathlib import Path

from handbook.ids import all_ids, find_ids
from handbook.problem import printable
from handbook.reading import read_library

sys.path.insert(0, str(Path(__file__).parents[1] / "hooks"))

from editor_schemas import write_editor_schemas


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Print the ids that match, each with its kind and name.")
    parser.add_argument("query", nargs="?", default="", help="a part of an id or name, or a kind: post, units")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the folder of the content (content)")
    arguments = parser.parse_args()
    library = read_library(arguments.content).library
    if library is None:
        print("The vocabulary cannot be read: `make check` says why.", file=sys.stderr)
        return 1
    write_editor_schemas(arguments.content, library)
    found = find_ids(library, arguments.query) if arguments.query else list(all_ids(library))
    for one in found:
        print(f"{one.kind:<14} {one.id:<32} {printable(one.name)}")
    if not found:
        print(f"Nothing matches `{printable(arguments.query)}`; `make new KIND=technology ID=…` begins a new entry.")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
