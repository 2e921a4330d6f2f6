"""The command that creates an entry: the file it writes, and its one-line errors."""

import runpy
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from handbook.model.kinds import KIND_BY_NAME
from handbook.source import read_source

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "scripts" / "new.py"


def new(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_script(SCRIPT, folder, *arguments)


def run_script(script: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script in this process, because a process for each case would take fifty times as long."""
    out, err, path, code = StringIO(), StringIO(), list(sys.path), 0
    with chdir(folder), redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", [script.name, *arguments])
        try:
            runpy.run_path(str(script), run_name="__main__")
        except SystemExit as ended:
            code = int(ended.code or 0)
    sys.path[:] = path
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


@pytest.mark.parametrize("kind", KIND_BY_NAME)
def test_an_entry_is_begun(kind: str, tmp_path: Path) -> None:
    run = new(tmp_path, kind, "my-system")
    path = tmp_path / "content" / KIND_BY_NAME[kind].folder / "my-system.yml"
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(str(path.relative_to(tmp_path)))
    assert read_source("x.yml", path.read_bytes()).problems == ()


def test_a_draft_is_written_with_what_it_names_and_the_next_command(content: Path, tmp_path: Path) -> None:
    run = new(tmp_path, "case-study", "my-system", "--like=examplebook")
    assert run.stderr == ""
    written = [line.split(" ")[0] for line in run.stdout.splitlines() if " is written" in line]
    assert written[:2] == ["content/case-studies/my-system.yml", "content/organisations/my-system.yml"]
    assert all((tmp_path / path).is_file() for path in written)
    assert run.stdout.splitlines()[-1].startswith("Next: `make serve` shows it")
    assert (tmp_path / ".cache" / "schema" / "case-study.json").is_file()


def test_the_organisation_may_be_known_by_the_id_of_the_system(content: Path, tmp_path: Path) -> None:
    run = new(tmp_path, "case-study", "example-corp-search")
    assert "organisations/" not in run.stdout
    text = (tmp_path / "content" / "case-studies" / "example-corp-search.yml").read_text(encoding="utf-8")
    assert "\norganisation: example-corp\n" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("technology", "read-cache"), "`read-cache` is already a name of the pattern `read-cache` (Read cache)"),
        (("path", "steps"), "`steps` is already a name of the path `first-steps` (First steps with invented systems)"),
        (("path", "start-here"), "`start-here` is already a name of the path `first-steps`"),
        (("pattern", "x-y", "--like=batchin"), "there is no pattern `batchin`; did you mean `batching`?"),
        (("patern", "x-y"), "there is no kind `patern`; did you mean `pattern`?"),
    ],
)
def test_what_is_taken_or_unknown_is_refused(
    arguments: tuple[str, ...], told: str, content: Path, tmp_path: Path
) -> None:
    run = new(tmp_path, *arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"make new: {told}")


def test_a_near_duplicate_is_shown(content: Path, tmp_path: Path) -> None:
    run = new(tmp_path, "technology", "examplecache")
    assert run.stdout.startswith("Note: `examplecache` is near `example-cache` (")


@pytest.mark.parametrize("name", ["", "My System", "a\nb", "a\n", "../x", "con", "x" * 65, "\x1b[2J", "\udcff", "a--b"])
def test_what_is_no_id_is_refused(name: str, tmp_path: Path) -> None:
    run = new(tmp_path, "technology", name)
    assert (run.returncode, run.stdout) == (2, "")
    assert "is not an id: " in run.stderr.splitlines()[-1]
    assert "\x1b" not in run.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "depth"), [("technology", "deep"), ("pattern", "full")])
def test_a_depth_that_is_none_is_refused(kind: str, depth: str, tmp_path: Path) -> None:
    run = new(tmp_path, kind, "new-thing", f"--depth={depth}")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "make new: DEPTH is one of `brief`, `full`, and only a technology has one\n"


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
    assert run.stdout.splitlines()[:2] == ["5", "scripts/new.py"]
    assert not (tmp_path / "ran").exists()
