"""Locks on output folders: one process holds the lock, others wait, and it is released when the holder ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.publishing.changes import PublishError
from handbook.publishing.output import output_folder
from handbook.publishing.turns import turn, turn_if_free

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
"""Newer Pythons warn about forks in a process with threads, which the test process has."""
HOLD = """
import sys
from pathlib import Path
from handbook.publishing.turns import turn
with turn(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold_elsewhere(folder: Path) -> "subprocess.Popen[str]":
    """Hold the lock on a folder in another process until its input is closed."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_turn_waits_for_the_first(tmp_path: Path) -> None:
    with hold_elsewhere(tmp_path) as other:
        assert other.stdin
        with turn(tmp_path, other.stdin.close) as is_same:
            assert other.stdin.closed
            assert is_same


def test_a_killed_holder_is_not_waited_for(tmp_path: Path) -> None:
    with hold_elsewhere(tmp_path) as other:
        other.kill()
        other.wait()
        waited: list[None] = []
        with turn(tmp_path, lambda: waited.append(None)):
            assert waited == []


def test_a_worker_that_outlives_its_build_holds_nothing(tmp_path: Path) -> None:
    (to_hear, to_say), (to_wait, to_end) = os.pipe(), os.pipe()
    with turn(tmp_path, lambda: None):
        worker = os.fork()
        if worker == 0:
            os.close(to_end)
            os.write(to_say, b".")
            os.read(to_wait, 1)
            os._exit(0)
        os.read(to_hear, 1)
    with turn_if_free(tmp_path) as free:
        assert free
    for end in (to_hear, to_say, to_wait, to_end):
        os.close(end)
    assert os.waitpid(worker, 0)[1] == 0


def test_a_folder_is_known_by_all_its_names(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "link").symlink_to("site")
    with turn(tmp_path / "site", lambda: None), turn_if_free(tmp_path / "link") as free:
        assert not free


def test_a_folder_that_is_gone_or_another_one_after_the_wait_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    with hold_elsewhere(folder) as other:

        def replace_and_let_go() -> None:
            folder.rename(tmp_path / "old")
            folder.mkdir()
            assert other.stdin
            other.stdin.close()

        with turn(folder, replace_and_let_go) as is_same:
            assert not is_same


def test_a_folder_that_was_made_for_nothing_is_removed(tmp_path: Path) -> None:
    with output_folder(tmp_path / "new" / "site", tmp_path / "docs", lambda: None) as folder:
        assert folder.is_dir()
    assert not (tmp_path / "new").exists()


def test_a_folder_is_made_again_when_the_build_before_has_removed_it(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    with hold_elsewhere(folder) as other:

        def remove_and_let_go() -> None:
            folder.rmdir()
            assert other.stdin
            other.stdin.close()

        with output_folder(folder, tmp_path / "docs", remove_and_let_go) as made, turn_if_free(folder) as free:
            assert made.is_dir()
            assert not free


def test_a_link_is_followed_and_kept(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    with output_folder(tmp_path / "link", tmp_path / "docs", lambda: None) as folder:
        assert folder == tmp_path.resolve() / "real"
        (folder / "index.html").write_text("home")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "link" / "index.html").is_file()


@pytest.mark.parametrize(("target", "words"), [(None, "not a folder"), ("site", "leads to itself")])
def test_what_is_no_folder_is_refused(target: str | None, words: str, tmp_path: Path) -> None:
    if target:
        (tmp_path / "site").symlink_to(target)
    else:
        (tmp_path / "site").write_text("a file")
    with pytest.raises(PublishError, match=words), output_folder(tmp_path / "site", tmp_path / "docs", lambda: None):
        raise AssertionError


@pytest.mark.parametrize("target", ["docs", "docs/assets", "."])
def test_a_link_to_the_sources_is_refused(target: str, tmp_path: Path) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    (tmp_path / "site").symlink_to(target)
    output = output_folder(tmp_path / "site", tmp_path / "docs", lambda: None)
    with pytest.raises(PublishError, match="where the sources are; choose another folder"), output:
        raise AssertionError
