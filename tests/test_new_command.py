"""The command that creates an entry: the file it writes, and its one-line errors."""

import subprocess
import sys
from pathlib import Path

import pytest

from handbook.model.kinds import KIND_BY_NAME
from handbook.source import read_source

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "scripts" / "new.py"


def new(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("kind", KIND_BY_NAME)
def test_an_entry_is_begun(kind: str, tmp_path: Path) -> None:
    run = new(tmp_path, kind, "my-system")
    path = tmp_path / "content" / KIND_BY_NAME[kind].folder / "my-system.yml"
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(str(path.relative_to(tmp_path)))
    assert read_source("x.yml", path.read_bytes()).problems == ()


@pytest.mark.parametrize("name", ["", "My System", "a\nb", "a\n", "../x", "con", "x" * 65, "\x1b[2J", "\udcff", "a--b"])
def test_what_is_no_id_is_refused(name: str, tmp_path: Path) -> None:
    run = new(tmp_path, "technology", name)
    assert (run.returncode, run.stdout) == (2, "")
    assert "is not an id: " in run.stderr.splitlines()[-1]
    assert "\x1b" not in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "technologies"
    folder.mkdir(parents=True)
    (folder / "mine.yml").write_text("name: Mine\n", encoding="utf-8")
    (folder / "link.yml").symlink_to(tmp_path / "elsewhere")
    for name in ("mine", "link"):
        run = new(tmp_path, "technology", name)
        assert (run.returncode, run.stderr.endswith(f"{name}.yml is there already\n")) == (2, True)
    assert (folder / "mine.yml").read_text(encoding="utf-8") == "name: Mine\n"
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("", encoding="utf-8")
    run = new(tmp_path, "technology", "mine")
    assert (run.returncode, run.stdout) == (2, "")
    assert "content/technologies/mine.yml cannot be written (" in run.stderr.splitlines()[-1]


@pytest.mark.parametrize("variable", ["KIND=technology", "ID=x"])
def test_make_hands_over_what_was_said_and_runs_none_of_it(variable: str, tmp_path: Path) -> None:
    name = variable.partition("=")[0]
    other = {"KIND": "ID=x", "ID": "KIND=technology"}[name]
    said = f"{name}=x\ntouch ran; $$(touch ran) `touch ran`"
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\n[ "$1" = -c ] || printf "%s\\n" "$#" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    command = ["make", "--silent", "-f", str(ROOT / "Makefile"), "-o", ".venv/.installed", "new", other, said]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert run.stdout.splitlines()[:2] == ["3", "scripts/new.py"]
    assert not (tmp_path / "ran").exists()
