"""Other environments: terminals with few characters, the C locale, Windows line endings, unusual folder names."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

LayOut = Callable[..., Path]
Build = Callable[..., "CompletedProcess[str]"]
ODD = "my docs ü #1 100%/x"
SCRIPTS = Path(__file__).parents[2] / "scripts"
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""Environment variables of a machine with the C locale and without UTF-8 mode."""


def bytes_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def run(project: Path, script: str, *arguments: str, **environment: str) -> "CompletedProcess[str]":
    command = [sys.executable, str(SCRIPTS / script), *arguments]
    variables = os.environ | environment
    return subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "ascii"}, PLAIN])
def test_a_problem_is_told_on_a_terminal_that_lacks_its_signs(
    environment: dict[str, str], lay_out: LayOut, build: Build
) -> None:
    project = lay_out("project")
    path = project / "content" / "technologies" / "dummy-log.yml"
    text = path.read_text(encoding="utf-8")
    assert "category: message-queue" in text
    path.write_text(text.replace("category: message-queue", "category: 缓存🚀"), encoding="utf-8")
    checked, built = run(project, "check.py", **environment), build(project, project / "site", **environment)
    for done, said in ((checked, checked.stdout), (built, built.stdout)):
        assert done.returncode == 1
        assert "content/technologies/dummy-log.yml:3:11: " in said
        assert "Traceback" not in said + (done.stderr or "")
        assert "Logging error" not in said + (done.stderr or "")


def test_a_machine_without_a_language_builds_the_same(sample_site: Path, lay_out: LayOut, build: Build) -> None:
    project = lay_out("project")
    done = build(project, project / "site", **PLAIN)
    assert done.returncode == 0, done.stdout
    assert bytes_of(project / "site") == bytes_of(sample_site)


def test_files_that_windows_wrote_build_the_same(sample_site: Path, lay_out: LayOut, build: Build) -> None:
    project = lay_out("project")
    files = list((project / "content").rglob("*.yml"))
    assert len(files) > 10
    for path in files:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout
    assert bytes_of(project / "site") == bytes_of(sample_site)


def test_a_folder_may_have_any_name(sample_site: Path, lay_out: LayOut, build: Build) -> None:
    project = lay_out(ODD)
    assert run(project, "check.py").stdout == ""
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout
    assert bytes_of(project / "site") == bytes_of(sample_site)
    offline = run(project, "offline.py")
    assert offline.returncode == 0, offline.stderr
    assert (project / "offline" / "technologies" / "mock-store" / "index.html").is_file()
