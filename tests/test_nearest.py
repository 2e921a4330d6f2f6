"""Suggestions for misspelt words."""

from handbook.nearest import did_you_mean, one_of


def test_a_slip_of_the_finger_is_understood() -> None:
    assert did_you_mean("rediss", ["redis", "riak", "kafka"]) == "; did you mean `redis`?"


def test_a_part_of_a_name_is_understood() -> None:
    assert did_you_mean("rabbit", ["apache-rabbitmq-server", "redis"]) == "; did you mean `apache-rabbitmq-server`?"


def test_at_most_three_are_named_the_nearest_first() -> None:
    near = did_you_mean("cache", ["cacheable", "cached", "caches", "cachet", "zebra"])
    assert near.count("`") == 6
    assert "zebra" not in near
    assert near.startswith("; did you mean `cachet`") or near.startswith("; did you mean `cache")


def test_nothing_is_said_where_nothing_is_near() -> None:
    assert did_you_mean("zigzag", ["redis", "kafka"]) == ""
    assert did_you_mean("", ["redis"]) == ""
    assert did_you_mean("redis", []) == ""


def test_candidates_are_listed_in_order_and_not_without_end() -> None:
    assert one_of(["b", "a"]) == "`a`, `b`"
    assert one_of("abcde", most=2) == "`a`, `b` … (3 more)"
    assert one_of("ab", most=2) == "`a`, `b`"
    assert one_of([]) == ""
