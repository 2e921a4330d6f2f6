"""Dates as people write them, turned into a year, a month or a day."""

import re

from handbook.model.fields import read_date
from handbook.wording import MONTHS

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
