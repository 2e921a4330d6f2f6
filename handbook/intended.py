"""Values as they are meant, although their form is wrong: numbers with separators, dates, words for true and false."""

import re
from decimal import Decimal

from handbook.model.fields import MONTHS, read_date
from handbook.nearest import slug


def digits(value: object) -> str:
    """Return a number that is written with separators or in words as digits, or an empty string: `3 million`."""
    found = IN_WORDS.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    if not found:
        return ""
    number = _amount(found[1], found[2])
    return f"{number.normalize():f}" if number < 10**15 else ""


def plain_digits(value: str) -> str:
    """Return a number as digits, or an empty string if it is none or its letters may mean a unit: `3 m`, `2 b`."""
    letters = "".join(filter(str.isalpha, value)).lower()
    return "" if letters in ("m", "b") else digits(value)


def _amount(figures: str, word: str | None) -> Decimal:
    return Decimal(re.sub("[,_' ]", "", figures)) * SCALES.get((word or "").lower(), 1)


def as_range(value: object) -> str:
    """Return a range that is written as a text as a mapping, or an example of one."""
    ends = low_and_high(value)
    return f"{{low: {ends[0]}, high: {ends[1]}}}" if ends else "{low: 200, high: 300}"


def low_and_high(value: object) -> tuple[str, str] | None:
    """Return the ends of a range that is written as a text, as digits, or None: `40-125`, `1.5 to 2 million`."""
    low, *high = TO.split(value.strip()) if isinstance(value, str) else ("",)
    if len(high) != 1 or not digits(high[0]):
        return None
    ends = digits(_with_word(low, high[0])), digits(high[0])
    return ends if ends[0] else None


def _with_word(low: str, high: str) -> str:
    """Return the low end of a range with the word after the high one, if it is for both: `1.5 to 2 million`.

    It is not if the low end is the larger number: `9,000 to 12k`.
    """
    one, other = NUMERAL.fullmatch(low.strip()), NUMERAL.fullmatch(high.strip())
    if not one or one["size"] or one["rest"] or not other:
        return low
    is_for_both = _amount(one["digits"], None) < _amount(other["digits"], None)
    return f"{low} {high.strip()[other.end('digits') :].strip()}".strip() if is_for_both else low


def numeral(words: str) -> tuple[float, str] | None:
    """Return the number with which a text begins, and the words after it; None if it begins with no number."""
    found = NUMERAL.fullmatch(words.strip())
    if not found or TO.match(found["rest"]):
        return None
    return float(_amount(found["digits"], found["size"])), found["rest"].strip()


def numerals(words: str) -> tuple[float, float] | None:
    """Return the two numbers of a range: `200 to 300`, `1.5 to 2 million`; None for any other text."""
    low, *high = TO.split(words.strip(), maxsplit=1)
    ends = [numeral(end) for end in (_with_word(low, high[0]), high[0])] if high else [None, None]
    return (ends[0][0], ends[1][0]) if ends[0] and ends[1] else None


SCALES = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
}  # fmt: skip
IN_WORDS = re.compile(
    rf"(\d{{1,3}}(?:[,_' ]\d{{3}})+(?:\.\d{{1,9}})?|\d{{1,15}}(?:\.\d{{1,9}})?) ?({'|'.join(SCALES)})?", re.ASCII
)
"""A number with separators of thousands or a word after it: `600,000`, `1.5 billion`."""
NUMERAL = re.compile(
    r"(?i:about|around|roughly|over|more than|at least|at most|up to|~|≈|>|<)? ?"
    r"(?P<digits>-?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?)(?![\d,.]\d)"
    r"(?:%| ?(?P<size>[kK]|M|(?i:thousand|million|bn|billion|trillion))\b)?"
    r"(?P<rest>.*)"
)
"""A number at the beginning of a text, with what is after it: `about 300,000 requests`."""
TO = re.compile(r" ?(?:[-–]|\bto\b) ?")


def plain_date(text: str) -> str | None:
    """Return the date that `text` says as `2011`, `2011-05` or `2011-05-03`, or None if it says none for certain."""
    for form in FORMS:
        if found := form.fullmatch(text.strip()):
            parts = found.groupdict()
            month = int(parts["month"]) if parts.get("month") else _month(parts.get("name") or "")
            numbers = [month, int(parts["day"])] if parts.get("day") else [month]
            return _checked("-".join([parts["year"], *(f"{number:02}" for number in numbers)]))
    return None


def _month(name: str) -> int:
    """Return the number of a month by its name or the first three or four letters of it, or 0."""
    known = [number for full, number in NAMES.items() if full == name.lower() or full[: len(name)] == name.lower()]
    return known[0] if len(known) == 1 and (len(name) <= 4 or name.lower() in NAMES) else 0


def _checked(date: str) -> str | None:
    try:
        return str(read_date(date))
    except ValueError:
        return None


NAMES = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
MONTH = "(?P<name>[A-Za-z]{3,9})\\.?"
YEAR, DAY = "(?P<year>[0-9]{4})", "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
FORMS = tuple(
    re.compile(form)
    for form in (
        f"{YEAR}[-/.](?P<month>[0-9]{{1,2}})(?:[-/.](?P<day>[0-9]{{1,2}}))?",
        f"{YEAR}-?(?P<month>[0-9]{{2}})-?(?P<day>[0-9]{{2}})(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?",
        f"(?:{DAY} +)?(?:of +)?{MONTH},? +{YEAR}",
        f"{MONTH} +{DAY},? +{YEAR}",
        f"{YEAR},? +{MONTH}(?: +{DAY})?",
    )
)
"""The forms that mean one date to everybody; `03/05/2011` is not among them."""


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
