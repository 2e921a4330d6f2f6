"""The line that says how far a long build is: in a terminal only, and out of the way of the log."""

import io
import logging
from pathlib import Path

import pytest

import progress
from progress import ERASED, Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Content that is just long enough."""
    monkeypatch.setattr(progress, "LONG", 2)
    (tmp_path / "patterns").mkdir()
    for name in ("one", "two"):
        (tmp_path / "patterns" / f"{name}.yml").write_text("")
    return tmp_path


def test_a_long_build_says_its_stages_and_erases_them(long: Path) -> None:
    terminal, line = Terminal(), Progress()
    with line.of_build(long, terminal):
        line.say("Reading the entries")
        line.say("Adding the frame", pages=1000)
        for _ in range(10):
            line.finish_page()
    shown = terminal.getvalue().split(ERASED)
    assert shown == ["", "Reading the entries …", "Adding the frame …", "Pages: 5 of 1,000", "Pages: 10 of 1,000", ""]
    line.say("Nothing follows")
    assert terminal.getvalue().endswith(ERASED)


def test_a_message_of_the_log_has_the_line_for_itself(long: Path) -> None:
    terminal, line = Terminal(), Progress()
    log, handler = logging.getLogger("mkdocs"), logging.StreamHandler(terminal)
    log.addHandler(handler)
    try:
        with line.of_build(long, terminal):
            line.say("Reading the entries")
            log.warning("A fault")
    finally:
        log.removeHandler(handler)
    assert f"Reading the entries …{ERASED}A fault\n" in terminal.getvalue()
    assert not handler.filters


def test_logs_and_short_builds_have_no_line(long: Path) -> None:
    file, terminal, line = io.StringIO(), Terminal(), Progress()
    for content, stream in ((long, file), (long / "patterns", terminal)):
        with line.of_build(content, stream):
            line.say("Reading the entries")
            line.finish_page()
    assert file.getvalue() == terminal.getvalue() == ""
