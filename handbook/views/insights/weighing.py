"""What systems say of a pattern together: who has it, who does without, and how much they disagree."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook import wording
from handbook.collation import Order, name_order
from handbook.faces import Casebook
from handbook.links import InCase
from handbook.model.case_study import PatternUse

MOST_NAMED = 16
"""How many systems of a stance are named."""
AGAINST = ("avoids", "abandoned")
SAID = {
    "uses": ("uses it", "use it"),
    "avoids": ("avoids it", "avoid it"),
    "abandoned": ("gave it up", "gave it up"),
    "planned": ("planned it", "planned it"),
}
"""What one system or several do, by stance, in the order in which pages show them."""

Uses = tuple[InCase[PatternUse], ...]


@dataclass(frozen=True)
class Weighing:
    """The stances on a pattern: the first use of each system by stance, in the order of the systems' names."""

    pattern: str
    name: str
    by_stance: Mapping[str, Uses]

    @cached_property
    def having(self) -> frozenset[str]:
        """The systems that use it."""
        return frozenset(use.case.id for use in self.by_stance.get("uses", ()))

    @cached_property
    def without(self) -> frozenset[str]:
        """The systems that avoid it or gave it up."""
        return frozenset(use.case.id for stance in AGAINST for use in self.by_stance.get(stance, ()))

    @cached_property
    def wanting(self) -> frozenset[str]:
        """The systems that use it or planned it."""
        return self.having | {use.case.id for use in self.by_stance.get("planned", ())}

    @property
    def disagree(self) -> bool:
        """Whether some system wants it and some system avoids it or gave it up."""
        return bool(self.wanting and self.without)

    @property
    def systems(self) -> frozenset[str]:
        """All systems that take a stance."""
        return frozenset(use.case.id for uses in self.by_stance.values() for use in uses)

    @property
    def weight(self) -> int:
        """The number of systems that are named, and one for the pattern."""
        return 1 + sum(min(len(uses), MOST_NAMED) for uses in self.by_stance.values())

    @property
    def order(self) -> tuple[int, float, int, Order]:
        """The sort key: the larger its smaller side, and the nearer to half of all, the more systems disagree."""
        smaller, total = min(len(self.wanting), len(self.without)), len(self.systems)
        return -smaller, -smaller / total, -total, name_order(self.name)

    @property
    def line(self) -> str:
        """The counts in one line: `12 use it and 3 avoid it`."""
        counts = ((len(self.by_stance.get(stance, ())), words) for stance, words in SAID.items())
        said = wording.listing(tuple(wording.counted(count, one, many) for count, (one, many) in counts if count))
        both = len(self.having & self.without)
        return f"{said}; {both} {'is' if both == 1 else 'are'} on both sides" if both else said


def weighings(book: Casebook) -> tuple[Weighing, ...]:
    """Return the patterns on which several systems take a stance: those with most disagreement first."""
    patterns = (_weighing(book, name, uses) for name, uses in book.links.uses_of_pattern.items())
    return tuple(sorted((each for each in patterns if len(each.systems) > 1), key=lambda each: each.order))


def _weighing(book: Casebook, pattern: str, uses: Uses) -> Weighing:
    by_stance: dict[str, dict[str, InCase[PatternUse]]] = {stance: {} for stance in SAID}
    for use in sorted(uses, key=lambda use: name_order(use.case.data.name)):
        by_stance[use.part.stance].setdefault(use.case.id, use)
    taken = {stance: tuple(firsts.values()) for stance, firsts in by_stance.items() if firsts}
    return Weighing(pattern, book.link("pattern", pattern).name, taken)
