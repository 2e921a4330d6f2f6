"""Publish a built site into the output folder, file by file, completely or not at all."""

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from handbook.publishing.changes import Changes, set_mode
from handbook.publishing.ledger import NAME
from handbook.publishing.plan import Plan, make_plan, refuse_obstacles

STAGING = ".hs-publishing-"
READABLE = 0o444


def publish(built: Path, folder: Path) -> Plan:
    """Publish the site in `built` into the existing `folder`, and return the plan that was carried out.

    The folder itself is never replaced, and files that we did not publish are not changed. New files are first
    written to a staging folder, where a full disk does no harm, and then renamed. On PublishError or OSError, all
    changes are rolled back.
    """
    for left in folder.glob(f"{STAGING}*"):
        _discard(left)
    plan = make_plan(built, folder)
    if plan.is_done:
        return plan
    refuse_obstacles(plan, folder)
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=folder))
    changes = Changes(staging)
    try:
        _carry_out(plan, built, folder, staging, changes)
    except BaseException:
        changes.undo()  # if this fails too, the old files stay in `staging`
        _discard(staging)
        raise
    _discard(staging)
    _remove_empty_folders(plan, folder)
    return plan


def _discard(path: Path) -> None:
    """Remove as much as possible; links are not followed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        if path.exists():
            _open_folders(path)
            shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _open_folders(folder: Path) -> None:
    """Make a folder and its subfolders writable, as far as we own them."""
    with suppress(OSError):
        folder.chmod(0o700)
        for inner in folder.iterdir():
            if inner.is_dir() and not inner.is_symlink():
                _open_folders(inner)


def _carry_out(plan: Plan, built: Path, folder: Path, staging: Path, changes: Changes) -> None:
    modes = _Modes(built, folder)
    for above in dict.fromkeys((folder / path).parent for path in plan.puts):
        changes.make(above, modes.folder)
    staged = {path: staging / f"{number}.new" for number, path in enumerate(plan.puts)}
    for path, new in staged.items():
        _link_or_copy(built / path, new)
        set_mode(new, modes.of(folder / path))
    for name, ledger in (("before", plan.before), ("after", plan.after)):
        (staging / name).write_text(ledger.text(), encoding="utf-8")
        set_mode(staging / name, modes.file)
    changes.put(staging / "before", folder / NAME)
    for path, new in staged.items():
        changes.put(new, folder / path)
    for path in plan.takes:
        changes.take(folder / path)
    changes.put(staging / "after", folder / NAME)


def _link_or_copy(source: Path, new: Path) -> None:
    """Make `new` the same file as `source`, which is removed after the publication, or a copy of it."""
    try:
        os.link(source, new)
    except (OSError, NotImplementedError):  # another file system, or one without hard links
        shutil.copyfile(source, new)


class _Modes:
    """File modes: a replaced file keeps its mode, and a new one gets the mode of the home page."""

    def __init__(self, built: Path, folder: Path) -> None:
        """Read the current modes; in an empty folder, files are readable by everybody regardless of the umask."""
        page = next(path for path in built.rglob("*") if path.is_file())
        self.file = _mode(folder / "index.html") or stat.S_IMODE(page.stat().st_mode) | READABLE
        self.folder = stat.S_IMODE(folder.stat().st_mode) & 0o777

    def of(self, place: Path) -> int:
        return _mode(place) or self.file


def _mode(file: Path) -> int | None:
    return stat.S_IMODE(file.stat().st_mode) if file.is_file() and not file.is_symlink() else None


def _remove_empty_folders(plan: Plan, folder: Path) -> None:
    """Remove empty folders; the system refuses to remove others."""
    for path in plan.takes:
        with suppress(OSError):
            for above in takewhile(folder.__ne__, (folder / path).parents):
                above.rmdir()
