"""Create a new entry: `make new KIND=case-study ID=my-system` writes a draft with an example of each shape.

On a terminal it asks for what is missing. Drafts of the entries that it names and that do not exist are written, too.
Exit status: 0 if the file was written, 2 if something that was said is not valid.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from handbook.ids import near_duplicates, owner_of
from handbook.library import Entry, Library
from handbook.model.entry import EntryShape
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.technology import Depth
from handbook.nearest import did_you_mean, one_of
from handbook.problem import printable
from handbook.reading import read_library
from handbook.scaffold.entry import named_in, new_entry, new_stub
from handbook.scaffold.example import YEAR, Wishes
from handbook.survey import fault_of_id, id_like

sys.path.insert(0, str(Path(__file__).parents[1] / "hooks"))

from editor_schemas import write_editor_schemas

CONTENT = Path("content")
NAMED = ("technology", "pattern")
"""The kinds of which a contributor can name several entries."""


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Begin a new entry: write a draft with an example of each shape.")
    parser.add_argument("kind", metavar="KIND", help=f"what it is: {', '.join(KIND_BY_NAME)}")
    parser.add_argument("id", metavar="ID", help="lower-case letters, digits and hyphens: my-system")
    parser.add_argument("--like", default="", help="the id of an entry whose structure it gets: tumblr")
    parser.add_argument("--depth", default="", help="of a technology: brief (the usual one) or full")
    parser.add_argument("--content", type=Path, default=CONTENT, help="the folder of the content (content)")
    arguments = parser.parse_args()
    try:
        library = read_library(arguments.content).library if arguments.content.is_dir() else None
        desk = _Desk(arguments.content, library)
        wishes = _asked(arguments.kind, arguments.id) if _is_asked(arguments) else Wishes(arguments.kind, arguments.id)
        desk.begin(replace(wishes, depth=arguments.depth), arguments.like)
    except ValueError as error:
        return _refused(str(error))
    except (EOFError, KeyboardInterrupt):
        return _refused("nothing was written")
    return 0


def _refused(why: str) -> int:
    print(f"make new: {why}", file=sys.stderr)
    return 2


def _is_asked(arguments: argparse.Namespace) -> bool:
    return sys.stdin.isatty() and not (arguments.kind and arguments.id)


def _asked(kind: str, name: str) -> Wishes:
    """Ask on the terminal for what was not said."""
    kind = kind or _ask(f"What do you add ({', '.join(KIND_BY_NAME)})?", "case-study")
    called = _ask("What is its name?", name)
    wishes = Wishes(kind, name or _ask("Its id, which is its file name:", id_like(called)), called)
    if kind != "case-study":
        return wishes
    organisation = _ask("Which organisation built it? Its id or its name:", called)
    start = int(_ask("The first year that you describe:", str(YEAR)))
    until = _ask("The last year (`now` if it has not ended):", str(start))
    named = {
        kind: _ids(_ask(f"Which {kind} ids does it use? Several, with commas; new ones too:", "")) for kind in NAMED
    }
    return replace(
        wishes, start=start, until=int(until) if until.isdigit() else None,
        named={**named, "organisation": (id_like(organisation),)},
    )  # fmt: skip


def _ask(question: str, default: str) -> str:
    return input(f"{question}{f' [{default}]' if default else ''} ").strip() or default


def _ids(said: str) -> tuple[str, ...]:
    return tuple(id_like(name) for name in said.split(",") if name.strip())


@dataclass(frozen=True)
class _Desk:
    """The folder of the content, and its library unless it cannot be read."""

    content: Path
    library: Library | None

    def begin(self, wishes: Wishes, like: str) -> None:
        """Write the entry and the drafts that it needs, and print what comes next; raise ValueError if refused."""
        self._refuse(wishes)
        if wishes.kind == "case-study" and not wishes.named.get("organisation"):
            wishes = replace(wishes, named={**wishes.named, "organisation": (self._builder(wishes.id),)})
        for near in near_duplicates(self.library, wishes.kind, wishes.id) if self.library else ():
            print(f"Note: `{wishes.id}` is near {near}.")
        text = new_entry(wishes, self.library, self._like(wishes.kind, like))
        path = self._write(wishes, text)
        print(f"{printable(str(path))} is written.")
        missing = sorted(self._missing(wishes, text))
        for kind, name in missing:
            self._stub(Wishes(kind, name, start=wishes.start, until=wishes.until))
        if self.library:
            write_editor_schemas(self.content, self.library.with_ids([(wishes.kind, wishes.id), *missing]))
        print("Next: `make serve` shows it while you write, `make check` lists what is wrong.")

    def _builder(self, system: str) -> str:
        """Return the organisation with whose id that of a system begins, such as `twitter` of `twitter-search`."""
        known = self.library.ids["organisation"] if self.library else ()
        return max((name for name in known if f"{system}-".startswith(f"{name}-")), key=len, default=system)

    def _refuse(self, wishes: Wishes) -> None:
        if wishes.kind not in KIND_BY_NAME:
            near = did_you_mean(wishes.kind, KIND_BY_NAME) or f"; the kinds are {one_of(KIND_BY_NAME)}"
            raise ValueError(f"there is no kind `{printable(wishes.kind)}`{near}")
        if wishes.depth and (wishes.kind != "technology" or wishes.depth not in get_args(Depth)):
            raise ValueError(f"DEPTH is one of {one_of(get_args(Depth))}, and only a technology has one")
        for name in (wishes.id, *(name for names in wishes.named.values() for name in names)):
            if fault := fault_of_id(name):
                raise ValueError(f"`{printable(name)}` is not an id: {fault}")
        path = self._path(wishes)
        owner = owner_of(self.library, wishes.kind, wishes.id) if self.library and not path.exists() else ""
        if owner:
            raise ValueError(f"`{wishes.id}` is already {owner}: edit that entry, or choose another id")

    def _like(self, kind: str, like: str) -> Entry[EntryShape] | None:
        if not like:
            return None
        known = self.library.of(kind) if self.library else {}
        if like not in known:
            raise ValueError(f"there is no {kind} `{printable(like)}`{did_you_mean(like, known)}")
        return known[like]

    def _path(self, wishes: Wishes) -> Path:
        return self.content / KIND_BY_NAME[wishes.kind].folder / f"{wishes.id}.yml"

    def _write(self, wishes: Wishes, text: str) -> Path:
        path = self._path(wishes)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            raise ValueError(f"{printable(str(path))} is there already") from None
        except OSError as error:
            raise ValueError(f"{printable(str(path))} cannot be written ({error.strerror})") from None
        return path

    def _missing(self, wishes: Wishes, text: str) -> Iterator[tuple[str, str]]:
        """Yield the kind and id of the entries that are named and do not exist."""
        for kind, name in {*named_in(wishes.kind, text), *((k, n) for k, names in wishes.named.items() for n in names)}:
            known = self.library.ids[kind] if self.library else ()
            if name not in known and (kind, name) != (wishes.kind, wishes.id):
                yield kind, name

    def _stub(self, wishes: Wishes) -> None:
        if not self._path(wishes).exists():
            near = near_duplicates(self.library, wishes.kind, wishes.id) if self.library else ()
            path = self._write(wishes, new_stub(wishes, self.library))
            note = f" Is it {' or '.join(near)}? Then name that, and delete this file." if near else ""
            if wishes.kind == "organisation" and not near:
                note = " If it has another id, rename this file, and correct `organisation` in the entry."
            print(f"{printable(str(path))} is written: a draft of what the entry names.{note}")


if __name__ == "__main__":
    sys.exit(main())
