"""Publishing into a folder: atomic, without touching foreign files, and without broken pages in between."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from handbook.publishing.changes import PublishError
from handbook.publishing.ledger import NAME, read_ledger
from handbook.publishing.publish import publish

FIRST = {
    "index.html": "home 1",
    "a/index.html": "a 1",
    "gone/index.html": "gone",
    "assets/js-1/x.js": "js 1",
    "assets/data-1/x.js": "data 1",
    "texts.js": "texts 1",
    "assets/texts-1/x.js": "words 1",
    "card.png": "card 1",
}
SECOND = {
    "index.html": "home 2",
    "a/index.html": "a 1",
    "new/index.html": "new",
    "assets/js-2/x.js": "js 2",
    "assets/data-2/x.js": "data 2",
    "texts.js": "texts 2",
    "assets/texts-2/x.js": "words 2",
    "card.png": "card 2",
}
THIRD = SECOND | {"assets/js-3/x.js": "js 3", "index.html": "home 3"}
THIRD.pop("assets/js-2/x.js")
KEPT = {"assets/js-1/x.js": "js 1", "assets/data-1/x.js": "data 1", "assets/texts-1/x.js": "words 1"}
FOREIGN = {".git/HEAD": "ref", ".htaccess": "x", ".well-known/y": "y", "CNAME": "z", "old/index.html": "old"}


@pytest.fixture
def built(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Write a built site into a new folder."""
    numbers = iter(range(100))

    def lay_out(files: dict[str, str]) -> Path:
        return write(tmp_path / f"built-{next(numbers)}", files)

    return lay_out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder with foreign files."""
    return write(tmp_path / "site", FOREIGN)


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def shown(folder: Path) -> dict[str, str]:
    """Return every file except the ledger."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != NAME]
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


Built = Callable[[dict[str, str]], Path]


def test_a_site_is_put_beside_what_is_not_ours(built: Built, folder: Path) -> None:
    plan = publish(built(FIRST), folder)
    assert shown(folder) == FIRST | FOREIGN
    assert plan.strangers == ("CNAME", "old/index.html")


def test_assets_stay_for_one_more_publication_and_pages_go(built: Built, folder: Path) -> None:
    publish(built(FIRST), folder)
    plan = publish(built(SECOND), folder)
    assert shown(folder) == SECOND | KEPT | FOREIGN
    assert not (folder / "gone").exists()
    assert plan.strangers == ()
    publish(built(THIRD), folder)
    assert shown(folder) == THIRD | {"assets/js-2/x.js": "js 2"} | FOREIGN
    assert not (folder / "assets" / "data-1").exists()


def test_assets_grow_no_older_where_none_changes(built: Built, folder: Path) -> None:
    publish(built(FIRST), folder)
    publish(built(SECOND), folder)
    publish(built(SECOND | {"a/index.html": "a 2"}), folder)
    assert shown(folder) == SECOND | {"a/index.html": "a 2"} | KEPT | FOREIGN


def test_what_is_the_same_is_not_touched(built: Built, folder: Path) -> None:
    publish(built(FIRST), folder)
    before = {path: path.stat().st_mtime_ns for path in (folder, folder / "a/index.html", folder / NAME)}
    publish(built(FIRST), folder)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    publish(built(SECOND), folder)
    assert (folder / "a/index.html").stat().st_mtime_ns == before[folder / "a/index.html"]


def test_what_somebody_has_changed_since_is_not_removed(built: Built, folder: Path) -> None:
    publish(built(FIRST), folder)
    (folder / "gone/index.html").write_text("edited on the server")
    plan = publish(built(SECOND), folder)
    assert (folder / "gone/index.html").read_text() == "edited on the server"
    assert plan.changed == ("gone/index.html",)


def test_a_page_that_was_damaged_is_put_again(built: Built, folder: Path) -> None:
    publish(built(FIRST), folder)
    (folder / "index.html").write_text("cut o")
    (folder / "a/index.html").unlink()
    publish(built(FIRST), folder)
    assert shown(folder) == FIRST | FOREIGN


@contextmanager
def failing_at(number: int, fail: Callable[[], object]) -> Iterator[list[int]]:
    """Make step `number` fail (renaming or linking a file, making a folder); yield a list that shows if it ran."""
    steps, reached = count(), list[int]()

    def guarded(do: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            if next(steps) == number:
                reached.append(number)
                fail()
            return do(*arguments, **options)

        return step

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((Path, "replace"), (Path, "mkdir"), (os, "link")):
            patch.setattr(owner, name, guarded(getattr(owner, name)))
        yield reached


def full_disk() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "somewhere")


def interrupt() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("fail", [full_disk, interrupt])
def test_whatever_step_fails_nothing_or_all_has_changed(
    fail: Callable[[], object], built: Built, tmp_path: Path
) -> None:
    first, second, undone = built(FIRST), built(SECOND), 0
    for number in count():
        folder = write(tmp_path / f"site-{number}", FOREIGN)
        publish(first, folder)
        before = shown(folder), read_ledger(folder)
        with failing_at(number, fail) as reached:
            try:
                publish(second, folder)
            except (OSError, KeyboardInterrupt):
                undone += 1
                assert (shown(folder), read_ledger(folder)) == before, number
                assert not (folder / "new").exists()
            else:
                assert shown(folder) == SECOND | KEPT | FOREIGN, number
        if not reached:
            break
    assert undone > len(SECOND)


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_whenever_it_is_killed_pages_have_what_they_load(built: Built, tmp_path: Path) -> None:
    first, second, status, killed = built(FIRST), built(SECOND), 9, 0
    while status:
        folder = write(tmp_path / f"site-{killed}", FOREIGN)
        publish(first, folder)
        status = status_of_a_process_killed_at(killed, second, folder)
        there = shown(folder)
        wanted = FIRST if there["index.html"] == FIRST["index.html"] else SECOND
        assert {path: text for path, text in there.items() if path in needed(wanted)} == needed(wanted), killed
        publish(second, folder)
        assert {path: text for path, text in shown(folder).items() if path not in KEPT} == SECOND | FOREIGN, killed
        assert not list(folder.glob(".hs-publishing-*"))
        killed += 1
    assert killed > len(SECOND)


def needed(site: dict[str, str]) -> dict[str, str]:
    """Return the pages of a site, and the files they load whose names change with the contents."""
    return {path: text for path, text in site.items() if path.endswith(".html") or path.startswith("assets/")}


def status_of_a_process_killed_at(number: int, built: Path, folder: Path) -> int:
    """Publish in another process that is killed at step `number`; return 0 if there are fewer steps."""
    process = os.fork()
    if process == 0:
        with failing_at(number, lambda: os._exit(9)):
            publish(built, folder)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def test_the_first_publication_may_fail_too(built: Built, folder: Path) -> None:
    with failing_at(9, full_disk), pytest.raises(OSError, match="No space left"):
        publish(built(FIRST), folder)
    assert shown(folder) == FOREIGN
    assert not (folder / NAME).exists()


def test_what_cannot_be_put_back_is_kept_and_told(built: Built, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(built(FIRST), folder)
    real = Path.replace

    def fail_from_the_home_page_on(self: Path, target: Path) -> Path:
        if target.name == "index.html" or (folder / "index.html").read_text() == "home 2":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail_from_the_home_page_on)
    monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: full_disk())
    with pytest.raises(PublishError, match=r"what could not be put back is in .*hs-publishing-"):
        publish(built(SECOND), folder)
    (kept,) = folder.glob(".hs-publishing-*")
    assert "home 1" in [path.read_text() for path in (*kept.glob("*.old"), folder / "index.html")]


def test_without_hard_links_files_are_moved_aside(built: Built, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    publish(built(FIRST), folder)
    publish(built(SECOND), folder)
    assert shown(folder) == SECOND | KEPT | FOREIGN


def test_a_link_in_the_folder_is_replaced_and_not_followed(built: Built, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.html").write_text("outside")
    (folder / "index.html").symlink_to("../outside.html")
    publish(built(FIRST), folder)
    assert shown(folder) == FIRST | FOREIGN
    assert (tmp_path / "outside.html").read_text() == "outside"


@pytest.mark.parametrize("path", ["index.html", "a/index.html", NAME])
def test_a_folder_in_the_way_is_named(path: str, built: Built, folder: Path) -> None:
    (folder / path / "inner").mkdir(parents=True)
    with pytest.raises(PublishError, match=f"{path} is a folder, and the site has a file of that name"):
        publish(built(FIRST), folder)
    assert shown(folder) == FOREIGN


def test_a_file_in_the_way_is_named(built: Built, folder: Path) -> None:
    (folder / "a").write_text("a file")
    with pytest.raises(PublishError, match="a is not a folder, and the site has a folder of that name"):
        publish(built(FIRST), folder)
    assert shown(folder) == FOREIGN | {"a": "a file"}


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


def modes(folder: Path) -> set[int]:
    ours = [folder / path for path in FIRST if (folder / path).exists()]
    return {stat.S_IMODE(path.stat().st_mode) for path in ours}


def test_everybody_may_read_new_pages_whatever_the_umask_says(
    built: Built, folder: Path, umask: Callable[[int], int]
) -> None:
    umask(0o077)
    publish(built(FIRST), folder)
    assert modes(folder) == {0o644}
    assert stat.S_IMODE((folder / "a").stat().st_mode) == stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_a_site_that_is_closed_stays_closed(built: Built, folder: Path, umask: Callable[[int], int]) -> None:
    publish(built(FIRST), folder)
    for path in FIRST:
        (folder / path).chmod(0o600)
    folder.chmod(0o700)
    publish(built(SECOND), folder)
    assert {stat.S_IMODE((folder / path).stat().st_mode) for path in SECOND} == {0o600}
    assert stat.S_IMODE((folder / "new").stat().st_mode) == 0o700


def test_the_group_of_the_folder_goes_on_to_new_folders(built: Built, folder: Path) -> None:
    folder.chmod(0o2775)
    publish(built(FIRST), folder)
    assert stat.S_IMODE((folder / "a").stat().st_mode) == 0o2775


@pytest.mark.parametrize("path", ["../outside", "/outside", "a/../../outside"])
def test_a_ledger_that_leads_outside_is_not_believed(path: str, built: Built, folder: Path) -> None:
    (folder / NAME).write_text(f'{{"finished": true, "files": {{"{path}": "0"}}, "kept": {{}}}}')
    assert read_ledger(folder) is None
    publish(built(FIRST), folder)
    assert shown(folder) == FIRST | FOREIGN
