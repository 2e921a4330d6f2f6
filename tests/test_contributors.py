"""Contributors of entries, from a history that each test makes."""

import subprocess
from pathlib import Path

import pytest

from contributors import contributors

REDIS, VALKEY = "technologies/redis.yml", "technologies/valkey.yml"


def git(folder: Path, *arguments: str) -> None:
    alone = ("-c", "init.defaultBranch=main", "-c", "commit.gpgSign=false", "-c", "core.hooksPath=/dev/null")
    subprocess.run(["git", *alone, *arguments], cwd=folder, check=True, capture_output=True)


def commit(project: Path, author: str, **files: str) -> None:
    """Write files of technologies and commit all changes as `author`."""
    for name, text in files.items():
        path = project / "content" / "technologies" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(project, "add", "--all")
    email = ("-c", f"user.name={author}", "-c", "user.email=somebody@example.org")
    git(project, *email, "commit", "--message", f"By {author}\n\nM\tsomething")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("history")
    git(folder, "init")
    text = "a line that stays\n" * 20
    commit(folder, "Ada & Example", redis=text)
    commit(folder, "Grace", redis=f"{text}more\n", other="x\n")
    commit(folder, "robot[bot]", redis=f"{text}most\n", untouched="y\n")
    (folder / "content" / REDIS).rename(folder / "content" / VALKEY)
    commit(folder, "Łukasz")
    return folder


def test_names_are_those_of_all_who_changed_a_file_under_any_name(project: Path) -> None:
    assert contributors(project / "content") == {
        VALKEY: "Ada & Example, Grace, Łukasz",
        "technologies/other.yml": "Grace",
    }


def test_many_names_are_counted(tmp_path: Path) -> None:
    git(tmp_path, "init")
    for number in range(8):
        commit(tmp_path, f"Nr {number}", redis=f"{number}\n")
    assert contributors(tmp_path / "content") == {REDIS: "Nr 0, Nr 1, Nr 2, Nr 3, Nr 4 and 3 more"}


def test_part_of_a_history_names_nobody(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", project.as_uri(), "shallow")
    assert contributors(tmp_path / "shallow" / "content") == {}


def test_without_git_nobody_is_named(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert contributors(tmp_path) == {}
    monkeypatch.setenv("PATH", "")
    assert contributors(project / "content") == {}
