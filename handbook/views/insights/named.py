"""The patterns and technologies of a lesson, by which readers filter.

A lesson has no field for them. It concerns an entry if its text or its reason links to the entry, or names it
and the case study takes a stance on it. Decisions of the same case study say nothing about a lesson, so nothing is
derived from them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.context import Context
from handbook.library import Entry
from handbook.links import InCase
from handbook.model.case_study import CaseStudy, Lesson
from handbook.model.pattern import Pattern
from handbook.model.technology import Technology
from handbook.text import candidates, entry_links

Address = tuple[str, str]
"""The kind and the id of an entry."""
KINDS_NAMED = ("pattern", "technology")
"""The kinds of entries that are found."""
WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class Names:
    """Finds the patterns and technologies of lessons; `spelled` matches the names of each."""

    context: Context
    spelled: dict[Address, re.Pattern[str]]

    def of(self, lesson: InCase[Lesson]) -> frozenset[Address]:
        """Return the patterns and technologies of a lesson."""
        text = f"{lesson.part.lesson} {lesson.part.because}"
        return frozenset((*self._linked(text), *self._named(lesson.case, self.context.plain(text))))

    def _linked(self, text: str) -> Iterator[Address]:
        for link in entry_links(text):
            for address in candidates(link.target, self.context.library.ids):
                kind, _, name = address.partition(":")
                if (kind, name) in self.spelled:
                    yield kind, name

    def _named(self, case: Entry[CaseStudy], text: str) -> Iterator[Address]:
        patterns = (("pattern", use.pattern) for use in case.data.patterns)
        technologies = (("technology", use.technology) for use in case.data.technologies)
        yield from (address for address in (*patterns, *technologies) if self.spelled[address].search(text))


def find_names(context: Context) -> Names:
    """Return what finds the patterns and technologies of lessons."""
    library = context.library
    patterns = {("pattern", name): _common(_words(entry.data)) for name, entry in library.patterns.items()}
    technologies = {("technology", name): _proper(entry.data) for name, entry in library.technologies.items()}
    return Names(context, patterns | technologies)


def _words(pattern: Pattern) -> Iterator[str]:
    """Yield the names of a pattern that are words: `N+1` also means other things."""
    yield from (name for name in (pattern.name, *pattern.also_known_as) if WORDS.fullmatch(name))


def _common(names: Iterable[str]) -> re.Pattern[str]:
    """Return what matches common nouns, singular or plural, in upper or lower case."""
    either = "|".join(re.escape(name.removesuffix("s")) for name in names) or NOTHING
    return re.compile(rf"(?<!\w)(?:{either})s?(?!\w)", re.IGNORECASE)


def _proper(technology: Technology) -> re.Pattern[str]:
    """Return what matches the names of a technology as they are written: `Go` is not `go`."""
    either = "|".join(map(re.escape, (technology.name, *technology.also_known_as)))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
