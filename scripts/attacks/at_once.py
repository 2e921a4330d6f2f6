"""Concurrent builds, killed builds, and readers during a build."""

import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

from attacks.sites import add_foreign_files, dead_links, not_kept, not_whole, nothing_left
from attacks.trials import Attack, Promise, Trials, build, build_command, environment, published


def _builds_at_once(attack: Attack) -> Trials:
    for _ in range(attack.rounds):
        folder = attack.new_folder() / "site"
        folder.mkdir()
        add_foreign_files(folder)
        processes = []
        for project in attack.chance.sample(attack.projects, 2):
            processes.append(_start(project, folder))
            time.sleep(attack.chance.uniform(0, 0.3))
        outputs = [process.communicate()[0] for process in processes]
        failed = [output for process, output in zip(processes, outputs, strict=True) if process.returncode]
        yield (
            (f"a build failed: {failed[0]}" if failed else None)
            or not_whole(folder, *attack.sites)
            or not_kept(folder)
            or nothing_left(folder)
        )


def _start(project: Path, folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        build_command(folder), cwd=project, env=environment(), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def _killed_builds(attack: Attack) -> Trials:
    folder = attack.new_folder() / "site"
    build(attack.projects[0], folder)
    add_foreign_files(folder)
    for number in range(attack.rounds):
        project, site = attack.projects[(number + 1) % 2], attack.sites[(number + 1) % 2]
        _kill(project, folder, attack)
        fault = dead_links(folder) or not_kept(folder)
        done = build(project, folder)
        yield fault or published(done) or not_whole(folder, site) or not_kept(folder) or nothing_left(folder)


def _kill(project: Path, folder: Path, attack: Attack) -> None:
    """Kill a build at a random time, or soon after it has started to publish."""
    process = _start(project, folder)
    if attack.chance.random() < 0.5:
        time.sleep(attack.chance.uniform(0, 1.5))
    else:
        while process.poll() is None and not any(folder.glob(".hs-publishing-*")):
            time.sleep(0.0005)
        time.sleep(attack.chance.uniform(0, 0.03))
    process.send_signal(attack.chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)))
    process.communicate()


def _readers(attack: Attack) -> Trials:
    folder = attack.new_folder() / "site"
    build(attack.projects[0], folder)
    for number in range(attack.few):
        with _reader(folder, attack) as seen:
            done = build(attack.projects[(number + 1) % 2], folder)
        yield published(done) or (seen[0] if seen else None)


class _reader:  # noqa: N801  # reads like a function
    """Reads pages and their assets repeatedly, as a web server does, and collects faults."""

    def __init__(self, folder: Path, attack: Attack) -> None:
        self._folder, self._faults, self._end = folder, list[str](), Event()
        self._whole = [{page: (site / page).read_bytes() for page in _pages(site)} for site in attack.sites]
        self._thread = Thread(target=self._read)

    def __enter__(self) -> list[str]:
        self._thread.start()
        return self._faults

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _read(self) -> None:
        while not self._end.is_set():
            for page in self._whole[0]:
                try:
                    html = (self._folder / page).read_bytes()
                except OSError as error:
                    self._faults.append(f"{page}: {error}")
                    continue
                if html not in [site[page] for site in self._whole]:
                    self._faults.append(f"{page} is of neither site")


def _pages(site: Path) -> Iterator[str]:
    yield from (page.relative_to(site).as_posix() for page in site.rglob("*.html"))


PROMISES = (
    Promise("two builds into one folder take turns, and leave the whole site of one of them", _builds_at_once),
    Promise("a build that is killed breaks no page, and the next one publishes as if nothing had been", _killed_builds),
    Promise("a reader gets each page whole, old or new, while builds publish", _readers),
)
