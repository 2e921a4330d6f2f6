"""The ids that a field may name, and the one that a person must have meant, or none if there is any doubt."""

import re

from handbook.known import NOTHING, Known, known_of
from handbook.library import Library
from handbook.nearest import Spellings, distance, squeezed

BITS = re.compile("[KMGTP]i?b")
"""Matches words that may stand for bits or for bytes: `Mb`. Only a person knows which."""
SHORTEST = 5
"""The length of the shortest word in which one slip leaves no doubt about what was meant."""


def known_ids(library: Library | None) -> Known:
    """Return all names of `library`, and the ids of files that have problems; none if it could not be read."""
    if library is None:
        return NOTHING
    names = {
        kind: {name: entry.data.names if (entry := library.of(kind).get(name)) else () for name in sorted(ids)}
        for kind, ids in library.ids.items()
    }
    return known_of(library.vocabulary, names)


def meant(word: str, names: Spellings, closed: bool = False) -> str | None:
    """Return the id that `word` must mean, or None if it may mean several or none.

    It is meant if it is the same in another case or form, or another name. In a `closed` list any one slip is
    forgiven; elsewhere only a slip that does not make another name: `mssql` is not `mysql`.
    """
    if BITS.fullmatch(word) or not word.strip():
        return None
    if same := names.meant(word):
        return same[0] if len(same) == 1 else None
    near = names.nearest(word)
    return near[0] if len(near) == 1 and _is_slip(squeezed(word), squeezed(near[0]), closed) else None


def _is_slip(word: str, name: str, closed: bool) -> bool:
    if min(len(word), len(name)) < SHORTEST or re.findall("[0-9]+", word) != re.findall("[0-9]+", name):
        return False
    return distance(word, name, 1) <= 1 and (closed or _is_doubled(word, name) or sorted(word) == sorted(name))


def _is_doubled(word: str, name: str) -> bool:
    """Return whether a letter is doubled in one of the two words only: `casandra`."""
    shorter, longer = sorted((word, name), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter and longer[at - 1] == longer[at] for at in range(1, len(longer))
    )
