"""Values as they are meant, although their form is wrong."""

import pytest

from handbook.intended import digits, is_host, is_id, true_or_false


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("600,000,000", "600000000"), ("1.5 billion", "1500000000"), ("30k", "30000"), ("1 000", "1000"),
        ("12", "12"), ("about 12", ""), ("1,00", ""), ("9" * 16, ""), ("999 trillion trillion", ""), (None, ""),
    ],
)  # fmt: skip
def test_a_number_is_written_in_digits(written: object, number: str) -> None:
    assert digits(written) == number


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
