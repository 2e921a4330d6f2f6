"""Listing a content folder: only regular files in the right place are entries, and nothing else stops the reading."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.reading import read_library
from handbook.survey import MAX_ID, fault_of_id, read_file, survey


def problems_of(content: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in read_library(content).problems]


def test_the_files_come_kind_by_kind_in_the_order_of_their_names(content: Path) -> None:
    files, problems = survey(content)
    assert problems == []
    assert [path.stem for kind, path in files if kind.name == "pattern"] == [
        "batching", "read-cache", "warm-up", "write-queue",
    ]  # fmt: skip
    assert list(dict.fromkeys(kind.name for kind, _ in files)) == [
        "case-study", "technology", "pattern", "organisation", "path",
    ]  # fmt: skip


@pytest.fixture
def odd(content: Path) -> Iterator[Path]:
    """The sample with a pipe and a socket among the entries, named like entries."""
    os.mkfifo(content / "technologies" / "pipe.yml")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(content / "technologies" / "door.yml"))
        yield content


def test_a_pipe_or_a_socket_is_never_opened(odd: Path) -> None:
    assert problems_of(odd) == [
        ("content/technologies/door.yml", "misplaced-file"), ("content/technologies/pipe.yml", "misplaced-file"),
    ]  # fmt: skip


@pytest.mark.parametrize("place", ["loop", "technologies/loop.yml", "technologies/loop"])
def test_a_link_to_itself_is_told_in_one_line(place: str, content: Path) -> None:
    (content / place).symlink_to((content / place).absolute())
    assert problems_of(content) == [(f"content/{place}", "misplaced-file")]


@pytest.mark.parametrize("kind", ["link", "loop", "pipe", "file"])
def test_a_kind_is_a_folder(kind: str, content: Path) -> None:
    folder = content / "paths"
    (folder / "first-steps.yml").unlink()
    folder.rmdir()
    {
        "link": lambda: folder.symlink_to((content / "patterns").absolute()),
        "loop": lambda: folder.symlink_to(folder.absolute()),
        "pipe": lambda: os.mkfifo(folder),
        "file": lambda: folder.write_text("x"),
    }[kind]()
    assert problems_of(content) == [("content/paths", "misplaced-file")]


@pytest.mark.parametrize("kind", ["link", "loop", "folder", "pipe"])
def test_the_vocabulary_is_a_plain_file(kind: str, content: Path) -> None:
    vocabulary = content / "vocabulary.yml"
    vocabulary.rename(content / ".vocabulary.yml")
    {
        "link": lambda: vocabulary.symlink_to(".vocabulary.yml"),
        "loop": lambda: vocabulary.symlink_to(vocabulary.name),
        "folder": vocabulary.mkdir,
        "pipe": lambda: os.mkfifo(vocabulary),
    }[kind]()
    assert problems_of(content) == [("content/vocabulary.yml", "no-vocabulary")]


def test_the_folder_itself_may_be_a_link(content: Path) -> None:
    content.rename(content.with_name("elsewhere"))
    content.symlink_to("elsewhere")
    assert problems_of(content) == []


def test_a_folder_that_is_a_link_to_itself_has_no_vocabulary(content: Path) -> None:
    Path("loop").symlink_to("loop")
    assert problems_of(Path("loop")) == [("loop/vocabulary.yml", "no-vocabulary")]


def test_a_file_that_goes_away_is_told(content: Path) -> None:
    source = read_file(content / "technologies" / "gone.yml")
    assert source.data is None
    assert [(problem.path, problem.rule) for problem in source.problems] == [
        ("content/technologies/gone.yml", "unreadable-file")
    ]


def test_a_file_that_is_too_large_is_not_read(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (content / "technologies" / "huge.yml").open("wb") as file:
        file.truncate(1 << 40)

    def refuse(path: Path, *arguments: object) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = read_file(content / "technologies" / "huge.yml").problems
    assert problem.rule == "file-too-large"


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"])
def test_names_that_windows_keeps_for_itself_are_no_ids(name: str, content: Path) -> None:
    assert fault_of_id(name) == f"Windows lets no file be called `{name}`"
    assert fault_of_id(f"{name}-1") is None
    (content / "technologies" / f"{name}.yml").write_text("", encoding="utf-8")
    (problem,) = read_library(content).problems
    assert problem.message.endswith(f"; name it `{name}-1.yml`")


@pytest.mark.parametrize("name", ["", "a b", "a--b", "-a", "a-", "A", "é", "a\n", "a\nb", "x" * (MAX_ID + 1), "²"])
def test_what_is_no_id(name: str) -> None:
    assert fault_of_id(name) == "lower-case letters, digits and single hyphens, at most 64 of them"
