"""Values as they are meant, although their form is wrong."""

import pytest

from handbook.intended import (
    digits,
    is_host,
    is_id,
    low_and_high,
    numeral,
    numerals,
    plain_date,
    plain_digits,
    true_or_false,
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("600,000,000", "600000000"), ("1.5 billion", "1500000000"), ("30k", "30000"), ("1 000", "1000"),
        ("12", "12"), ("about 12", ""), ("1,00", ""), ("9" * 16, ""), ("999 trillion trillion", ""), (None, ""),
    ],
)  # fmt: skip
def test_a_number_is_written_in_digits(written: object, number: str) -> None:
    assert digits(written) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [("3.2 million", "3200000"), ("1.5k", "1500"), ("2 bn", "2000000000"), ("3 m", ""), ("2b", ""), ("3 ms", "")],
)
def test_letters_that_may_be_a_unit_are_no_number(written: str, number: str) -> None:
    assert plain_digits(written) == number


def test_the_word_of_a_range_is_for_both_ends_unless_the_first_is_larger() -> None:
    assert low_and_high("1.5 to 2 million") == ("1500000", "2000000")
    assert low_and_high("3-5m") == ("3000000", "5000000")
    assert low_and_high("9,000 to 12k") == ("9000", "12000")
    assert low_and_high("40-125") == ("40", "125")
    assert low_and_high("40 to many") is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("300,000", (300_000, "")), ("about 300 000 requests a day", (300_000, "requests a day")),
        ("40k", (40_000, "")), ("1.5 million page views", (1_500_000, "page views")), ("2M", (2_000_000, "")),
        ("5 m", (5, "m")), ("-3", (-3, "")),
        ("99.95%", (99.95, "")), ("1,5 million", None), ("1.2.3", None), ("many", None), ("", None), ("9 to 11", None),
        ("9–11", None), ("3,00", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(words: str, number: tuple[float, str] | None) -> None:
    assert numeral(words) == number


def test_ranges_are_two_numbers() -> None:
    assert numerals("9,000 to 12k requests") == (9000, 12000)
    assert numerals("1 - 2") == numerals("1–2") == (1, 2)
    assert numerals("about 1.5 to 2 million") == (1_500_000, 2_000_000)
    assert numerals("1") is None
    assert numerals("a to b") is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 May 2011", "2011-05-03"), ("May 3rd, 2011", "2011-05-03"), ("2011.5", "2011-05"), ("Sept. 2011", "2011-09"),
        ("2011 May", "2011-05"), ("20110503", "2011-05-03"), ("03/05/2011", None), ("3 Mai 2011", None),
        ("31 June 2011", None), ("Ma 2011", None), ("May 1492", None), ("soon", None),
    ],
)  # fmt: skip
def test_a_date_is_certain_or_left(text: str, date: str | None) -> None:
    assert plain_date(text) == date


def test_words_for_true_and_false_are_known() -> None:
    assert [true_or_false(word) for word in ("Yes", "off", "true", "maybe", None)] == ["true", "false", "true", "", ""]


def test_ids_and_hosts_are_told_from_other_texts() -> None:
    assert [is_id(value) for value in ("hs-2013", "HS 2013", "", 3)] == [True, False, False, False]
    assert [is_host(text) for text in ("a.example/b", "https://a.example", "word", "a." * 50)] == [
        True,
        False,
        False,
        False,
    ]
