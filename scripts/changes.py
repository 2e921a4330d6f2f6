"""The content as it was at a base of git, to tell which problems a change causes."""

import subprocess
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path

from handbook.checks.catalogue import find_problems
from handbook.problem import Problem
from handbook.reading import read_library

BASES = ("origin/main", "main")
"""The bases that are tried if none is named."""


class BaseError(Exception):
    """The base cannot be found; the message says why."""


class Base:
    """The commit at which a change of the content began: the last that it has in common with a branch."""

    def __init__(self, content: Path, name: str = "") -> None:
        """Find the commit by a name, which may be known as that of `origin` only, or without one by the usual names."""
        self._content = content
        self._commit = self._found((name, f"origin/{name}") if name else BASES)

    def _found(self, names: Iterable[str]) -> str:
        for name in names:
            commit = self._git("merge-base", "--end-of-options", name, "HEAD")
            if commit.returncode == 0:
                return commit.stdout.decode().strip()
        reason = commit.stderr.decode(errors="replace").strip().splitlines() or ["they have no commit in common"]
        raise BaseError(f"no base {' or '.join(names)} in git: {reason[0]}; name another")

    def _git(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        folder = self._content.absolute().parent
        try:
            return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
        except OSError as error:
            raise BaseError(f"git cannot be run: {error.strerror}") from None

    def changed_files(self) -> set[str]:
        """Return the paths of the files that differ from the base or are new, as problems name them."""
        name = self._content.name
        changed = self._git("diff", "--name-only", "--relative", "-z", self._commit, "--", name)
        new = self._git("ls-files", "--others", "--exclude-standard", "-z", "--", name)
        paths = (changed.stdout + new.stdout).decode(errors="surrogateescape").split("\0")
        return {(self._content.parent / path).as_posix() for path in paths if path}

    def write_content(self, folder: Path) -> Path:
        """Write the regular files of the content at the base to `folder`, and return the path of the content there."""
        name = self._content.absolute().name
        archive = self._git("archive", "--format=tar", self._commit, "--", name)
        if archive.returncode == 0:  # otherwise there was no content
            with tarfile.open(fileobj=BytesIO(archive.stdout)) as members:
                for member in members:
                    if file := members.extractfile(member) if member.isfile() else None:
                        path = folder / member.name
                        path.parent.mkdir(parents=True, exist_ok=True)
                        path.write_bytes(file.read())
        return folder / name

    def problems(self, today: date) -> list[Problem]:
        """Return the problems that the content had at the base."""
        with tempfile.TemporaryDirectory(prefix="handbook-base-") as folder:
            content = self.write_content(Path(folder))
            found = find_problems(read_library(content), today) if content.exists() else ()
            return [_moved(problem, Path(folder), self._content.parent) for problem in found]


def _moved(problem: Problem, folder: Path, parent: Path) -> Problem:
    path = (parent / Path(problem.path).relative_to(folder)).as_posix()
    return Problem(path, problem.line, problem.column, problem.message, problem.rule)


def caused(problems: Iterable[Problem], base: Base, today: date) -> list[Problem]:
    """Return the problems of changed files, and those elsewhere that were not there at the base.

    Those elsewhere are compared by file, rule and message, because lines may have moved.
    """
    files = base.changed_files()
    told = list(problems)
    if all(problem.path in files for problem in told):
        return told
    known = Counter(_identity(problem) for problem in base.problems(today))
    return [problem for problem in told if problem.path in files or _is_new(problem, known)]


def _is_new(problem: Problem, known: Counter[tuple[str, str, str]]) -> bool:
    known[_identity(problem)] -= 1
    return known[_identity(problem)] < 0


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.rule, problem.message
