"""Suggestions for misspelt words, by their ids and all their other names."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import islice, takewhile
from unicodedata import combining, normalize

MOST = 3
"""The maximum number of suggestions for a word."""
SHORTEST = 4
"""The length from which a part of a name suggests the whole: `mongo`, but not `s3` or `go`."""


class Spellings:
    """The ids of one kind, each with its other names; a look-up of a word that may be one of them."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """Keep the names by id."""
        self._names = {name: (name, *others) for name, others in names.items()}
        self._cached = lru_cache(1000)(self._resembling)

    def __contains__(self, name: str) -> bool:
        """Return whether `name` is an id."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Return the ids."""
        return iter(self._names)

    def meant(self, word: str) -> tuple[str, ...]:
        """Return the ids that have `word` as a name, written in another way: case, hyphens, plural."""
        for index, key in zip(self._indexes, KEYS, strict=True):
            if found := index.get(key(word)):
                return tuple(found)
        return ()

    def nearest(self, word: str) -> tuple[str, ...]:
        """Return the ids that have `word` as a name, or else those with the names that are most like it."""
        return self.meant(word) or self._cached(word)

    @cached_property
    def _indexes(self) -> tuple[dict[str, dict[str, None]], ...]:
        indexes: tuple[dict[str, dict[str, None]], ...] = tuple(defaultdict(dict) for _ in KEYS)
        for name, called in self._names.items():
            for index, key in zip(indexes, KEYS, strict=True):
                for each in map(key, called):
                    if each:
                        index[each][name] = None
        return indexes

    @cached_property
    def _by_length(self) -> dict[int, list[tuple[str, str]]]:
        lengths: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for called, owners in self._indexes[KEYS.index(squeezed)].items():
            lengths[len(called)] += ((called, owner) for owner in owners)
        return lengths

    def _resembling(self, word: str) -> tuple[str, ...]:
        sought = squeezed(word)
        most = 0 if len(sought) < SHORTEST else 1 if len(sought) < 8 else 2
        scores: dict[str, tuple[float, ...]] = {}
        for length in range(len(sought) - most, len(sought) + most + 1):
            for called, owner in self._by_length.get(length, ()):
                if (off := distance(sought, called, most)) <= most:
                    score = (off, -_shared_start(sought, called))
                    scores[owner] = min(scores.get(owner, score), score)
        best = min((score[0] for score in scores.values()), default=0)
        close = sorted((score, owner) for owner, score in scores.items() if score[0] == best)
        return tuple(owner for _, owner in close[:MOST]) or self._partly(word)

    def _partly(self, word: str) -> tuple[str, ...]:
        """Return the ids that have a part in common with the word: `apache-kafka`, `mongo`; best in the id itself."""
        sought, parts = stem(word), words_of(word)
        scores: dict[str, tuple[int, int]] = {}
        for called, name in self._sharing(sought, parts):
            if _shares_a_part(sought, parts, called):
                score = (int(called != name), abs(len(called) - len(word)))
                scores[name] = min(scores.get(name, score), score)
        best = min((score[0] for score in scores.values()), default=0)
        partly = sorted((score, name) for name, score in scores.items() if score[0] == best)
        return tuple(name for _, name in partly[:MOST])

    def _sharing(self, sought: str, parts: frozenset[str]) -> set[tuple[str, str]]:
        """Return the names, each with its id, that have one of the words or begin with what is sought."""
        keys = set(parts)
        if len(sought) >= SHORTEST:
            start = bisect_left(self._words, sought)
            keys.update(takewhile(lambda key: key.startswith(sought), islice(self._words, start, None)))
        return {pair for key in keys for pair in self._by_word.get(key, ())}

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._by_word)

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, str]]]:
        index: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, names in self._names.items():
            for called in names:
                for key in words_of(called) | {squeezed(called)}:
                    index[key].append((called, name))
        return index


def _shares_a_part(sought: str, parts: frozenset[str], called: str) -> bool:
    """Return whether a name has all words of the word sought or is all in it, or begins with it."""
    own = words_of(called)
    if parts and own and (parts < own or own < parts):
        return max(map(len, parts & own)) > 1
    return len(sought) >= SHORTEST and (
        squeezed(called).startswith(sought) or any(part.startswith(sought) for part in own)
    )


def literal(word: str) -> str:
    """Return the word itself, for names that differ only in case or signs: `%`, `µs`."""
    return word.strip()


def folded(word: str) -> str:
    """Return a key that is the same for names that look alike: `Ｋafka`, `KAFKA` and `kafka`."""
    return normalize("NFKC", word).casefold().strip()


def squeezed(word: str) -> str:
    """Return the letters and digits of a word: `node-js` and `Node.js` are the same."""
    return re.sub(r"[\W_]+", "", folded(word))


def stem(word: str) -> str:
    """Return the letters and digits of a word in the singular: `Queries`, `query`."""
    plain = squeezed(word)
    if plain.endswith("ies") and len(plain) > 4:
        return f"{plain[:-3]}y"
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 2 else plain


KEYS: tuple[Callable[[str], str], ...] = (literal, folded, squeezed, stem)
"""The ways to compare names, the strictest first."""


def slug(name: str) -> str:
    """Return a name in the form of an id, or an empty string: `Write path` is `write-path`."""
    plain = "".join(sign for sign in normalize("NFKD", folded(name)) if not combining(sign))
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:64].strip("-")


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name in the singular, without `and`, `of` and others that say nothing."""
    words = {stem(word) for word in re.split(r"[\W_]+", folded(name))}
    return frozenset(words - {"", "and", "of", "on", "the", "for", "a", "in", "to"})


def distance(one: str, other: str, most: int) -> int:
    """Return the number of letters to insert, delete, replace or swap, or more than `most` if it is larger."""
    if one == other:
        return 0
    if most == 0 or abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, sign in enumerate(one, 1):
        last, before, row = before, row, [number]
        for place, against in enumerate(other, 1):
            cost = min(row[-1] + 1, before[place] + 1, before[place - 1] + (sign != against))
            if number > 1 and place > 1 and sign == other[place - 2] and one[number - 2] == against:
                cost = min(cost, last[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _shared_start(one: str, other: str) -> int:
    return next(
        (number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def did_you_mean(word: str, candidates: Spellings | Iterable[str]) -> str:
    """Return `; did you mean …?` with the one to three candidates nearest to `word`, or an empty string."""
    known = candidates if isinstance(candidates, Spellings) else Spellings(dict.fromkeys(candidates, ()))
    return suggestion(known.nearest(word))


def suggestion(near: Iterable[str]) -> str:
    """Return `; did you mean …?` with these words, or an empty string without any."""
    words = " or ".join(f"`{name}`" for name in near)
    return f"; did you mean {words}?" if words else ""


def one_of(candidates: Iterable[str], most: int = 12) -> str:
    """Return up to `most` candidates as a comma-separated list."""
    known = sorted(candidates)
    more = f" … ({len(known) - most} more)" if len(known) > most else ""
    return ", ".join(f"`{name}`" for name in known[:most]) + more


def unknown(found: str, name: str, known: Collection[str], remedy: str = "") -> Callable[[], str]:
    """Return a function that makes the message that `name` is not `known`, because finding the nearest word is slow."""

    def message() -> str:
        there_are = f"; there are {one_of(known, 20)}" if known else "; there are none"
        return f"{found}{did_you_mean(name, known) or remedy or there_are}"

    return message
