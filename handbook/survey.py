"""The survey of a content folder: the files of entries, and problems for misplaced files."""

import re
import stat
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from handbook.files import MAX_BYTES, FileRule, RefusedError, refuse_large
from handbook.model.kinds import KINDS, Kind
from handbook.nearest import did_you_mean, one_of, slug
from handbook.problem import TOP, Problem
from handbook.source import YamlFile, read_source

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_ID = 64
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])")
"""Names that Windows does not allow for files, with or without an extension."""
VOCABULARY_FILE = "vocabulary.yml"
LEFT_BEHIND = (
    "*~", "#*#", "*.bak", "*.orig", "*.rej", "*.save", "*.sw?", "*.tmp", "4913", "*___jb_???___",
    "Thumbs.db", "desktop.ini",
)  # fmt: skip
"""Temporary files of editors and systems, in addition to hidden ones; `.gitignore` lists them too."""
Files = list[tuple[Kind, Path]]


def survey(folder: Path) -> tuple[Files, list[Problem]]:
    """Return the files of entries, and a problem for everything that would otherwise be ignored silently."""
    kinds = {kind.folder: kind for kind in KINDS}
    files: Files = []
    problems: list[Problem] = []
    for path in _visible(folder, problems) if _is(folder, stat.S_ISDIR, follow=True) else ():
        if path.name in kinds and _is(path, stat.S_ISDIR):
            files += _entries(kinds[path.name], path, problems)
        elif path.name != VOCABULARY_FILE:
            near = did_you_mean(path.name, kinds)
            message = f"the site does not read this; entries belong in {one_of(kinds)}{near}"
            problems.append(FileRule.MISPLACED_FILE.problem(path.as_posix(), TOP, message))
    order = {kind.name: number for number, kind in enumerate(KINDS)}
    return sorted(files, key=lambda file: (order[file[0].name], file[1])), problems


def _entries(kind: Kind, folder: Path, problems: list[Problem]) -> Iterator[tuple[Kind, Path]]:
    for path in _visible(folder, problems):
        if fault := _fault_of_file(path):
            problems.append(FileRule.MISPLACED_FILE.problem(path.as_posix(), TOP, fault))
        else:
            yield kind, path


def _visible(folder: Path, problems: list[Problem]) -> list[Path]:
    """Return the paths in `folder`, sorted by name, without hidden and temporary files."""
    try:
        return sorted(path for path in folder.iterdir() if not _is_left_behind(path))
    except OSError as error:
        problems.append(_unreadable(error).problem(folder.as_posix()))
        return []


def _is_left_behind(path: Path) -> bool:
    """Return whether this is a hidden file, or a temporary file of an editor or system."""
    named = any(fnmatchcase(path.name, form) for form in LEFT_BEHIND)
    return path.name.startswith(".") or (named and not path.is_dir())


def read_file(path: Path) -> YamlFile:
    """Read the file at `path`; errors become problems of the result, never exceptions."""
    try:
        content = read_content(path)
    except RefusedError as refused:
        return YamlFile(path.as_posix(), None, problems=(refused.problem(path.as_posix()),))
    return read_source(path.as_posix(), content)


def read_content(path: Path) -> bytes:
    """Return the bytes of a file, after a check of its size."""
    try:
        refuse_large(path.lstat().st_size)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(error) from None


def _unreadable(error: OSError) -> RefusedError:
    message = f"this cannot be read ({error.strerror}); check its permissions (`ls -l`), or move it away"
    return RefusedError(FileRule.UNREADABLE_FILE, TOP, message)


def is_file(path: Path) -> bool:
    """Return whether `path` is a regular file: not a link, folder, pipe or device."""
    return _is(path, stat.S_ISREG)


def _is(path: Path, kind: Callable[[int], bool], follow: bool = False) -> bool:
    try:
        return kind(path.stat(follow_symlinks=follow).st_mode)
    except OSError:
        return False


def _fault_of_file(path: Path) -> str | None:
    if _is(path, stat.S_ISLNK):
        return "this is a link to another file; put the entry itself here"
    if _is(path, stat.S_ISDIR):
        return "this is a folder; put entries directly in the folder of their kind"
    if not is_file(path):
        return "this is a pipe or a device, not a file; put the entry itself here"
    if path.suffix != ".yml":
        name = id_like(path.stem.removesuffix(".yml"))
        return f"the site does not read this; the name of an entry ends in .yml: `{name}.yml`"
    if fault := fault_of_id(path.stem):
        return f"the file name is the id: {fault}; name it `{id_like(path.stem)}.yml`"
    return None


def fault_of_id(name: str) -> str | None:
    """Return why `name` is not a valid id, or None if it is."""
    if not ID.fullmatch(name) or len(name) > MAX_ID:
        return f"lower-case letters, digits and single hyphens, at most {MAX_ID} of them"
    if RESERVED.fullmatch(name):
        return f"Windows lets no file be called `{name}`"
    return None


def id_like(name: str) -> str:
    """Return an id that is like `name`."""
    like = slug(name) or "id"
    return f"{like}-1" if RESERVED.fullmatch(like) else like
