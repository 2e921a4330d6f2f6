"""Partial dates and periods."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pydantic_core import PydanticCustomError

from handbook.checks.catalogue import find_problems
from handbook.checks.dates import latest_date
from handbook.model.entry import Period
from handbook.model.fields import PartialDate, read_date
from handbook.reading import read_library


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (2013, PartialDate(2013)),
        ("2013", PartialDate(2013)),
        ("2013-11", PartialDate(2013, 11)),
        ("2013-11-22", PartialDate(2013, 11, 22)),
        ("2016-02-29", PartialDate(2016, 2, 29)),
    ],
)
def test_a_date_may_be_a_year_a_month_or_a_day(written: object, read: PartialDate) -> None:
    assert read_date(written) == read
    assert str(read) == str(written)


@pytest.mark.parametrize(
    "written",
    [
        "", "13", "2013-1", "2013-13", "2013-00", "2013-11-00", "2013-02-30", "2015-02-29", "22.11.2013",
        "2013-11-22T10:00", 1066, 2101, 2013.5, True, None, (2013,), {}, "2013\n", "2013-11-22\n", "٢٠١٣",
        " 2013", "-2013", 20131122,
    ],
)  # fmt: skip
def test_anything_else_is_no_date(written: object) -> None:
    with pytest.raises(PydanticCustomError):
        read_date(written)


@pytest.mark.parametrize(
    ("partial", "earliest", "latest"),
    [
        (PartialDate(2013), date(2013, 1, 1), date(2013, 12, 31)),
        (PartialDate(2013, 2), date(2013, 2, 1), date(2013, 2, 28)),
        (PartialDate(2016, 2), date(2016, 2, 1), date(2016, 2, 29)),
        (PartialDate(2016, 12), date(2016, 12, 1), date(2016, 12, 31)),
        (PartialDate(2016, 2, 9), date(2016, 2, 9), date(2016, 2, 9)),
    ],
)
def test_a_partial_date_spans_days(partial: PartialDate, earliest: date, latest: date) -> None:
    assert (partial.earliest, partial.latest) == (earliest, latest)


def span(start: str | None, until: str | None) -> Period:
    return Period.model_validate({"from": start, "until": until})


@pytest.mark.parametrize(
    ("start", "until", "when", "covered"),
    [
        ("2010", "2013", "2013-06", True),
        ("2010", "2013-05", "2013-06", False),
        ("2010", "2013-06-15", "2013-06", True),
        ("2013-06-15", None, "2013", True),
        ("2013", None, "2013-06", True),
        (None, "2013", "2013-06", True),
        ("2014", None, "2013-12-31", False),
        (None, "2012", "2013", False),
        (None, "2012", "1999", True),
        (None, None, "2013", True),
    ],
)
def test_a_period_covers_a_date_that_it_shares_a_day_with(
    start: str | None, until: str | None, when: str, covered: bool
) -> None:
    assert span(start, until).covers(read_date(when)) is covered


TOKYO, HONOLULU = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))


@pytest.mark.parametrize(
    ("moment", "latest"),
    [
        (datetime(2026, 3, 1, 9, 59, tzinfo=UTC), date(2026, 3, 1)),
        (datetime(2026, 3, 1, 10, 0, tzinfo=UTC), date(2026, 3, 2)),
        (datetime(2026, 3, 2, 0, 5, tzinfo=TOKYO), date(2026, 3, 2)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=HONOLULU), date(2027, 1, 1)),
    ],
)
def test_the_latest_date_is_that_of_the_easternmost_islands(moment: datetime, latest: date) -> None:
    assert latest_date(moment) == latest


@pytest.mark.parametrize(("written", "rules"), [("2026-03-02", []), ("2026-03-03", ["date-in-the-future"])])
def test_a_date_that_is_today_somewhere_is_not_in_the_future(written: str, rules: list[str], content: Path) -> None:
    """A date that is today for a contributor in Tokyo can still be tomorrow for a server in UTC."""
    path = content / "patterns" / "batching.yml"
    text = path.read_text(encoding="utf-8")
    assert "kind: book," in text
    path.write_text(text.replace("kind: book,", f"kind: book, date: {written},", 1), encoding="utf-8")
    now = datetime(2026, 3, 1, 16, 0, tzinfo=UTC)
    assert [problem.rule for problem in find_problems(read_library(content), latest_date(now))] == rules
