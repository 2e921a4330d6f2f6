"""Read the steps of a developer page from its code blocks, and follow them in a copy of the repository.

The paragraph before a block ends in a file name and a colon. A `diff` block changes that file: its lines are marked as
in a `fix.diff`, and `@@` separates two changes. A `console` block needs no file: it has commands after `$ `, each
followed by lines that the command must print. A block in any other language is the text of a new file.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.views.examples import Change

ROOT = Path(__file__).parents[1]
FOLDERS = ("content", "docs", "handbook", "hooks", "overrides", "scripts", "tests")
BLOCK = re.compile(r"^(?P<before>[^\n]*)\n\n```(?P<language>[a-z]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SUBJECT = re.compile(r"`([^`]+)`:$")
PROGRAM = """#!/bin/sh
[ "$2" = pip ] && {{ echo "a page may not install anything into the environment of the tests" >&2; exit 1; }}
exec "{}"{} "$@"
"""
INHERITED = ("ARGS", "MAKE", "MFLAGS", "PYTEST")
"""Prefixes of environment variables of the running tests that commands of a page must not inherit."""


@dataclass(frozen=True)
class Step:
    """A code block of a page: its place, its file (empty for a console block), its language and its text."""

    place: str
    file: str
    language: str
    text: str

    def take(self, folder: Path) -> None:
        """Carry out the block in `folder`; raise an AssertionError with the place if the page is wrong."""
        assert self.file or self.language == "console", f"{self.place}: the line before this block names no file"
        if self.language == "console":
            for command, output in self.commands():
                self._run(command, output, folder)
        elif self.language == "diff":
            self._change(folder / self.file)
        else:
            assert not (folder / self.file).exists(), f"{self.place}: {self.file} is there already"
            (folder / self.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / self.file).write_text(self.text, encoding="utf-8")

    def commands(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each command with the lines that it must print."""
        _, *commands = re.split(r"^\$ ", self.text, flags=re.MULTILINE)
        for command in commands:
            first, *output = command.splitlines()
            yield first, output

    def _change(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").splitlines()
        for hunk in re.split(r"^@@\n", self.text, flags=re.MULTILINE):
            change = Change(self.file, tuple(line or " " for line in hunk.splitlines()))
            try:
                lines = change.applied(lines)
            except ValueError as error:
                raise AssertionError(f"{self.place}: {error}") from None
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def _run(self, command: str, output: list[str], folder: Path) -> None:
        done = subprocess.run(
            command, shell=True, cwd=folder, env=environment(folder), text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert done.returncode == 0, f"{self.place}: `{command}` failed\n{done.stdout}"
        missing = [line for line in output if line not in done.stdout.splitlines()]
        assert not missing, f"{self.place}: `{command}` does not print {missing}, but\n{done.stdout}"


def steps_of(page: Path) -> list[Step]:
    """Return the steps of a page in order."""
    return [_step(page, block) for block in BLOCK.finditer(page.read_text(encoding="utf-8"))]


def _step(page: Path, block: re.Match[str]) -> Step:
    place = f"{page.name}:{block.string.count(chr(10), 0, block.start('text'))}"
    subject = SUBJECT.search(block["before"])
    return Step(place, subject[1] if subject else "", block["language"], block["text"])


def follow(page: Path, folder: Path) -> None:
    """Carry out all steps of a page in `folder`."""
    for step in steps_of(page):
        step.take(folder)


def copy_repository(folder: Path) -> None:
    """Copy the repository into `folder`, where `make` and the programs in `.venv/bin/` run the current Python."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.is_file() and path.name != ".git":
            shutil.copy2(path, folder / path.name)
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, arguments in (("python", ""), ("pytest", " -m pytest")):
        (programs / name).write_text(PROGRAM.format(sys.executable, arguments), encoding="utf-8")
        (programs / name).chmod(0o755)
    for mark in (".installed", ".installed-dev"):
        (folder / ".venv" / mark).touch()


def environment(folder: Path) -> dict[str, str]:
    """Return the environment variables for commands that run the code in `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(INHERITED)}
    return kept | {"PYTHONPATH": str(folder)}
