"""What `mkdocs serve` shows of content with problems: what can be shown, or an entry as it was before."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from editor_schemas import write_editor_schemas
from handbook import addresses
from handbook.library import Entry, Library
from handbook.model.fields import Shape
from handbook.problem import Problem
from handbook.reading import Reading
from handbook.renderer import SitePage
from handbook.salvage import Left, salvage
from handbook.site import Site, page_in_place
from handbook.views.problems import ProblemLine, problem_lines
from handbook.wording import counted

log = logging.getLogger("mkdocs.handbook")
HOME = "The content cannot be shown"
Make = Callable[..., Site]
"""`make_site` with everything but the library."""


def report(problems: tuple[Problem, ...]) -> str:
    """Return all problems as one message."""
    lines = "\n".join(str(problem) for problem in problems)
    return f"The content has {counted(len(problems), 'problem')}:\n{lines}"


@dataclass
class LastGood:
    """The problems of the latest reading as pages print them, and each entry as it was before it had problems."""

    lines: tuple[ProblemLine, ...] = ()
    earlier: dict[str, Entry[Shape]] = field(default_factory=dict)
    shown: Library | None = None

    def site(self, content: Path, reading: Reading, problems: tuple[Problem, ...], today: date, make: Make) -> Site:
        """Return the site with drafts; of what has problems, it has what can be shown."""
        self._remember(reading, problems)
        left: tuple[Left, ...] = ()
        library = reading.library
        if problems or library is None:
            log.error(f"{report(problems)}\nThe site shows what is left, and these problems on each page.")
            found = salvage(content, reading, problems, self.earlier, today)
            library, left = found.library or self.shown, found.left_out
        self.lines = problem_lines(problems, has_rules=library is not None)
        if library is None:
            return Site((page_in_place(addresses.HOME, None, HOME, self.lines),), ())
        write_editor_schemas(content, library)
        site = make(library, with_drafts=True, all_diagrams=self.shown is None)
        self.shown = library
        return replace(site, pages=(*site.pages, *map(self._in_place, left)))

    def _remember(self, reading: Reading, problems: tuple[Problem, ...]) -> None:
        at_fault = {problem.path for problem in problems}
        for entry in reading.library.files() if reading.library else ():
            if entry.source.path not in at_fault:
                self.earlier[entry.source.path] = entry

    def _in_place(self, left: Left) -> SitePage:
        lines = tuple(line for line in self.lines if line.file == left.path)
        url, file = addresses.page(left.kind, left.id), "/".join(left.path.split("/")[-2:])
        return page_in_place(url, file, left.id, lines)
