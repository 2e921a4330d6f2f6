"""Everything that a field can name: entries by kind and terms by section of the vocabulary, with all their names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from handbook.model.fields import Reference, Term
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.vocabulary import Unit, Vocabulary, VocabularyTerm
from handbook.nearest import MOST, Spellings, slug, suggestion

SECTIONS = {
    "families": "a family of patterns", "categories": "a category of technologies", "themes": "a theme",
    "domains": "a domain", "levels": "a level", "measures": "a measure", "units": "a unit",
}  # fmt: skip
"""The sections of the vocabulary that fields choose from, and what one of their terms is called."""
RATE = re.compile(r"(.+?)(?:\s*/\s*|-per-|\s+per\s+|\s+an?\s+)(.+)")
"""A unit with its denominator: `req/s`, `queries per second`, `requests a second`."""
SHORT_RATE = re.compile(r"(?:[rqt]|[kmgt]b)ps", re.IGNORECASE)
"""The same in letters, with the second as the denominator: `rps`, `Mbps`."""


@dataclass(frozen=True)
class Known:
    """The names of entries by kind, of terms by section, and the units for their size."""

    groups: Mapping[str, Spellings]
    units: Mapping[str, Unit] = field(default_factory=dict)

    def advice(self, mark: object, word: str) -> str:
        """Return what to write instead of a word that a field with this mark cannot hold, or an empty string."""
        if isinstance(mark, Term):
            return self._term(mark.section, word)
        if isinstance(mark, Reference):
            return suggestion(self.addresses(word)) if mark.kind == "any" else self.entry(mark.kind, word)
        return ""

    def entry(self, kind: str, name: str) -> str:
        """Return which entry may be meant, and how to begin it if it is a new one."""
        if meant := self.groups[kind].meant(name):
            return suggestion(meant)
        for other in KIND_BY_NAME:
            if found := self.groups[other].meant(name):
                return f"; `{found[0]}` is {_a(other)}, but this field names {_a(kind)}"
        near, new = suggestion(self.groups[kind].nearest(name)), slug(name)
        begin = f"`make new KIND={kind} ID={new}` begins an entry"
        return f"{near} If not, {begin}" if near and new else near or (f"; {begin}" if new else "")

    def addresses(self, word: str, exactly: bool = False) -> tuple[str, ...]:
        """Return the addresses that `word` may mean, those of the kind that it names first: `technology:redis`."""
        kind, _, name = word.rpartition(":")
        for find in (Spellings.meant,) if exactly else (Spellings.meant, Spellings.nearest):
            found = [f"{one}:{other}" for one in KIND_BY_NAME for other in find(self.groups[one], name)]
            if found:
                return tuple(sorted(found, key=lambda address: not address.startswith(f"{kind}:"))[:MOST])
        return ()

    def _term(self, section: str, word: str) -> str:
        if section == "units" and (rate := self._rate(word)):
            return f"; write `unit: {rate[0]}` and `per: {rate[1]}`"
        own = self.groups[section]
        if not own.meant(word) and not own.nearest(word):
            for other, called in SECTIONS.items():
                if other != section and (found := self.groups[other].meant(word)):
                    return f"; `{found[0]}` is {called}, but this field holds {SECTIONS[section]}"
        return suggestion(self._terms(section, word))

    def _terms(self, section: str, word: str) -> tuple[str, ...]:
        """Return the terms that `word` may mean; of units that it only resembles, none if they differ in size."""
        own = self.groups[section]
        near = own.nearest(word)
        sizes = {(self.units[name].dimension, self.units[name].factor) for name in near if name in self.units}
        alike = len({dimension for dimension, _ in sizes}) < len(sizes)
        return () if section == "units" and alike and not own.meant(word) else near

    def _rate(self, word: str) -> tuple[str, str] | None:
        """Return the unit and the denominator that a word names together: `req/s`."""
        units, rate = self.groups["units"], RATE.fullmatch(word.strip())
        if SHORT_RATE.fullmatch(word.strip()):
            unit, per = units.meant(word), units.meant("second")
        elif rate:
            unit, per = units.meant(rate[1]), units.meant(rate[2])
        else:
            return None
        return (unit[0], per[0]) if unit and per else None


NOTHING = Known({group: Spellings({}) for group in (*SECTIONS, *KIND_BY_NAME)})
"""Nothing is known: the vocabulary could not be read."""


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


def known_of(vocabulary: Vocabulary, entries: Mapping[str, Mapping[str, Iterable[str]]]) -> Known:
    """Return what can be named, given the names of the entries by kind and id."""
    terms = {section: Spellings(_names_of_terms(getattr(vocabulary, section))) for section in SECTIONS}
    kinds = {kind: Spellings(names) for kind, names in entries.items()}
    return Known({**terms, **kinds}, {unit.id: unit for unit in vocabulary.units})


def _names_of_terms(terms: Iterable[VocabularyTerm]) -> Mapping[str, tuple[str, ...]]:
    return {term.id: tuple(_names_of_term(term)) for term in terms}


def _names_of_term(term: VocabularyTerm) -> Iterator[str]:
    yield from (term.name, *term.also_known_as)
    if isinstance(term, Unit):
        yield from filter(None, (term.symbol, term.singular))
