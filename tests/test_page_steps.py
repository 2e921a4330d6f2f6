"""Pages for developers: following their steps gives the results that they show."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from page_steps import follow, steps_of

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "contribute"
PAGES = sorted(path.stem for path in FOLDER.glob("add-a-*.md"))


def test_there_is_a_page_for_each_way_to_grow() -> None:
    assert PAGES == ["add-a-check", "add-a-field", "add-a-kind", "add-a-page"]


@pytest.mark.parametrize("page", PAGES)
def test_the_steps_lead_where_the_page_says(page: str, followed: Callable[[str], Path]) -> None:
    folder = followed(page)
    for command in ("check", "format --check"):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command.split()], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_is_seen_in_the_end(page: str) -> None:
    steps = steps_of(FOLDER / f"{page}.md")
    said = [line for step in steps if step.language == "console" for _, output in step.commands() for line in output]
    assert said
    assert len(steps) >= 4


@pytest.fixture
def take(tmp_path: Path) -> Callable[[str], Path]:
    """Follow a page with the given text in a folder with a file of two lines, and return the folder."""

    def take_steps(text: str) -> Path:
        page, folder = tmp_path / "page.md", tmp_path / "folder"
        folder.mkdir()
        (folder / "old.txt").write_text("one\ntwo\n", encoding="utf-8")
        page.write_text(f"# Page\n\n{text}", encoding="utf-8")
        follow(page, folder)
        return folder

    return take_steps


def test_steps_change_files_make_files_and_run_commands(take: Callable[[str], Path]) -> None:
    folder = take(
        "In `old.txt`:\n\n```diff\n one\n+and a half\n@@\n-two\n+three\n```\n\n"
        "Write\nthis, not `old.txt`, as `new/new.txt`:\n\n```text\nfour\n```\n\n"
        "Look.\n\n```console\n$ cat old.txt\nand a half\n$ cat new/new.txt\nfour\n```\n"
    )
    assert (folder / "old.txt").read_text(encoding="utf-8") == "one\nand a half\nthree\n"
    assert (folder / "new" / "new.txt").read_text(encoding="utf-8") == "four\n"


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("In `old.txt`:\n\n```diff\n-three\n```\n", "page.md:5: the lines of the change are in 0 places of old.txt"),
        ("Write `old.txt`:\n\n```text\nx\n```\n", "page.md:5: old.txt is there already"),
        ("Write it.\n\n```text\nx\n```\n", "page.md:5: the line before this block names no file"),
        ("Run:\n\n```console\n$ exit 3\n```\n", "page.md:5: `exit 3` failed"),
        ("Run:\n\n```console\n$ cat old.txt\nthree\n```\n", "page.md:5: `cat old.txt` does not print ['three']"),
    ],
)
def test_a_page_that_leads_elsewhere_is_found(step: str, message: str, take: Callable[[str], Path]) -> None:
    with pytest.raises(AssertionError, match=re.escape(message)):
        take(step)
