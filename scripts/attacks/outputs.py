"""Output folders of all forms: writable, unusable, and full of left-overs."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from attacks.sites import add_foreign_files, dead_links, not_kept, not_whole, nothing_left
from attacks.trials import Attack, Promise, Trials, build, published, refused

NOBODY = 65534


@dataclass(frozen=True)
class Form:
    """An output folder: the real folder, the path given to the build, and the words of the expected refusal, if any."""

    folder: Path
    name: Path
    words: tuple[str, ...] = ()


Forms = Callable[[Path, Attack], Iterator[Form]]


def plain(home: Path, attack: Attack) -> Iterator[Form]:
    yield Form(home / "site", home / "site")


def link(home: Path, attack: Attack) -> Iterator[Form]:
    (home / "link").symlink_to("site")
    yield Form(home / "site", home / "link")


def link_to_a_link(home: Path, attack: Attack) -> Iterator[Form]:
    (home / "link").symlink_to("site")
    (home / "second").symlink_to(home / "link")
    yield Form(home / "site", home / "second")


def held_open(home: Path, attack: Attack) -> Iterator[Form]:
    """A web server has its working directory in the folder, and has pages open."""
    with (home / "site" / "CNAME").open(), subprocess.Popen(["sleep", "1000"], cwd=home / "site") as server:
        inode = (home / "site").stat().st_ino
        yield Form(home / "site", home / "site")
        assert (home / "site").stat().st_ino == inode
        server.kill()


def in_a_parent_that_cannot_be_written(home: Path, attack: Attack) -> Iterator[Form]:
    home.chmod(0o555)
    yield Form(home / "site", home / "site")
    home.chmod(0o755)


def of_another_user_who_lets_everybody_write(home: Path, attack: Attack) -> Iterator[Form]:
    if attack.is_root:
        _give(home / "site", 0o777)
        yield Form(home / "site", home / "site")


def on_another_file_system(home: Path, attack: Attack) -> Iterator[Form]:
    if Path("/dev/shm").is_dir() and Path("/dev/shm").stat().st_dev != home.stat().st_dev:
        with TemporaryDirectory(dir="/dev/shm") as folder:
            add_foreign_files(Path(folder))
            yield Form(Path(folder), Path(folder))


def mount_point(home: Path, attack: Attack) -> Iterator[Form]:
    if attack.can_mount:
        with mounted("-t", "tmpfs", "tmpfs", home / "site"):
            add_foreign_files(home / "site")
            yield Form(home / "site", home / "site")


def mounted_elsewhere_too(home: Path, attack: Attack) -> Iterator[Form]:
    """A container serves the folder from its own mount point."""
    if attack.can_mount:
        (home / "served").mkdir()
        with mounted("--bind", home / "site", home / "served"):
            yield Form(home / "served", home / "site")


def with_a_mount_below(home: Path, attack: Attack) -> Iterator[Form]:
    if attack.can_mount:
        (home / "site" / "patterns").mkdir()
        with mounted("-t", "tmpfs", "tmpfs", home / "site" / "patterns"):
            yield Form(home / "site", home / "site")


def that_cannot_be_written(home: Path, attack: Attack) -> Iterator[Form]:
    (home / "site").chmod(0o555)
    yield Form(home / "site", home / "site", ("site", "cannot be written"))
    (home / "site").chmod(0o755)


def of_another_user(home: Path, attack: Attack) -> Iterator[Form]:
    if attack.is_root:
        _give(home / "site", 0o755)
        yield Form(home / "site", home / "site", ("site", "cannot be written", "nobody"))


def with_a_folder_of_another_user(home: Path, attack: Attack) -> Iterator[Form]:
    if attack.is_root:
        (home / "site" / "patterns").mkdir()
        _give(home / "site" / "patterns", 0o755)
        yield Form(home / "site", home / "site", ("patterns", "cannot be written"))


def with_a_page_of_another_user_that_must_stay(home: Path, attack: Attack) -> Iterator[Form]:
    if attack.is_root:
        page = home / "site" / "technologies" / "index.html"
        page.parent.mkdir()
        page.write_text("a page of somebody else\n")
        _give(page.parent, 0o1777)
        yield Form(home / "site", home / "site", ("technologies/index.html",))


def on_a_read_only_file_system(home: Path, attack: Attack) -> Iterator[Form]:
    if attack.can_mount:
        with mounted("--bind", home / "site", home / "site"):
            _run("mount", "-o", "remount,bind,ro", home / "site")
            yield Form(home / "site", home / "site", ("site", "read-only"))


def with_a_page_that_is_a_mount(home: Path, attack: Attack) -> Iterator[Form]:
    if attack.can_mount:
        (home / "site" / "index.html").write_text("mounted\n")
        with mounted("--bind", home / "site" / "index.html", home / "site" / "index.html"):
            yield Form(home / "site", home / "site", ("index.html",))


def a_file(home: Path, attack: Attack) -> Iterator[Form]:
    (home / "file").write_text("a file\n")
    yield Form(home / "site", home / "file", ("file", "not a folder"))


def a_link_to_itself(home: Path, attack: Attack) -> Iterator[Form]:
    (home / "link").symlink_to("link")
    yield Form(home / "site", home / "link", ("link", "leads to itself"))


def below_a_file(home: Path, attack: Attack) -> Iterator[Form]:
    (home / "file").write_text("a file\n")
    yield Form(home / "site", home / "file" / "site", ("file",))


def in_a_place_that_cannot_be_written(home: Path, attack: Attack) -> Iterator[Form]:
    home.chmod(0o555)
    yield Form(home / "site", home / "new", ("new", "ermission denied"))
    home.chmod(0o755)


def with_a_folder_where_a_page_goes(home: Path, attack: Attack) -> Iterator[Form]:
    (home / "site" / "index.html").mkdir()
    yield Form(home / "site", home / "site", ("index.html is a folder",))


def with_a_file_where_a_folder_goes(home: Path, attack: Attack) -> Iterator[Form]:
    (home / "site" / "patterns").write_text("a file\n")
    yield Form(home / "site", home / "site", ("patterns is not a folder",))


GOOD: tuple[Forms, ...] = (
    plain, link, link_to_a_link, held_open, in_a_parent_that_cannot_be_written,
    of_another_user_who_lets_everybody_write, on_another_file_system, mount_point, mounted_elsewhere_too,
    with_a_mount_below,
)  # fmt: skip
BAD: tuple[Forms, ...] = (
    that_cannot_be_written, of_another_user, with_a_folder_of_another_user,
    with_a_page_of_another_user_that_must_stay, on_a_read_only_file_system, with_a_page_that_is_a_mount, a_file,
    a_link_to_itself, below_a_file, in_a_place_that_cannot_be_written, with_a_folder_where_a_page_goes,
    with_a_file_where_a_folder_goes,
)  # fmt: skip


def _give(path: Path, mode: int) -> None:
    """Give a folder with all its content to another user."""
    for each in (*path.rglob("*"), path):
        os.chown(each, NOBODY, NOBODY)
    path.chmod(mode)


@contextmanager
def mounted(*what: object) -> Iterator[None]:
    """Mount something during the context; the last argument is the mount point."""
    _run("mount", *what)
    try:
        yield
    finally:
        _run("umount", "--lazy", what[-1])


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True)


def _forms(attack: Attack, kinds: tuple[Forms, ...]) -> Iterator[tuple[str, Form]]:
    """Yield each form with foreign files in its folder; skip forms that cannot be created here."""
    for kind in attack.some(kinds):
        home = attack.new_folder()
        (home / "site").mkdir()
        add_foreign_files(home / "site")
        for form in kind(home, attack):
            yield kind.__name__.replace("_", " "), form


def _forms_to_publish_into(attack: Attack) -> Trials:
    for words, form in _forms(attack, GOOD):
        for project, site in zip(attack.projects, attack.sites, strict=True):
            done = build(project, form.name, attack.unprivileged)
            fault = published(done) or not_whole(form.folder, site) or not_kept(form.folder)
            fault = fault or dead_links(form.folder) or nothing_left(form.folder)
            yield f"output folder {words}: {fault}" if fault else None


def _forms_to_refuse(attack: Attack) -> Trials:
    for words, form in _forms(attack, BAD):
        before = _state(form.folder)
        fault = refused(build(attack.projects[0], form.name, attack.unprivileged), *form.words)
        fault = fault or (None if _state(form.folder) == before else "something in it was changed")
        yield f"output folder {words}: {fault}" if fault else None


def _state(folder: Path) -> dict[str, bytes | None]:
    """Return the content of all files in a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


PROMISES = (
    Promise(
        "every form of output folder is published into in place, and what is not ours stays", _forms_to_publish_into
    ),
    Promise("an output folder that cannot be used is refused in one line, and stays as it is", _forms_to_refuse),
)
