"""The ids that a field may name, and the one of them that a person must have meant."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from handbook.library import Library
from handbook.model.kinds import KINDS
from handbook.model.vocabulary import Unit, Vocabulary, VocabularyTerm

Names = Mapping[str, tuple[str, ...]]
"""Other names by id."""


@dataclass(frozen=True)
class Meanings:
    """The ids of a library, each with its other names: entries by kind, terms by section of the vocabulary."""

    entries: Mapping[str, Names]
    terms: Mapping[str, Names]


def known_ids(library: Library | None) -> Meanings:
    """Return the ids of `library`, those of files that have problems included; none if it could not be read."""
    if library is None:
        return Meanings({kind.name: {} for kind in KINDS}, {})
    entries = {kind: {name: _names(library, kind, name) for name in sorted(ids)} for kind, ids in library.ids.items()}
    sections = {name: getattr(library.vocabulary, name) for name in Vocabulary.model_fields}
    terms = {
        section: {term.id: _names_of_term(term) for term in found}
        for section, found in sections.items()
        if isinstance(found, tuple) and found and isinstance(found[0], VocabularyTerm)
    }
    return Meanings(entries, terms)


def _names(library: Library, kind: str, name: str) -> tuple[str, ...]:
    entry = library.of(kind).get(name)
    return (entry.data.called, *entry.data.also_known_as, *entry.data.formerly) if entry else ()


def _names_of_term(term: VocabularyTerm) -> tuple[str, ...]:
    if isinstance(term, Unit):
        return (term.name, f"{term.name}s", term.symbol, *([term.singular] if term.singular else []))
    return (term.name,)


MIXED = re.compile("[a-zµ]?[A-Z]+[a-z]?|[A-Z][a-z]")
"""Matches short words in which the case tells units apart: `Mb` is a megabit, `MB` a megabyte."""
SHORTEST = 5
"""The length of the shortest word in which one slip leaves no doubt about what was meant."""


def meant(word: str, names: Names, closed: bool = False) -> str | None:
    """Return the id that `word` must mean, or None if it may mean several or none.

    It is meant if it is the same in another case or form, or another name. In a `closed` list any one slip is
    forgiven; elsewhere only a slip that does not make another name: `mssql` is not `mysql`.
    """
    exact = {name for name, others in names.items() if word == name or word in others}
    if len(exact) == 1 or (MIXED.fullmatch(word) and not word.isupper()):
        return exact.pop() if len(exact) == 1 else None
    like = slug(word)
    if like in names:
        return like
    same = {name for name, others in names.items() if like and like in map(slug, others)}
    near = same or {
        name for name, others in names.items() if any(_is_near(like, slug(other), closed) for other in (name, *others))
    }
    return near.pop() if len(near) == 1 else None


def slug(word: str) -> str:
    """Return `word` as an id: `Fan_out on Write` becomes `fan-out-on-write`."""
    plain = normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def _is_near(word: str, name: str, closed: bool) -> bool:
    if min(len(word), len(name)) < SHORTEST or _digits(word) != _digits(name):
        return False
    if word.replace("-", "") == name.replace("-", "") or _is_doubled(word, name) or _is_swapped(word, name):
        return True
    return closed and _is_one_slip(word, name)


def _digits(word: str) -> list[str]:
    return re.findall("[0-9]+", word)


def _is_doubled(word: str, name: str) -> bool:
    """Return whether a letter is doubled in one of the two words only: `casandra`."""
    shorter, longer = sorted((word, name), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter and longer[at - 1] == longer[at] for at in range(1, len(longer))
    )


def _is_swapped(word: str, name: str) -> bool:
    """Return whether two letters that follow each other are swapped: `cahce`."""
    pairs = [(one, other) for one, other in zip(word, name, strict=False) if one != other]
    return len(word) == len(name) and len(pairs) == 2 and pairs[0] == pairs[1][::-1] and _touch(word, name)


def _touch(word: str, name: str) -> bool:
    first, last = _differing(zip(word, name, strict=True))
    return last - first == 1


def _differing(pairs: Iterable[tuple[str, str]]) -> tuple[int, int]:
    found = [number for number, (one, other) in enumerate(pairs) if one != other]
    return found[0], found[-1]


def _is_one_slip(word: str, name: str) -> bool:
    """Return whether one letter is missing, added or another."""
    shorter, longer = sorted((word, name), key=len)
    if len(longer) == len(shorter):
        return sum(one != other for one, other in zip(word, name, strict=True)) == 1
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )
