"""The order of names: letters with accents stand with their base letter, other scripts behind Z."""

import re
import unicodedata
from functools import cache

DIGITS = "0-9"
"""The heading of names that begin with a digit or a sign."""
OTHER = "Other"
"""The heading of names that begin with a letter of another script."""
SKIPPED = ".@#-_ '\"«“‘„¿¡"
"""Signs that do not count at the beginning of a name: .NET stands under N."""
LATIN = re.compile(r"LATIN (?:SMALL|CAPITAL) (?:LETTER|LIGATURE) (?:DOTLESS )?([A-Z]{1,2})(?: WITH .*)?")
"""The Unicode name of a letter that has a base letter but no decomposition: ø, ł, æ, ı."""

Order = tuple[int, str, str]


@cache
def name_order(name: str) -> Order:
    """Return what names are sorted by: digits and signs, then letters without their accents, then other scripts.

    Names that differ only in accents or case are in the order of their characters.
    """
    heading = name_heading(name)
    return (0 if heading == DIGITS else 2 if heading == OTHER else 1), _base(name), name


@cache
def name_heading(name: str) -> str:
    """Return the heading under which a name stands: a letter from A to Z, `0-9` or `Other`."""
    first = _base(name)[:1]
    if not first.isalpha():
        return DIGITS
    return first.upper() if first.isascii() else OTHER


def _base(name: str) -> str:
    """Return a name in lower case and base letters, without the signs that do not count."""
    plain = "".join(_base_letter(character) for character in unicodedata.normalize("NFKD", name)).casefold()
    return plain.lstrip(SKIPPED) or plain


def _base_letter(character: str) -> str:
    if unicodedata.combining(character):
        return ""
    latin = None if character.isascii() else LATIN.fullmatch(unicodedata.name(character, ""))
    return latin[1] if latin else character
