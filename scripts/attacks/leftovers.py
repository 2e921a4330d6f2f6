"""Left-over files of earlier builds, other tools and other users."""

import hashlib
import json
import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

from attacks.outputs import NOBODY
from attacks.sites import add_foreign_files, not_kept, not_whole
from attacks.trials import Attack, Promise, Trials, build, published
from handbook.publishing.ledger import NAME

OUTSIDE = "a file outside of the output folder\n"
LEDGER = {"finished": True, "files": {}, "kept": {}}


def a_file(path: Path) -> None:
    path.write_text("left\n")


def a_folder(path: Path) -> None:
    (path / "inner").mkdir(parents=True)
    (path / "inner" / "left.html").write_text("left\n")
    (path / ".left").write_text("left\n")


def a_closed_folder(path: Path) -> None:
    a_folder(path)
    (path / "inner").chmod(0)


def a_folder_of_another_user(path: Path) -> None:
    a_folder(path)
    for each in (*path.rglob("*"), path):
        os.chown(each, NOBODY, NOBODY)
    path.chmod(0o700)


def a_link_to_a_folder(path: Path) -> None:
    path.symlink_to(path.parents[1] / "outside")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def a_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere")


KINDS: tuple[Callable[[Path], None], ...] = (
    a_file, a_folder, a_closed_folder, a_link_to_a_folder, a_link_to_itself, a_dangling_link, a_folder_of_another_user,
)  # fmt: skip
NAMES = (".site.old", ".site.building", "site/.hs-publishing-left")


def _leftovers(attack: Attack) -> Trials:
    """Put a left-over of each kind in each possible place."""
    for kind, name in attack.some(product(KINDS if attack.is_root else KINDS[:-1], NAMES)):
        home = _home(attack)
        kind(home / name)
        yield _still_published(home, attack, f"{name} is {kind.__name__.replace('_', ' ')}")


def _ledgers(attack: Attack) -> Trials:
    """Write ledgers that are damaged, or that list files of others."""
    content = hashlib.sha256(OUTSIDE.encode()).hexdigest()
    outward = [json.dumps(LEDGER | {part: {"../outside/file": content}}) for part in ("files", "kept")]
    absolute = json.dumps(LEDGER | {"files": {"/etc/hostname": content}})
    whole = json.dumps(LEDGER | {"files": {"index.html": content, "no/such/page.html": content, "": content}})
    texts = ["", "{", "null", "[]", whole[: len(whole) // 2], "\x00", "9" * 5000, "[" * 100_000]
    broken = [json.dumps(LEDGER | {"finished": 1}), json.dumps({"files": None})]
    for text in attack.some([*texts, *outward, absolute, whole, *broken]):
        home = _home(attack)
        (home / "site" / NAME).write_text(text)
        yield _still_published(home, attack, f"the ledger is {text[:60]!r}")


def _home(attack: Attack) -> Path:
    home = attack.new_folder()
    (home / "site").mkdir()
    add_foreign_files(home / "site")
    (home / "outside").mkdir()
    (home / "outside" / "file").write_text(OUTSIDE)
    return home


def _still_published(home: Path, attack: Attack, words: str) -> str | None:
    done = build(attack.projects[0], home / "site", attack.unprivileged)
    fault = published(done) or _wrong(home / "site", attack) or not_kept(home / "site")
    if [path.read_text() for path in (home / "outside").iterdir()] != [OUTSIDE]:
        fault = "a file outside was touched"
    return f"{words}: {fault}" if fault else None


def _wrong(folder: Path, attack: Attack) -> str | None:
    """Return a fault of the site, or None; an inaccessible left-over may remain."""
    for left in folder.glob(".hs-publishing-*"):
        if left.lstat().st_uid == NOBODY or not os.access(left / "inner", os.R_OK):
            left.rename(folder.parent / "aside")
    return not_whole(folder, attack.sites[0])


PROMISES = (
    Promise("what others have left, of any kind, stops no build and is not published", _leftovers),
    Promise("a ledger that is broken or lies costs nothing that is not ours", _ledgers),
)
