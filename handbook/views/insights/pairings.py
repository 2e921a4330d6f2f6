"""Pairings: the systems that have a technology and use a pattern, and those in which one serves the other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from handbook import addresses, depth, wording
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.stances import KEPT

HEATS = 4
"""The number of shades by which a reader sees the largest counts first."""
MOST_NAMED = 3
"""How many pairs of the same rank are named."""
Pair = tuple[str, str]
"""A technology and a pattern, by their ids."""


@dataclass(frozen=True, slots=True)
class InSystem:
    """A system that has both; `serves` is true if a decision names both, or the technology supports the pattern."""

    case: str
    serves: bool
    url: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """A technology and a pattern, with the systems that have both; those in which one serves the other come first."""

    technology: str
    pattern: str
    systems: tuple[InSystem, ...]

    @property
    def serving(self) -> int:
        """The number of systems in which the technology serves the pattern."""
        return sum(system.serves for system in self.systems)


def pairings(book: Casebook) -> Mapping[Pair, Pairing]:
    """Return all pairs that some system has."""
    found: dict[Pair, list[InSystem]] = defaultdict(list)
    for entry in book.library.case_studies.values():
        for pair, system in _of_case(book, entry):
            found[pair].append(system)
    return {
        pair: Pairing(*pair, tuple(sorted(systems, key=lambda system: not system.serves)))
        for pair, systems in found.items()
    }


def _of_case(book: Casebook, entry: Entry[CaseStudy]) -> Iterator[tuple[Pair, InSystem]]:
    """Yield the pairs of a system; each leads to the decision that names both, or else to the use of the pattern."""
    case = entry.data
    kept = dict.fromkeys(use.technology for use in case.technologies if use.stance in KEPT)
    used = {use.pattern: use.claim_id for use in reversed(case.patterns) if use.stance == "uses"}
    decided = {pair: made.id for made in reversed(case.decisions) for pair in product(made.technologies, made.patterns)}
    uses = {pattern: depth.claim(entry, "pattern", claim) for pattern, claim in used.items()}
    for technology, pattern in product(kept, used):
        made = decided.get((technology, pattern))
        serves = made is not None or pattern in book.library.technologies[technology].data.patterns
        url = addresses.claim(entry.id, "decision", made) if made else uses[pattern]
        yield (technology, pattern), InSystem(entry.id, serves, url)


def heat(count: int, most: int) -> int:
    """Return the shade of a count, from 1 to `HEATS` for `most`."""
    return -(-count * HEATS // most)


def most_shared(book: Casebook, found: Sequence[Pairing]) -> str:
    """Return the pairs that most systems share, in words."""
    most = max(pairing.serving for pairing in found)
    first = sorted(
        (pairing for pairing in found if pairing.serving == most),
        key=lambda pairing: (-len(pairing.systems), pairing.technology, pairing.pattern),
    )
    named = [f"{_name(book, 'technology', one.technology)} for {_name(book, 'pattern', one.pattern)}" for one in first]
    if len(named) > MOST_NAMED:
        named[MOST_NAMED - 1 :] = [f"{len(named) - MOST_NAMED + 1} others"]
    counted = wording.counted(most, "system")
    if len(first) == 1:
        return f"The pair that most systems share is {named[0]}, in {counted}"
    return f"The pairs that most systems share are {wording.listing(tuple(named))}, in {counted} each"


def _name(book: Casebook, kind: str, name: str) -> str:
    return book.link(kind, name).name
