"""Values as they are meant, although their form is wrong: numbers with separators, words for true and false."""

import re
from decimal import Decimal

from handbook.nearest import slug


def digits(value: object) -> str:
    """Return a number that is written with separators or in words as digits, or an empty string: `3 million`."""
    found = IN_WORDS.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    if not found:
        return ""
    number = Decimal(re.sub("[,_' ]", "", found[1])) * SCALES.get(found[2] or "", 1)
    return f"{number.normalize():f}" if number < 10**15 else ""


def as_range(value: object) -> str:
    """Return a range that is written as a text as a mapping, or an example of one."""
    ends = low_and_high(value)
    return f"{{low: {ends[0]}, high: {ends[1]}}}" if ends else "{low: 200, high: 300}"


def low_and_high(value: object) -> tuple[str, str] | None:
    """Return the ends of a range that is written as a text, as digits, or None: `40-125`, `1.5 to 2 million`."""
    low, *high = re.split(r" ?(?:[-–]|\bto\b) ?", value.strip()) if isinstance(value, str) else ("",)
    if len(high) != 1 or not digits(high[0]):
        return None
    word = re.sub(r"^[\d.,_' ]*", "", high[0].strip())
    bare = re.fullmatch(r"[\d.,_' ]+", low)
    ends = digits(f"{low} {word}".strip() if bare else low), digits(high[0])
    return ends if ends[0] else None


SCALES = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
}  # fmt: skip
IN_WORDS = re.compile(
    rf"(\d{{1,3}}(?:[,_' ]\d{{3}})+(?:\.\d{{1,9}})?|\d{{1,15}}(?:\.\d{{1,9}})?) ?({'|'.join(SCALES)})?", re.ASCII
)
"""A number with separators of thousands or a word after it: `600,000`, `1.5 billion`."""


def true_or_false(value: object) -> str:
    """Return `true` or `false` for a word of another format, or an empty string: `yes`."""
    return TRUE_OR_FALSE.get(str(value).lower(), "")


TRUE_OR_FALSE = {
    **dict.fromkeys(("yes", "y", "on", "1", "true"), "true"),
    **dict.fromkeys(("no", "n", "off", "0", "false"), "false"),
}
"""Words for true and false in other formats, and in quotes."""


def is_id(value: object) -> bool:
    """Return whether a value has the form of an id."""
    return isinstance(value, str) and bool(value) and slug(value) == value


def is_host(text: str) -> bool:
    """Return whether a short text can be an address without its scheme."""
    return len(text) <= 80 and "://" not in text and "." in text
