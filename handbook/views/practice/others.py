"""Who decided otherwise: systems that took the opposite stance on what a decision concerns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook import depth
from handbook.context import Link
from handbook.faces import Casebook, Chip
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, Decision
from handbook.stances import KEPT, STANCES, Use, UseInCase

MOST_OTHERS = 4
"""The number of systems that are named for each pattern or technology."""
UNDECIDED = "planned"


@dataclass(frozen=True, slots=True)
class OtherStance:
    """A system with the opposite stance, in words: `left by`."""

    words: str
    claim: Link


@dataclass(frozen=True, slots=True)
class Others:
    """The systems that took the opposite stance on a pattern or a technology."""

    what: Chip
    stances: tuple[OtherStance, ...]


class Sides:
    """The first systems that have each pattern and technology, and the first that decided against it."""

    def __init__(self, book: Casebook) -> None:
        """Part the uses once, so that the time for each decision does not depend on the number of systems."""
        self._book = book
        uses: Mapping[str, Mapping[str, Iterable[UseInCase]]] = {
            "pattern": book.links.uses_of_pattern,
            "technology": book.links.uses_of_technology,
        }
        self._with, self._against = (
            {kind: {name: _first(found, kept) for name, found in of.items()} for kind, of in uses.items()}
            for kept in (True, False)
        )

    def others(self, entry: Entry[CaseStudy], made: Decision) -> tuple[Others, ...]:
        """Return who decided otherwise on each pattern and technology of a decision."""
        patterns = {use.pattern: use.stance for use in entry.data.patterns}
        technologies = {use.technology: use.stance for use in entry.data.technologies}
        found = (
            *(self._others(entry, "pattern", name, patterns) for name in made.patterns),
            *(self._others(entry, "technology", name, technologies) for name in made.technologies),
        )
        return tuple(one for one in found if one.stances)

    def _others(self, entry: Entry[CaseStudy], kind: str, name: str, own: Mapping[str, str]) -> Others:
        """Return the systems on the other side; one that says nothing of its own stance is taken to have it."""
        side = self._against if own.get(name, "uses") in KEPT else self._with
        uses = [use for use in side[kind].get(name, ()) if use.case.id != entry.id][:MOST_OTHERS]
        return Others(self._book.chip(kind, name), tuple(self._stance(kind, use) for use in uses))

    def _stance(self, kind: str, use: UseInCase) -> OtherStance:
        link = Link(self._book.link("case-study", use.case.id).name, depth.claim(use.case, kind, use.part.claim_id))
        return OtherStance(STANCES[use.part.stance].counted, link)


def _first(uses: Iterable[UseInCase], kept: bool) -> tuple[UseInCase, ...]:
    """Return one use of each of the first systems on one side, one more than are named."""
    found: dict[str, UseInCase] = {}
    for use in uses:
        if _is_on_side(use.part, kept):
            found.setdefault(use.case.id, use)
    return tuple(found.values())[: MOST_OTHERS + 1]


def _is_on_side(use: Use, kept: bool) -> bool:
    return use.stance != UNDECIDED and (use.stance in KEPT) == kept
