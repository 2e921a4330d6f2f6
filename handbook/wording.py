"""Numbers, quantities and dates in words."""

import re
from collections.abc import Mapping
from decimal import Decimal

from handbook.model.entry import Period
from handbook.model.fields import MONTHS, PartialDate
from handbook.model.figure import Figure
from handbook.model.vocabulary import Unit

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
PREFIXES = {
    "exact": "", "about": "about ", "at-least": "at least ", "at-most": "at most ",
    "order-of-magnitude": "on the order of ",
}  # fmt: skip
FINAL_Y = re.compile("(?<![aeiou])y$")
"""The `y` that the plural writes as `ie`: `technologies`, but `days`."""
LOADS = {"peak": "at peak", "typical": "at a usual time"}
STATUSES = {
    "measured": "", "estimated": "estimated", "goal": "a goal", "capacity": "capacity", "setting": "a setting",
}  # fmt: skip
TOLD = {
    "maximum": ("max", "most", "largest", "longest", "highest", "busiest", "limit"),
    "minimum": ("min", "least", "smallest"),
    "median": ("median",), "p95": ("p95",), "p99": ("p99",), "p99.9": ("p99.9",),
    "at peak": ("peak", "busiest", "highest"),
    "estimated": ("estimate",), "a goal": ("goal", "target"), "capacity": ("capacity", " can "),
}  # fmt: skip
"""The qualifiers without which a number misleads, each with the words that make it unnecessary."""

Units = Mapping[str, Unit]


def number(value: float) -> str:
    """Return a number for readers: 209,420,973 in full, but 1.3 billion if up to two decimals give it exactly."""
    for scale, name in SCALES:
        if abs(value) >= scale and round(value / scale, 2) == value / scale:
            return f"{_plain(value / scale, 12)} {name}"
    if value == int(value):
        return f"{int(value):,}"
    return _plain(value, 10)


def _plain(value: float, digits: int) -> str:
    """Return a number with `digits` significant digits, without an exponent."""
    return format(Decimal(f"{value:.{digits}g}"), ",f")


def quantity(value: float, unit: str | None, per: str | None, units: Units) -> str:
    """Return a number with its unit: `3,000 images a second`, `105 TB`, `US$ 2 million`, `60 %`."""
    known, by = units.get(unit or ""), rate(units.get(per or ""))
    if known is None:
        return f"{number(value)}{by}"
    symbol = known.singular if value == 1 and known.singular else known.symbol
    if known.dimension == "money":
        return f"{symbol} {number(value)}{by}"
    return f"{number(value)} {symbol}{by}"


def rate(per: Unit | None) -> str:
    """Return the denominator of a rate in words, after a space: ` a second`; empty without one."""
    return f" {_article(per.name)} {per.name}" if per else ""


def unit(name: str | None, per: str | None, units: Units) -> str:
    """Return a unit without a number: `images a second`, `TB`, `US$`; empty if there is none."""
    known, by = units.get(name or ""), rate(units.get(per or ""))
    return f"{known.symbol if known else ''}{by}".strip()


def figure_value(figure: Figure, units: Units) -> str:
    """Return the value of a figure with its precision and unit: `about 3,000 images a second`."""
    said = _amount(figure, units)
    return f"{PREFIXES[figure.precision]}{said}"


def _amount(figure: Figure, units: Units) -> str:
    def said(value: float) -> str:
        return quantity(value, figure.unit, figure.per, units)

    if figure.as_printed is not None:
        return f"“{figure.as_printed}”"
    if figure.ratio is not None:
        return f"{number(figure.ratio)} times"
    if figure.range is not None:
        return f"{number(figure.range.low)} to {said(figure.range.high)}"
    if figure.before is not None and figure.after is not None:
        return f"from {said(figure.before)} to {said(figure.after)}"
    return said(figure.value if figure.value is not None else 0)


def qualifiers(figure: Figure) -> tuple[str, ...]:
    """Return the qualifiers of a figure in words: `average`, `at peak`, `estimated`, `whole network`."""
    words = (
        "" if figure.statistic in ("count", "total") and figure.load else _statistic(figure),
        LOADS.get(figure.load or "", ""),
        STATUSES[figure.status],
        f"over {figure.window}" if figure.window else "",
        figure.scope or "",
    )
    return tuple(word for word in words if word)


def noted(figure: Figure) -> str:
    """Return what a figure measures, with its notes: `Time to serve an image, p99, a goal`."""
    return ", ".join((figure.what, *notes(figure, figure.what)))


def noted_date(figure: Figure) -> str:
    """Return the date of a figure after its notes, where its name is not shown: `at peak, 2013`."""
    return ", ".join((*notes(figure), date(figure.as_of)))


def notes(figure: Figure, told: str = "") -> tuple[str, ...]:
    """Return what sets a figure apart from a measured total or average, unless `told` says it: `p99`, `a goal`."""
    limits = figure.statistic == "maximum" and (figure.load or figure.status in ("capacity", "setting"))
    said = ("" if limits else _statistic(figure), LOADS.get(figure.load or "", ""), STATUSES[figure.status])
    known = told.casefold()
    return tuple(word for word in said if word in TOLD and not any(sign in known for sign in TOLD[word]))


def _statistic(figure: Figure) -> str:
    return "p99.9" if figure.statistic == "p999" else figure.statistic


def date(when: PartialDate) -> str:
    """Return the known part of a date in words: `9 February 2016`, `February 2016`, `2016`."""
    parts = [str(when.day)] if when.day else []
    if when.month:
        parts.append(MONTHS[when.month - 1])
    return " ".join([*parts, str(when.year)])


def when(date_of_it: PartialDate) -> str:
    """Return a date with its preposition: `on 9 February 2016`, `in February 2016`."""
    return f"{'on' if date_of_it.day else 'in'} {date(date_of_it)}"


def period(span: Period | None) -> str:
    """Return a period in words: `2010 to 2013`, `since 2014`, `until 2016`."""
    if span is None or (span.start is None and span.until is None):
        return ""
    if span.start is None:
        return f"until {date(span.until)}" if span.until else ""
    if span.until is None:
        return f"since {date(span.start)}"
    if str(span.start) == str(span.until):
        return date(span.start)
    return f"{date(span.start)} to {date(span.until)}"


def file_size(count: int) -> str:
    """Return a number of bytes in words, with two digits: `850 bytes`, `1.2 KB`, `35 KB`, `4.4 MB`."""
    for size, name in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "KB")):
        if count >= size:
            amount = count / size
            return f"{amount:.1f} {name}" if amount < 9.95 else f"{amount:,.0f} {name}"
    return f"{count} bytes"


def listing(words: tuple[str, ...]) -> str:
    """Return words as a list for a sentence: `Redis, HAProxy and fan-out on write`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def option(text: str) -> str:
    """Return the text of an option of a decision without its full stop, because lists of options have none."""
    return text.removesuffix(".")


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: `1 stop`, `6 case studies`; `many` is the plural if it has more than an `s`."""
    return f"{number(count)} {one if count == 1 else many or FINAL_Y.sub('ie', one) + 's'}"


def pair(one: str, other: str) -> str:
    """Return the title of a comparison of two technologies: `Memcached or Redis`."""
    return f"{one} or {other}"


def _article(word: str) -> str:
    return "an" if word[0] in "aeio" or word == "hour" else "a"
