"""Suggestions for misspelt words."""

import pytest

from handbook.nearest import Spellings, did_you_mean, distance, one_of, slug


def test_a_slip_of_the_finger_is_understood() -> None:
    assert did_you_mean("rediss", ["redis", "riak", "kafka"]) == "; did you mean `redis`?"


def test_a_part_of_a_name_is_understood() -> None:
    assert did_you_mean("rabbit", ["apache-rabbitmq-server", "redis"]) == "; did you mean `apache-rabbitmq-server`?"


def test_at_most_three_are_named_the_nearest_first() -> None:
    near = did_you_mean("cachex", ["cacheb", "cached", "cachec", "cachet", "zebra"])
    assert near == "; did you mean `cacheb` or `cachec` or `cached`?"


def test_only_the_nearest_are_named() -> None:
    assert did_you_mean("riack", ["riak", "track"]) == "; did you mean `riak`?"


def test_a_name_is_understood_in_any_case_and_number() -> None:
    names = Spellings({"gb": ("gigabyte", "GB"), "query": ("query",), "node-js": ("Node.js",)})
    assert [names.meant(word) for word in ("GB", "Gigabytes", "queries", "nodejs", "g")] == [
        ("gb",), ("gb",), ("query",), ("node-js",), (),
    ]  # fmt: skip


def test_the_strictest_way_to_compare_decides() -> None:
    names = Spellings({"bit": ("b",), "byte": ("B",)})
    assert [names.meant(word) for word in ("b", "B")] == [("bit",), ("byte",)]


def test_a_short_word_is_not_corrected() -> None:
    assert did_you_mean("s3", ["h3", "go"]) == ""


@pytest.mark.parametrize(
    ("one", "other", "off"), [("redis", "reids", 1), ("redis", "redi", 1), ("redis", "radix", 2), ("abc", "xyz", 3)]
)
def test_the_distance_counts_letters_to_change(one: str, other: str, off: int) -> None:
    assert distance(one, other, 2) == off


def test_nothing_is_said_where_nothing_is_near() -> None:
    assert did_you_mean("zigzag", ["redis", "kafka"]) == ""
    assert did_you_mean("", ["redis"]) == ""
    assert did_you_mean("redis", []) == ""


def test_candidates_are_listed_in_order_and_not_without_end() -> None:
    assert one_of(["b", "a"]) == "`a`, `b`"
    assert one_of("abcde", most=2) == "`a`, `b` … (3 more)"
    assert one_of("ab", most=2) == "`a`, `b`"
    assert one_of([]) == ""


def test_a_name_becomes_an_id() -> None:
    assert [slug(name) for name in ("Write path", "C++", "  Größe_2 ", "!")] == ["write-path", "c", "grosse-2", ""]
