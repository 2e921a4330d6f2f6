"""The environment that `make` installs still works after the project is renamed or copied."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = ("Makefile", "requirements.lock", "pyproject.toml", "handbook")
WHERE = "import handbook; print(handbook.__file__)"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the files that `make` needs for `.venv`, in a folder with an awkward name."""
    folder = tmp_path / "my $HOME #1 100% ü"
    folder.mkdir()
    for name in NEEDED:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    return folder


def make(project: Path) -> "subprocess.CompletedProcess[str]":
    """Run `make` without pip, so that it installs only the path to the project's own code."""
    command = ["make", f"PYTHON={sys.executable}", "PIP=true", ".venv/.installed"]
    own = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    return subprocess.run(command, cwd=project, env=own, capture_output=True, text=True, check=False)


def own_handbook(project: Path) -> str:
    """Return the path of the `handbook` that the project's Python imports."""
    command = [str(project / ".venv" / "bin" / "python"), "-c", WHERE]
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd="/", env=outside, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.build
def test_a_project_that_is_renamed_or_copied_runs_its_own_code(project: Path, tmp_path: Path) -> None:
    done = make(project)
    assert done.returncode == 0, done.stderr
    copied = shutil.copytree(project, tmp_path / "copied", symlinks=True)
    renamed = project.rename(tmp_path / "renamed")
    for folder in (renamed, copied):
        assert own_handbook(folder) == str(folder / "handbook" / "__init__.py")
        assert make(folder).stdout == "make: '.venv/.installed' is up to date.\n"


@pytest.mark.build
def test_a_path_with_a_colon_is_refused_in_words(project: Path) -> None:
    done = make(project.rename(project.with_name("a:b")))
    assert done.returncode == 2
    assert "Python makes no virtual environment in a folder with a colon in its path" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_run_by_a_script_that_names_the_folder() -> None:
    """A console script contains the path of its Python, which is wrong after the folder is renamed."""
    commands = re.findall(r"\$\(BIN\)/([\w-]+)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert set(commands) == {"python"}
    assert len(commands) > 10
