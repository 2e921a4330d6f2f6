"""Numbers as people write them: `300,000`, `1.5 million`, `40k`."""

import re

from handbook.intended import SCALES

NUMERAL = re.compile(
    r"(?i:about|around|roughly|over|more than|at least|at most|up to|~|≈|>|<)? ?"
    r"(?P<digits>-?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?)(?![\d,.]\d)"
    r"(?:%| ?(?P<size>[kK]|M|(?i:thousand|million|bn|billion|trillion))\b)?"
    r"(?P<rest>.*)"
)
TO = re.compile(r" ?(?:-|–|\bto\b) ?")


def numeral(words: str) -> tuple[float, str] | None:
    """Return the number with which a text begins, and the words after it; None if it begins with no number."""
    found = NUMERAL.fullmatch(words.strip())
    if not found or TO.match(found["rest"]):
        return None
    digits = float(re.sub("[, ]", "", found["digits"]))
    return round(digits * SCALES.get((found["size"] or "").lower(), 1), 6), found["rest"].strip()


def numerals(words: str) -> tuple[float, float] | None:
    """Return the two numbers of a range: `200 to 300`; None for any other text."""
    low, *high = TO.split(words.strip(), maxsplit=1)
    ends = [numeral(end) for end in (low, *high)]
    return (ends[0][0], ends[1][0]) if len(ends) == 2 and ends[0] and ends[1] else None
