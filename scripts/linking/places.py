"""The addresses in the content: where each is written, and since when it is cited."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.library import Entry, Library
from handbook.model.evidence import Source
from handbook.model.fields import URL_FORM, Form, PartialDate, Shape
from handbook.model.structure import leaves
from handbook.problem import Problem, Steps


@dataclass(frozen=True, slots=True)
class Written:
    """An address in a file. A source also has its date and whether it names an archived copy."""

    entry: Entry[Shape]
    steps: Steps
    url: str
    source: Source | None

    @property
    def date(self) -> PartialDate | None:
        """The date of the source, near to which an archived copy is wanted."""
        return self.source.date if self.source else None

    @property
    def lacks_copy(self) -> bool:
        """Whether this is the address of a source that names no archived copy."""
        return self.source is not None and self.source.archived is None

    def problem(self, message: str, rule: str) -> Problem:
        """Return a problem at the address."""
        return Problem(self.entry.source.path, *self.entry.source.place(self.steps), message, rule)


def written(library: Library, paths: Iterable[Path]) -> Iterator[Written]:
    """Yield the addresses in `paths`, files or folders, or in all files if there are none."""
    wanted = [path.resolve() for path in paths]
    for entry in library.files():
        file = Path(entry.source.path).resolve()
        if not wanted or any(file.is_relative_to(path) for path in wanted):
            yield from _in(entry)


def _in(entry: Entry[Shape]) -> Iterator[Written]:
    sources: tuple[Source, ...] = getattr(entry.data, "sources", ())
    for steps, form, url in leaves(entry.data, Form):
        if form == URL_FORM:
            match steps:
                case ("sources", int(number), "url"):
                    yield Written(entry, steps, url, sources[number])
                case _:
                    yield Written(entry, steps, url, None)
