"""The cache of entries: what comes from it is what the file says, and a file that has changed does not come from it."""

import shutil
from dataclasses import fields
from pathlib import Path

import pytest

import entry_cache
from entry_cache import EntryCache
from handbook.problem import Problem
from handbook.reading import Reading, read_library
from store import Store


@pytest.fixture
def content(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample content."""
    return Path(shutil.copytree(sample, tmp_path / "content"))


def read(content: Path) -> tuple[Reading, EntryCache]:
    """Read with the store of earlier readings."""
    store = Store(content.parent / "store.sqlite")
    cache = EntryCache(store)
    reading = read_library(content, memory=cache)
    store.keep_only(cache.found)
    store.close()
    return reading, cache


def said(reading: Reading) -> list[object]:
    """Return all that entries say, also what comparing entries leaves out."""
    assert reading.library
    return [
        (entry.address, repr(entry.data), entry.data.model_fields_set, entry.file, _places(entry.source))
        for entry in reading.library.entries()
    ]


def _places(source: object) -> list[object]:
    return [getattr(source, field.name) for field in fields(source)]  # type: ignore[arg-type]


def never(path: str, content: bytes) -> None:
    raise AssertionError("a file was parsed")


def test_a_second_reading_parses_nothing_but_the_vocabulary_and_says_the_same(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = read(content)
    assert said(first) == said(read_library(content))
    monkeypatch.setattr("handbook.survey.read_source", never)
    monkeypatch.setattr("handbook.reading._read_vocabulary", lambda *_: first.library and first.library.vocabulary_file)
    assert said(read(content)[0]) == said(first)


def test_a_file_that_has_changed_is_read_again(content: Path) -> None:
    read(content)
    path = content / "patterns" / "batching.yml"
    path.write_text(path.read_text("utf-8").replace("name: Batching", "name: Batches"), encoding="utf-8")
    found = read(content)[0]
    assert found.library
    assert found.library.patterns["batching"].data.name == "Batches"
    assert said(found) == said(read_library(content))


def test_a_file_with_problems_is_not_stored(content: Path) -> None:
    path = content / "patterns" / "batching.yml"
    path.write_text(f"{path.read_text('utf-8')}unknown: key\n", encoding="utf-8")
    for _ in range(2):
        reading, cache = read(content)
        assert [problem.rule for problem in reading.problems] == ["unknown-key"]
    assert len(cache.found) == sum(1 for _ in content.glob("*/*.yml")) - 1


def test_a_renamed_file_is_another_entry(content: Path) -> None:
    read(content)
    (content / "patterns" / "batching.yml").rename(content / "patterns" / "batches.yml")
    found = read(content)[0]
    assert found.library
    assert found.library.patterns["batches"].file == "patterns/batches.yml"
    assert "batching" not in found.library.patterns


def test_other_code_reads_everything_again(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = read(content)[1].found.keys()
    monkeypatch.setattr(entry_cache, "code_version", lambda: b"other")
    assert not read(content)[1].found.keys() & keys


def test_entries_without_problems_are_known_to_be_clean_as_long_as_they_stay(content: Path) -> None:
    _, cache = read(content)
    assert cache.clean() == frozenset()
    problem = Problem((content / "patterns" / "batching.yml").as_posix(), 1, 1, "message", "rule")
    cache = EntryCache(Store(content.parent / "store.sqlite"))
    read_library(content, memory=cache)
    cache.remember_clean([problem])
    everything = {entry.address for entry in cache.found.values()}
    assert cache.clean() == everything - {"pattern:batching"}
    path = content / "organisations" / "example-corp.yml"
    path.write_bytes(path.read_bytes() + b"\n")
    later = EntryCache(Store(content.parent / "store.sqlite"))
    read_library(content, memory=later)
    assert later.clean() == everything - {"pattern:batching", "organisation:example-corp"}
