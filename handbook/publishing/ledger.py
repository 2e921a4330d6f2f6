"""The list of the files that a publication put into a folder, kept there: what it does not name is not ours."""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

NAME = ".hs-published.json"
Files = dict[str, str]
"""Paths below the folder, each with the SHA-256 of the file."""


class Ledger(BaseModel):
    """The files of the last publication, and those of earlier ones that stay for pages which are still open."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    finished: bool
    """False while files are replaced: then `files` are to come, and `kept` are all that were there."""
    files: Files
    kept: Files

    @field_validator("files", "kept")
    @classmethod
    def _refuse_ways_out(cls, files: Files) -> Files:
        for path in map(PurePosixPath, files):
            if path.is_absolute() or ".." in path.parts:
                raise ValueError(f"{path} leads out of the folder")
        return files

    def ours(self) -> Iterator[tuple[str, str]]:
        """Yield every file that a publication of ours put here; a path may come twice, with two contents."""
        yield from self.files.items()
        yield from self.kept.items()

    def text(self) -> str:
        """Return what is written into the folder: one line a file, so that two ledgers can be compared."""
        return self.model_dump_json(indent=1) + "\n"


def read_ledger(folder: Path) -> Ledger | None:
    """Return the ledger of a folder, or None if there is none that can be read: then no file there counts as ours."""
    try:
        return Ledger.model_validate_json((folder / NAME).read_bytes())
    except (OSError, ValidationError):
        return None


def digest(file: Path) -> str | None:
    """Return the SHA-256 of a file, or None if there is no such file that can be read; links are not followed."""
    if file.is_symlink() or not file.is_file():
        return None
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None


def digests(folder: Path) -> Files:
    """Return all files below `folder` in the order of their paths, the ledger apart."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {path: _digest_of_ours(folder / path) for path in paths if path != NAME}


def _digest_of_ours(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
