"""Files that are made while serving: once for each build, when they are asked for."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from on_request import FilesOnRequest


def counting(content: bytes, made: list[bytes]) -> Callable[[], bytes]:
    """Return how a file is made; `made` receives its content each time."""

    def make() -> bytes:
        made.append(content)
        return content

    return make


def test_a_file_is_made_when_it_is_asked_for_and_then_stays(tmp_path: Path) -> None:
    made: list[bytes] = []
    files = FilesOnRequest()
    files.renew({"a/index.html": counting(b"1", made), "b/index.html": counting(b"2", made)}, tmp_path)
    assert not list(tmp_path.iterdir())
    for path in ("a/index.html", "a/index.html", "c/index.html"):
        files.ask_for(path)
    assert (tmp_path / "a" / "index.html").read_bytes() == b"1"
    assert made == [b"1"]
    assert not (tmp_path / "b").exists()


def test_after_a_build_it_is_made_anew_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    made: list[bytes] = []
    files = FilesOnRequest()
    files.renew({"a": counting(b"1", made), "b": counting(b"2", made)}, tmp_path)
    files.ask_for("a")
    files.ask_for("b")
    files.renew({"a": counting(b"3", made)}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    files.ask_for("a")
    assert (tmp_path / "a").read_bytes() == b"3"


def test_a_fault_is_told_each_time_and_the_file_stays_as_it_was(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made: list[bytes] = []
    files = FilesOnRequest()
    files.renew({"a": counting(b"good", made)}, tmp_path)
    files.ask_for("a")
    files.renew({"a": lambda: b"%d" % (1 // 0)}, tmp_path)
    with caplog.at_level(logging.ERROR, "mkdocs.handbook"):
        files.ask_for("a")
        files.ask_for("a")
    assert (tmp_path / "a").read_bytes() == b"good"
    assert [record.message.count("ZeroDivisionError") for record in caplog.records] == [1, 1]
    files.renew({"a": counting(b"mended", made)}, tmp_path)
    files.ask_for("a")
    assert (tmp_path / "a").read_bytes() == b"mended"
