"""The patterns and technologies of a lesson, by which readers filter.

A lesson has no field for them. It concerns an entry if its text or its reason links to the entry, or names it and the
case study takes a stance on it. Decisions of the same case study say nothing about a lesson, so nothing is derived from
them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from handbook.context import Context
from handbook.library import Entry, Library
from handbook.links import InCase
from handbook.model.case_study import CaseStudy, Lesson
from handbook.text import candidates, entry_links

KINDS_NAMED = ("pattern", "technology")
"""The kinds of entries that are found."""
WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
WORD = re.compile(r"[^\W_]+")
GOES_ON = re.compile(r"\w")

NamedEntry = tuple[str, str]
"""The kind and the id of an entry."""


class EntryName(NamedTuple):
    """A name of an entry, with the position of its first word.

    Patterns have `common` nouns, in upper or lower case, singular or plural; technologies have proper names: `Go` is
    not `go`.
    """

    words: str
    start: int
    address: NamedEntry
    common: bool

    def stands_at(self, text: str, place: int) -> bool:
        """Return whether `text` has the name with its first word at `place`."""
        begin = place - self.start
        end = begin + len(self.words)
        found = text[max(begin, 0) : end]
        end += self.common and text[end : end + 1] == "s"
        apart = not (GOES_ON.match(text[begin - 1 : begin]) or GOES_ON.match(text, end))
        return apart and (found.casefold() if self.common else found) == self.words


@dataclass(frozen=True, slots=True)
class Names:
    """Finds the entries that lessons name, in time that does not depend on the number of entries."""

    context: Context
    by_word: Mapping[str, list[EntryName]]

    def of(self, lesson: InCase[Lesson]) -> frozenset[NamedEntry]:
        """Return the patterns and technologies of a lesson."""
        text = f"{lesson.part.lesson} {lesson.part.because}"
        return frozenset((*self._linked(text), *self._named(lesson.case, self.context.plain(text))))

    def _linked(self, text: str) -> Iterator[NamedEntry]:
        for link in entry_links(text):
            for address in candidates(link.target, self.context.library.ids):
                kind, _, name = address.partition(":")
                if kind in KINDS_NAMED:
                    yield kind, name

    def _named(self, case: Entry[CaseStudy], text: str) -> Iterator[NamedEntry]:
        taken = {("pattern", use.pattern) for use in case.data.patterns}
        taken |= {("technology", use.technology) for use in case.data.technologies}
        for word in WORD.finditer(text):
            key = word[0].casefold()
            for name in (name for word in {key, key.removesuffix("s")} for name in self.by_word.get(word, ())):
                if name.address in taken and name.stands_at(text, word.start()):
                    yield name.address


def find_names(context: Context) -> Names:
    """Return what finds the patterns and technologies of lessons."""
    by_word: dict[str, list[EntryName]] = defaultdict(list)
    for words, address, common in _names(context.library):
        first = WORD.search(words)
        if first:
            by_word[first[0].casefold()].append(EntryName(words, first.start(), address, common))
    return Names(context, by_word)


def _names(library: Library) -> Iterator[tuple[str, NamedEntry, bool]]:
    """Yield the names of patterns that are words (`N+1` also means other things), and all names of technologies."""
    for pattern in library.patterns.values():
        for name in filter(WORDS.fullmatch, (pattern.data.name, *pattern.data.also_known_as)):
            yield name.casefold().removesuffix("s"), ("pattern", pattern.id), True
    for technology in library.technologies.values():
        for name in (technology.data.name, *technology.data.also_known_as):
            yield name, ("technology", technology.id), False
