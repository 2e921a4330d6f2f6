"""The store of earlier builds: values by key, which nothing damaged, foreign or read-only can spoil."""

import sqlite3
from pathlib import Path

import pytest

from store import VERSION, Store, compressed

FILE = "a/store.sqlite"


def put(store: Store, values: dict[str, bytes]) -> None:
    """Store values, compressed."""
    store.put({key: compressed(value) for key, value in values.items()})


def test_values_are_there_for_the_next_build(tmp_path: Path) -> None:
    store = Store(tmp_path / FILE)
    put(store, {"a": b"1" * 1000, "b": b"", "c": b"3"})
    put(store, {"c": b"new"})
    store.close()
    assert Store(tmp_path / FILE).get(["a", "b", "c", "d"]) == {"a": b"1" * 1000, "b": b"", "c": b"new"}


def test_many_values_are_found_at_once(tmp_path: Path) -> None:
    store = Store(tmp_path / FILE)
    put(store, {str(number): b"%d" % number for number in range(1200)})
    assert store.get(map(str, range(1100, 1300))) == {str(number): b"%d" % number for number in range(1100, 1200)}


def test_what_was_not_used_is_removed(tmp_path: Path) -> None:
    store = Store(tmp_path / FILE)
    put(store, {"a": b"1", "b": b"2"})
    store.keep_only(["b", "c"])
    assert store.get(["a", "b"]) == {"b": b"2"}


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_file_is_begun_anew(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    file.write_bytes(content)
    store = Store(file)
    put(store, {"a": b"1"})
    store.close()
    assert Store(file).get(["a"]) == {"a": b"1"}


def test_a_value_that_is_not_compressed_is_not_found(tmp_path: Path) -> None:
    Store(tmp_path / FILE).close()
    with sqlite3.connect(tmp_path / FILE) as base:
        base.execute("INSERT INTO kept VALUES ('a', 'text')")
        base.execute("INSERT INTO kept VALUES ('b', ?)", (b"x",))
    assert Store(tmp_path / FILE).get(["a"]) == {}
    assert Store(tmp_path / FILE).get(["b"]) == {}


def test_a_store_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    put(Store(tmp_path / FILE), {"a": b"1"})
    with sqlite3.connect(tmp_path / FILE) as base:
        base.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert Store(tmp_path / FILE).get(["a"]) == {}


def test_without_a_place_for_the_file_the_values_last_as_long_as_the_build(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file in the way", encoding="utf-8")
    store = Store(tmp_path / FILE)
    put(store, {"a": b"1"})
    assert store.get(["a"]) == {"a": b"1"}


def test_a_store_that_another_build_writes_to_is_as_good_as_empty(tmp_path: Path) -> None:
    store = Store(tmp_path / FILE)
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("BEGIN EXCLUSIVE")
    put(store, {"a": b"1"})
    assert store.get(["a"]) == {}
    other.rollback()
    other.close()
