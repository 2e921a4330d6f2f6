"""The plan of a publication, made before anything is changed."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from handbook.publishing.changes import PublishError
from handbook.publishing.ledger import NAME, Files, Ledger, digest, digests, read_ledger

ASSETS = ("assets/", "versions/")
"""The folders of files that pages load; an open page may request them long after it was loaded."""


@dataclass(frozen=True)
class Plan:
    """The files to put and to remove, in order, and the ledgers to write before and after.

    `strangers` were there before the first publication; `changed` are ours, but were edited since.
    """

    puts: tuple[str, ...]
    takes: tuple[str, ...]
    before: Ledger
    after: Ledger
    strangers: tuple[str, ...]
    changed: tuple[str, ...]
    is_done: bool
    """Whether the folder is already up to date."""


def make_plan(built: Path, folder: Path) -> Plan:
    """Compare the built site with the folder by content, and return the plan."""
    new, last = digests(built), read_ledger(folder)
    ledger = last or Ledger(finished=True, files={}, kept={})
    there = {path: digest(folder / path) for path in {*new, *dict(ledger.ours())}}
    kept = {path: found for path, found in _outlasting(ledger, new).items() if there[path] == found}
    gone = [(path, found) for path, found in ledger.ours() if path not in new and path not in kept]
    puts = sorted((path for path in new if there[path] != new[path]), key=lambda path: _rank(folder, path))
    takes = dict.fromkeys(path for path, found in gone if there[path] == found)
    after = Ledger(finished=True, files=new, kept=kept)
    return Plan(
        puts=tuple(puts),
        takes=tuple(takes),
        before=Ledger(finished=False, files=new, kept={**ledger.kept, **ledger.files}),
        after=after,
        strangers=() if last else _strangers(folder, new),
        changed=_changed(gone, there),
        is_done=not puts and not takes and last == after,
    )


def _rank(folder: Path, path: str) -> tuple[bool, bool, str]:
    """Return a sort key so that no link breaks meanwhile: first assets, then new pages, then changed pages."""
    return path.endswith(".html"), os.path.lexists(folder / path), path


def _outlasting(last: Ledger, new: Files) -> Files:
    """Return the assets to keep: those of the last publication, or, if no asset changes, those that it kept."""
    if not last.finished:
        candidates = {**last.files, **last.kept}
    elif _assets(last.files) == _assets(new):
        candidates = last.kept
    else:
        candidates = last.files
    return {path: found for path, found in _assets(candidates).items() if path not in new}


def _assets(files: Files) -> Files:
    return {path: found for path, found in files.items() if path.startswith(ASSETS)}


def _changed(gone: list[tuple[str, str]], there: dict[str, str | None]) -> tuple[str, ...]:
    ours = {(path, found) for path, found in gone}
    return tuple(sorted({path for path, _ in gone if (now := there[path]) and (path, now) not in ours}))


def _strangers(folder: Path, new: Files) -> tuple[str, ...]:
    """Return the other files in the folder, except hidden ones."""
    found = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [(Path(here) / name).relative_to(folder).as_posix() for name in files if not name.startswith(".")]
    return tuple(sorted(path for path in found if path not in new))


def refuse_obstacles(plan: Plan, folder: Path) -> None:
    """Raise PublishError if a file or folder is in the way, or is not writable."""
    for path in (NAME, *plan.puts, *plan.takes):
        place = folder / path
        if place.is_dir() and not place.is_symlink():
            raise PublishError(f"{place} is a folder, and the site has a file of that name; move the folder away")
        above = next(each for each in place.parents if os.path.lexists(each))
        if not above.is_dir():
            raise PublishError(f"{above} is not a folder, and the site has a folder of that name; move it away")
        refuse_unless_writable(above)


def refuse_unless_writable(folder: Path) -> None:
    """Raise PublishError if files cannot be created in `folder`."""
    if os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return
    raise PublishError(f"{folder} cannot be written: {_reason(folder)}")


def _reason(folder: Path) -> str:
    if hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY:
        return "its file system is read-only"
    state = folder.stat()
    try:
        owner = folder.owner()
    except (KeyError, NotImplementedError):
        owner = str(state.st_uid)
    return f"it belongs to the user {owner}, and its mode is {stat.filemode(state.st_mode)}"
