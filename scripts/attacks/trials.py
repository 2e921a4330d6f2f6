"""The parts of an attack: promises, trials, and the projects and sites for them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from pathlib import Path
from random import Random
from subprocess import CompletedProcess
from typing import TypeVar

ROOT = Path(__file__).parents[2]
PARTS = ("docs", "handbook", "hooks", "overrides")
SAMPLE = ROOT / "tests" / "sample" / "content"
EDITED, WORDS = "content/patterns/batching.yml", "what: Carry several writes at once."
OTHER_WORDS = "what: Carry many writes in one go."
UNPRIVILEGED = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Runs a command as root without capabilities, so that file permissions apply as for ordinary users."""

Trials = Iterator[str | None]
"""One item per trial: None, or a sentence that describes the failure."""
Done = CompletedProcess[str]
T = TypeVar("T")


@dataclass(frozen=True)
class Promise:
    """A property that must always hold, and the trials that try to break it."""

    words: str
    trials: "Callable[[Attack], Trials]"


@dataclass
class Attack:
    """The context of trials: a working folder, a random generator, and the number of rounds for random trials."""

    folder: Path
    chance: Random
    rounds: int
    can_mount: bool
    _numbers: Iterator[int] = field(default_factory=count)

    def new_folder(self) -> Path:
        """Return a new folder."""
        folder = self.folder / f"trial-{next(self._numbers)}"
        folder.mkdir()
        return folder

    def new_project(self, words: str = WORDS) -> Path:
        """Return a new project: the generator and the sample content, with one sentence replaced by `words`."""
        project = self.new_project_of(SAMPLE)
        replace(project / EDITED, WORDS, words)
        return project

    def new_project_of(self, content: Path) -> Path:
        """Return a new project: the generator and a copy of `content`."""
        project = self.new_folder() / "project"
        for part in PARTS:
            shutil.copytree(ROOT / part, project / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(content, project / "content")
        shutil.copy(ROOT / "mkdocs.yml", project)
        return project

    @cached_property
    def projects(self) -> tuple[Path, Path]:
        """Two projects that differ in one sentence; do not change them."""
        return self.new_project(), self.new_project(OTHER_WORDS)

    @cached_property
    def sites(self) -> tuple[Path, Path]:
        """The sites of `projects`, each built into an empty folder; do not change them."""
        one, other = (self.new_folder() / "site" for _ in self.projects)
        for project, site in zip(self.projects, (one, other), strict=True):
            done = build(project, site)
            assert done.returncode == 0, done.stdout
        return one, other

    @property
    def few(self) -> int:
        """The number of rounds for slow trials."""
        return max(1, self.rounds // 5)

    def some(self, items: Iterable[T]) -> list[T]:
        """Return all items, or a sample of as many as there are rounds."""
        every = list(items)
        return every if len(every) <= self.rounds else self.chance.sample(every, self.rounds)

    @property
    def unprivileged(self) -> Sequence[str]:
        """The command prefix with which file permissions apply even for root."""
        return UNPRIVILEGED if os.geteuid() == 0 else ()

    @property
    def is_root(self) -> bool:
        """Whether files can be given to other users."""
        return os.geteuid() == 0


def replace(file: Path, old: str, new: str) -> None:
    """Replace a text that occurs once in the file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new), encoding="utf-8")


def build_command(site: Path) -> list[str]:
    """Return the command that builds the project in the current folder."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]


def environment(**variables: str) -> dict[str, str]:
    """Return the environment of a build, which uses the project's own code, not the installed one."""
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return outside | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"} | variables


def build(project: Path, site: Path, before: Sequence[str] = (), **variables: str) -> Done:
    """Build a project; `before` is a command prefix. Standard output has all output."""
    command = [*before, *build_command(site)]
    return subprocess.run(
        command, cwd=project, env=environment(**variables), text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def published(done: Done) -> str | None:
    """Return a fault of a build that should have published, or None."""
    return None if done.returncode == 0 and "Traceback" not in done.stdout else f"no publication: {done.stdout}"


def refused(done: Done, *words: str) -> str | None:
    """Return a fault of a build that should have refused with one line that contains `words`, or None."""
    lines = [line for line in done.stdout.splitlines() if line.startswith(("ERROR", "Error"))]
    if done.returncode == 0 or "Traceback" in done.stdout or len(lines) != 1:
        return f"no refusal in one line: {done.returncode} {done.stdout}"
    return None if all(word in lines[0] for word in words) else f"{words} not in: {lines[0]}"
