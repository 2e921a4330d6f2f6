"""Attacks on `mkdocs serve`: edits faster than builds, and broken files."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from attacks.trials import EDITED, WORDS, Attack, Promise, Trials, environment, replace

PAGE = "how-it-scaled/patterns/batching/"
EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")
PATIENCE = 600
"""The number of times that a page is checked before it counts as wrong."""
GROWTH = 1.25
"""The factor by which the memory may grow before it settles."""


@dataclass(frozen=True)
class Server:
    """A running `mkdocs serve`."""

    process: "subprocess.Popen[bytes]"
    project: Path
    address: str
    log: Path

    def page(self) -> str | None:
        """Return the current page, or None if the server does not answer or has no page."""
        try:
            with urlopen(self.address + PAGE) as answer:
                return str(answer.read().decode())
        except (URLError, HTTPError, ConnectionError):
            return None

    def shows(self, words: str) -> bool:
        """Wait until the page contains `words`; return False on timeout, or if the server ends."""
        for _ in range(PATIENCE):
            if self.process.poll() is not None:
                return False
            if words in (self.page() or ""):
                return True
            time.sleep(0.1)
        return False

    def memory(self) -> int:
        """Return the memory of the process in KB, or 0 if it is not known."""
        status = Path(f"/proc/{self.process.pid}/status")
        found = re.search(r"VmRSS:\s*(\d+)", status.read_text()) if status.exists() else None
        return int(found[1]) if found else 0


@contextmanager
def serving(project: Path) -> Iterator[Server]:
    """Serve a project on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = project.parent / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=project, env=environment(), stdout=output, stderr=output)
    try:
        yield Server(process, project, f"http://127.0.0.1:{port}/", log)
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Interrupt a process as Ctrl+C does; kill it if it ignores that."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def break_yaml(project: Path) -> None:
    file = project / EDITED
    file.write_text(file.read_text().replace("name: ", "name: [", 1))


def break_a_reference(project: Path) -> None:
    file = project / EDITED
    file.write_text(file.read_text().replace("family: queues", "family: quees"))


def empty_a_file(project: Path) -> None:
    (project / EDITED).write_bytes(b"")


def delete_a_file(project: Path) -> None:
    (project / EDITED).unlink()


def rename_a_file(project: Path) -> None:
    (project / EDITED).rename(project / "content" / "patterns" / "another-name.yml")


def move_the_content_away(project: Path) -> None:
    (project / "content").rename(project / "away")
    time.sleep(1)


def put_a_link_to_itself(project: Path) -> None:
    (project / "content" / "patterns" / "loop").symlink_to(".")
    (project / "content" / "loop.yml").symlink_to("loop.yml")


def break_a_template(project: Path) -> None:
    file = project / "handbook" / "templates" / "pattern.html"
    file.write_text("{{ page.nothing }}" + file.read_text())


def break_a_page(project: Path) -> None:
    (project / "docs" / "contribute" / "index.md").unlink()


def break_the_settings(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [")


def take_away_a_style(project: Path) -> None:
    (project / "docs" / "assets" / "css" / "text.css").unlink()


BREAKS: tuple[Callable[[Path], None], ...] = (
    break_yaml, break_a_reference, empty_a_file, delete_a_file, rename_a_file, move_the_content_away,
    put_a_link_to_itself, break_a_template, break_a_page, break_the_settings, take_away_a_style,
)  # fmt: skip
GONE = (delete_a_file, rename_a_file)
"""What takes a page away on purpose: it is gone, and the entries that name it are shown without it."""


def _rapid_edits(attack: Attack) -> Trials:
    project = attack.new_project()
    whole = _copies(project)
    with serving(project) as server:
        if not server.shows("Carry several"):
            yield f"it does not serve: {server.log.read_text()}"
            return
        early = server.memory()
        for number in range(attack.rounds):
            attack.chance.choice(BREAKS)(project)
            time.sleep(attack.chance.choice((0, 0.05, 0.3, 1.5)))
            _restore(project, whole)
            replace(project / EDITED, WORDS, f"what: Carry {number} writes at once.")
            time.sleep(attack.chance.choice((0, 0.05, 0.3, 1.5)))
            early = server.memory() if number == attack.rounds // 4 else early
        shown = server.shows(f"Carry {attack.rounds - 1} writes")
        log, late = server.log.read_text(), server.memory()
        yield None if shown else f"the page is not that of the last edit: {log[-2000:]}"
        yield "a traceback was printed" if "Traceback" in log else None
        yield f"memory grew from {early} to {late} KB" if late > early * GROWTH else None


def _copies(project: Path) -> Path:
    """Copy the files that edits may break."""
    whole = project.parent / "whole"
    whole.mkdir()
    for name in ("content", "docs", "handbook/templates"):
        shutil.copytree(project / name, whole / name)
    shutil.copy(project / "mkdocs.yml", whole)
    return whole


def _restore(project: Path, whole: Path) -> None:
    """Restore the files that an edit has broken, one at a time, as an editor does."""
    shutil.rmtree(project / "away", ignore_errors=True)
    wanted = {path.relative_to(whole) for path in whole.rglob("*") if path.is_file()}
    for name in ("content",):
        for path in [path for path in (project / name).rglob("*") if path.is_symlink() or path.is_file()]:
            if path.relative_to(project) not in wanted:
                path.unlink()
    for path in wanted:
        if not (project / path).exists() or (project / path).read_bytes() != (whole / path).read_bytes():
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(whole / path, project / path)


def _broken_states(attack: Attack) -> Trials:
    """Break one thing at a time: the last good page must stay until it is fixed, then the new page must appear."""
    project = attack.new_project()
    whole = _copies(project)
    with serving(project) as server:
        server.shows("Carry several")
        for number, break_something in enumerate(attack.some(BREAKS)):
            before = server.log.read_text()
            break_something(project)
            _wait_for_a_build(server, before)
            page = server.page() or ""
            _restore(project, whole)
            replace(project / EDITED, WORDS, f"what: Carry {number} writes at once.")
            fault = None if "Carry" in page or break_something in GONE else "the last good page was gone"
            fault = fault or (None if server.shows(f"Carry {number} writes") else "the fixed page did not come")
            log = server.log.read_text()[len(before) :]
            fault = fault or ("a traceback was printed" if "Traceback" in log else None)
            yield f"{break_something.__name__}: {fault}: {log[-2000:]}" if fault else None


def _wait_for_a_build(server: Server, log: str) -> None:
    for _ in range(PATIENCE):
        new = server.log.read_text()[len(log) :]
        if "Reloading browsers" in new:
            return
        time.sleep(0.1)


PROMISES = (
    Promise("while anything is broken the last good page stays, and comes back when it is fixed", _broken_states),
    Promise("rapid edits end with the right page, and memory does not grow", _rapid_edits),
)
