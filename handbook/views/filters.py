"""The filters above a list or a table: facets with their values, and the number of rows that have each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook.collation import name_order


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """A value of a facet, with the number of rows that have it."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A facet: rows name their values in the attribute `data-<key>`, separated by spaces."""

    key: str
    name: str
    choices: tuple[FacetChoice, ...]


def choices(names: Mapping[str, str], taken: Iterable[str]) -> tuple[FacetChoice, ...]:
    """Return the values that occur in `taken`, with their names and in their order."""
    counts = Counter(taken)
    return tuple(FacetChoice(name, words, counts[name]) for name, words in names.items() if counts[name])


def filter_by(key: str, name: str, names: Mapping[str, str], taken: Iterable[str]) -> Filter:
    """Return a facet, with the values in the order of their names."""
    return Filter(key, name, choices(dict(sorted(names.items(), key=lambda pair: name_order(pair[1]))), taken))
