"""The ledger: a list in the output folder of all files that we published there; we never touch other files."""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

NAME = ".hs-published.json"
Files = dict[str, str]
"""The SHA-256 of each file, by its path below the folder."""


class Ledger(BaseModel):
    """The files of the last publication, and earlier ones that are kept for pages that are still open."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    finished: bool
    """False during a publication: then `files` are the new files, and `kept` all earlier ones."""
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
        """Yield every file that we published; a path may occur twice with different contents."""
        yield from self.files.items()
        yield from self.kept.items()

    def text(self) -> str:
        """Return the ledger as JSON, one line per file, so that ledgers can be compared with diff."""
        return self.model_dump_json(indent=1) + "\n"


def read_ledger(folder: Path) -> Ledger | None:
    """Return the ledger of a folder, or None if there is no readable one: then no file there is ours."""
    try:
        return Ledger.model_validate_json((folder / NAME).read_bytes())
    except (OSError, ValidationError):
        return None


def digest(file: Path) -> str | None:
    """Return the SHA-256 of a file, or None if it does not exist or cannot be read; links are not followed."""
    if file.is_symlink() or not file.is_file():
        return None
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None


def digests(folder: Path) -> Files:
    """Return all files below `folder`, sorted by path, except the ledger."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {path: _digest_of_ours(folder / path) for path in paths if path != NAME}


def _digest_of_ours(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
