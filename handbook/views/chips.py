"""Chips: short links that carry the colour of a family and a stance."""

from dataclasses import dataclass

from handbook import addresses
from handbook.views.context import Context


@dataclass(frozen=True, slots=True)
class Chip:
    """A link to a pattern or a technology. `hue` is the colour of the pattern's family, None for technologies."""

    name: str
    url: str
    hue: int | None
    stance: str


def pattern_chip(context: Context, name: str, stance: str = "") -> Chip:
    """Return the chip of a pattern."""
    entry = context.library.patterns[name]
    return Chip(entry.data.name, addresses.page("pattern", name), context.families[entry.data.family].hue, stance)


def technology_chip(context: Context, name: str, stance: str = "") -> Chip:
    """Return the chip of a technology."""
    entry = context.library.technologies[name]
    return Chip(entry.data.name, addresses.page("technology", name), None, stance)
