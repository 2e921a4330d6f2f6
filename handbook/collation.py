"""The sort order of names: accents are ignored, and other scripts come after Z."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TypeVar

DIGITS = "0-9"
"""The heading for names that begin with a digit or a symbol."""
OTHER = "Other"
"""The heading for names that begin with a letter of another script."""
SKIPPED = ".@#-_ '\"«“‘„¿¡"
"""Characters that are ignored at the start of a name: .NET is listed under N."""
LATIN = re.compile(r"LATIN (?:SMALL|CAPITAL) (?:LETTER|LIGATURE) (?:DOTLESS )?([A-Z]{1,2})(?: WITH .*)?")
"""Matches the Unicode name of a letter that has a base letter but no decomposition: ø, ł, æ, ı."""

Order = tuple[int, str, str]
T = TypeVar("T")


def by_heading(items: Iterable[T], name: Callable[[T], str]) -> Iterator[tuple[str, tuple[T, ...]]]:
    """Yield the headings of an index, each with its items in the order of their names."""
    ordered = sorted(items, key=lambda item: name_order(name(item)))
    for heading, group in groupby(ordered, lambda item: name_heading(name(item))):
        yield heading, tuple(group)


@cache
def name_order(name: str) -> Order:
    """Return the sort key of a name: digits and symbols first, then letters without accents, then other scripts.

    Names that differ only in accents or case are sorted by their characters.
    """
    heading = name_heading(name)
    return (0 if heading == DIGITS else 2 if heading == OTHER else 1), _base(name), name


@cache
def name_heading(name: str) -> str:
    """Return the heading under which a name is listed: a letter from A to Z, `0-9` or `Other`."""
    first = _base(name)[:1]
    if not first.isalpha():
        return DIGITS
    return first.upper() if first.isascii() else OTHER


def _base(name: str) -> str:
    """Return a name in lower case and base letters, without ignored leading characters."""
    plain = "".join(_base_letter(character) for character in unicodedata.normalize("NFKD", name)).casefold()
    return plain.lstrip(SKIPPED) or plain


def _base_letter(character: str) -> str:
    if unicodedata.combining(character):
        return ""
    latin = None if character.isascii() else LATIN.fullmatch(unicodedata.name(character, ""))
    return latin[1] if latin else character
