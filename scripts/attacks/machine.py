"""Faults of the machine: full disks, size limits, unreadable files, link loops, a damaged cache."""

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from attacks.outputs import mounted
from attacks.sites import add_foreign_files, not_kept, not_whole, nothing_left
from attacks.trials import Attack, Done, Promise, Trials, build, published, refused

LIMIT = "import os, resource, sys; n = int(sys.argv[1]); resource.setrlimit(resource.RLIMIT_FSIZE, (n, n)); "
KILOBYTE = 1024


def _limits(attack: Attack) -> Trials:
    """Limit the size of files."""
    folder = _published(attack)
    for _ in range(attack.few):
        size = int(KILOBYTE * 2 ** attack.chance.uniform(0, 11))
        limit = [sys.executable, "-c", f"{LIMIT}os.execv(sys.argv[2], sys.argv[2:])", str(size)]
        yield _whole_in_any_case(attack, folder, build(attack.projects[1], folder, limit), "too large")
        build(attack.projects[0], folder)


def _full_disks(attack: Attack) -> Trials:
    """Fill the disk of the output folder, then that of the project."""
    if not attack.can_mount:
        return
    for _ in range(attack.few):
        home = attack.new_folder()
        (home / "site").mkdir()
        with mounted("-t", "tmpfs", "-o", "size=8m", "tmpfs", home / "site"):
            build(attack.projects[0], home / "site")
            add_foreign_files(home / "site")
            _fill(home / "site", int(KILOBYTE * 2 ** attack.chance.uniform(0, 11)))
            done = build(attack.projects[1], home / "site")
            (home / "site" / "CNAME.filler").unlink()
            yield _whole_in_any_case(attack, home / "site", done, "No space left")
    project, folder = attack.new_project(), _published(attack)
    (project / ".cache").mkdir()
    for size in attack.some((64, 512, 2048, 4096)):
        with mounted("-t", "tmpfs", "-o", f"size={size}k", "tmpfs", project / ".cache"):
            yield _whole_in_any_case(attack, folder, build(project, folder), "No space left")


def _fill(folder: Path, left: int) -> None:
    room = shutil.disk_usage(folder).free - left
    (folder / "CNAME.filler").write_bytes(b"\0" * max(0, room))


def _published(attack: Attack) -> Path:
    folder = attack.new_folder() / "site"
    build(attack.projects[0], folder)
    add_foreign_files(folder)
    return folder


def _whole_in_any_case(attack: Attack, folder: Path, done: Done, words: str) -> str | None:
    fault = published(done) if done.returncode == 0 else refused(done, words)
    return fault or not_whole(folder, *attack.sites) or not_kept(folder) or nothing_left(folder)


UNREADABLE = (
    "docs/contribute/index.md", "docs/contribute", "docs/assets/css/text.css", "content/patterns/batching.yml",
    "content/patterns", "content/vocabulary.yml", "content", "overrides/main.html", "handbook/templates/path.html",
)  # fmt: skip


def _unreadable(attack: Attack) -> Trials:
    for name in attack.some(UNREADABLE):
        project = attack.new_project()
        (project / name).chmod(0)
        done = build(project, project / "site", attack.unprivileged)
        (project / name).chmod(0o755)
        yield _nothing_published(refused(done) or _told(done, Path(name).name), project, name)


LINKS = {
    "docs/loop": "loop", "docs/loop.md": "loop.md", "docs/contribute/up": "..", "docs/here": ".",
    "content/loop": "loop", "content/here": ".", "content/patterns/here": ".", "content/patterns/loop.yml": "loop.yml",
}  # fmt: skip


def _links_in_circles(attack: Attack) -> Trials:
    for name, target in attack.some(LINKS.items()):
        project = attack.new_project()
        (project / name).symlink_to(target)
        (project / f"{name}-again").symlink_to(target)
        done = build(project, project / "site")
        yield _nothing_published(_told(done, Path(name).name), project, f"{name} -> {target}")


def _told(done: Done, name: str) -> str | None:
    """Return a fault of a build that should have failed with the name of a file, or None."""
    good = done.returncode == 1 and "Traceback" not in done.stdout and name in done.stdout
    return None if good else f"not told: {done.returncode} {done.stdout}"


def _nothing_published(fault: str | None, project: Path, words: str) -> str | None:
    if (project / "site").exists():
        fault = fault or "something was published"
    return f"{words}: {fault}" if fault else None


def a_file(cache: Path) -> None:
    cache.write_text("a file\n")


def a_link_to_itself(cache: Path) -> None:
    cache.symlink_to(cache.name)


def a_closed_folder(cache: Path) -> None:
    cache.mkdir(mode=0o500)


def full_of_files(cache: Path) -> None:
    cache.mkdir()
    (cache / "cards").write_text("a file\n")
    (cache / "builds").write_text("a file\n")


def in_a_closed_project(cache: Path) -> None:
    cache.parent.chmod(0o555)


CACHES: tuple[Callable[[Path], None], ...] = (
    a_file, a_link_to_itself, a_closed_folder, full_of_files, in_a_closed_project,
)  # fmt: skip


def _caches(attack: Attack) -> Trials:
    for kind in attack.some(CACHES):
        project, folder = attack.new_project(), attack.new_folder() / "site"
        kind(project / ".cache")
        done = build(project, folder, attack.unprivileged)
        project.chmod(0o755)
        fault = published(done) or not_whole(folder, attack.sites[0])
        yield f".cache {kind.__name__}: {fault}" if fault else None


def _cards(attack: Attack) -> Trials:
    """Damage some cards in the cache."""
    project, folder = attack.new_project(), attack.new_folder() / "site"
    build(project, folder)
    for _ in range(attack.few):
        cards = sorted((project / ".cache" / "cards").glob("*.png"))
        for card, break_card in zip(attack.chance.sample(cards, len(BREAKS)), BREAKS, strict=True):
            break_card(card, attack.chance.randrange(1, card.stat().st_size - 1))
        fresh = attack.new_folder() / "site"
        yield published(build(project, fresh, attack.unprivileged)) or not_whole(fresh, attack.sites[0])
        for card in cards:
            if card.is_dir():
                card.rmdir()


def _cut_off(card: Path, place: int) -> None:
    card.write_bytes(card.read_bytes()[:place])


def _flip(card: Path, place: int) -> None:
    content = card.read_bytes()
    card.write_bytes(content[:place] + bytes([content[place] ^ 255]) + content[place + 1 :])


def _empty(card: Path, place: int) -> None:
    card.write_bytes(b"")


def _close(card: Path, place: int) -> None:
    card.chmod(0)


def _make_a_folder(card: Path, place: int) -> None:
    card.unlink()
    card.mkdir()


BREAKS: Sequence[Callable[[Path, int], None]] = (_cut_off, _flip, _empty, _close, _make_a_folder)

PROMISES = (
    Promise("a limit to the size of files is told in one line, or harms nothing", _limits),
    Promise("a full disk is told in one line, and leaves a whole site", _full_disks),
    Promise("what cannot be read is told in one line, and nothing is published", _unreadable),
    Promise("a link that leads to itself is told, and nothing is published", _links_in_circles),
    Promise("a cache that is a file, or cannot be written, stops no build", _caches),
    Promise("a card that is broken in the cache is drawn again", _cards),
)
