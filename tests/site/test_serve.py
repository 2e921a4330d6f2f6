"""`mkdocs serve` shows changes, lists mistakes with their places, and keeps running."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from handbook import policy

LayOut = Callable[..., Path]
PAGE = "how-it-scaled/patterns/batching/"
EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")
POLLS = 5
"""The number of live-reload requests before giving up; the server answers each after a minute without a change."""


@dataclass(frozen=True)
class Server:
    """A running `mkdocs serve`."""

    process: "subprocess.Popen[bytes]"
    project: Path
    address: str
    log: Path

    @property
    def output(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def page(self) -> str:
        """Return the current HTML of the page."""
        with urlopen(self.address + PAGE) as answer:
            return str(answer.read().decode())

    def change(self, path: str, old: str, new: str) -> None:
        """Change a file, and wait until the server tells browsers to reload."""
        text = (self.project / path).read_text(encoding="utf-8")
        assert old in text
        changed = text.replace(old, new, 1)
        self.wait_for_a_reload(lambda: (self.project / path).write_text(changed, encoding="utf-8"))

    def wait_for_a_reload(self, change: Callable[[], object]) -> None:
        """Call `change`, and wait until the server tells browsers to reload."""
        epoch, request = EPOCH.findall(self.page())[0]
        change()
        assert any(self._epoch(f"{epoch}/{request}") > int(epoch) for _ in range(POLLS)), self.output

    def _epoch(self, seen: str) -> int:
        with urlopen(f"{self.address}livereload/{seen}") as answer:
            return int(answer.read())


@pytest.fixture
def server(lay_out: LayOut, tmp_path: Path) -> Iterator[Server]:
    """Serve the sample handbook on a free port until the test ends."""
    project, port = lay_out("project"), free_port()
    with (tmp_path / "log").open("wb") as log:
        process = start(project, port, log)
    running = Server(process, project, f"http://127.0.0.1:{port}/", tmp_path / "log")
    try:
        assert answers_or_ends(process, running.address + PAGE), running.output
        yield running
    finally:
        stop(process)


def start(project: Path, port: int, log: object) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(project.parent)}
    return subprocess.Popen(command, cwd=project, env=variables, stdout=log, stderr=log)  # type: ignore[call-overload]


def stop(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers_or_ends(process: "subprocess.Popen[bytes]", address: str) -> bool:
    """Wait until the server answers (return True) or its process ends (return False)."""
    while process.poll() is None:
        try:
            with urlopen(address):
                return True
        except URLError:
            time.sleep(0.1)
    return False


def test_a_change_shows_after_one_reload(server: Server) -> None:
    file = "content/patterns/batching.yml"
    assert "Carry several writes at once." in server.page()
    server.change(file, "what: Carry several writes at once.", "what: Carry many writes in one go.")
    assert "Carry many writes in one go." in server.page()
    assert "Traceback" not in server.output


def test_the_policy_lets_mkdocs_reload_pages(server: Server) -> None:
    assert policy.policy_while_serving() in server.page()


def test_a_mistake_is_listed_and_the_last_good_page_stays(server: Server) -> None:
    file = "content/patterns/batching.yml"
    server.change(file, "family: queues", "family: quees")
    assert "The content has 1 problem:\ncontent/patterns/batching.yml:3:9: `quees` is not one of" in server.output
    assert "Carry several writes at once." in server.page()
    server.change(file, "what: Carry", "what: [Carry")
    assert "content/patterns/batching.yml:5:7: this bracket is never closed" in server.output
    assert "Carry several writes at once." in server.page()
    server.change(
        file, "family: quees\nis_choice: true\nwhat: [Carry", "family: caching\nis_choice: true\nwhat: Do carry"
    )
    assert "Do carry several writes at once." in server.page()
    assert "Traceback" not in server.output


def test_the_same_mistake_is_told_each_time(server: Server) -> None:
    file, mistake = "content/patterns/batching.yml", "content/patterns/batching.yml:3:9: `quees` is not one of"
    for times in (1, 2):
        server.change(file, "family: queues", "family: quees")
        assert server.output.count(mistake) == times
        server.change(file, "family: quees", "family: queues")


def test_a_fault_of_the_code_is_told_as_one_and_the_last_good_page_stays(server: Server) -> None:
    template = "handbook/templates/pattern.html"
    server.change(template, '<h1 id="title">', '<h1 id="title">{{ page.nothing }}')
    assert "Batching" in server.page()
    assert re.search(rf"ERROR.*{template}:\d+: UndefinedError: .* has no attribute 'nothing'\n", server.output)
    assert "This is a fault of the generator's code, not of the content" in server.output
    assert "Carry several writes at once." in server.page()
    server.change(template, "{{ page.nothing }}", "Now: ")
    assert '<h1 id="title">Now: ' in server.page()
    assert "Traceback" not in server.output


def test_settings_that_cannot_be_read_are_told_and_the_last_good_page_stays(server: Server) -> None:
    server.change("mkdocs.yml", "INHERIT: base.yml", "INHERIT: [base.yml")
    assert "error parsing the configuration file" in server.output
    assert "fault of the generator's code" not in server.output
    assert "Carry several writes at once." in server.page()
    server.change("mkdocs.yml", "[base.yml", "base.yml")
    server.change("content/patterns/batching.yml", "what: Carry several", "what: Carry many")
    assert "Carry many writes at once." in server.page()


def test_content_that_is_moved_away_and_back_is_watched_again(server: Server) -> None:
    content, away = server.project / "content", server.project / "away"
    server.wait_for_a_reload(lambda: content.rename(away))
    assert "content' isn't an existing file or directory" in server.output
    assert "Carry several writes at once." in server.page()
    server.wait_for_a_reload(lambda: away.rename(content))
    server.change("content/patterns/batching.yml", "what: Carry several", "what: Carry many")
    assert "Carry many writes at once." in server.page()


def test_a_link_to_itself_below_the_content_is_told(server: Server) -> None:
    folder = server.project / "content" / "patterns"
    (folder / "here").symlink_to(".")
    server.wait_for_a_reload(lambda: (folder / "there").symlink_to("."))
    assert "content/patterns/there:1:1: this is a link" in server.output
    assert "Carry several writes at once." in server.page()
    (folder / "here").unlink()
    server.wait_for_a_reload((folder / "there").unlink)
    server.change("content/patterns/batching.yml", "what: Carry several", "what: Carry many")
    assert "Carry many writes at once." in server.page()


def test_a_change_of_the_generator_asks_for_a_restart(server: Server) -> None:
    assert "restart `make serve`" not in server.output
    server.change("handbook/addresses.py", '"""The addresses of all pages', '"""The addresses of the pages')
    assert "The generator's Python code has changed: restart `make serve` to see it work." in server.output


def test_a_change_of_a_template_shows_without_a_restart(server: Server) -> None:
    server.change("handbook/templates/pattern.html", "hs-kicker", "hs-kicker hs-kicker--new")
    assert "hs-kicker--new" in server.page()
    assert "restart `make serve`" not in server.output


def test_serving_begins_with_mistakes_and_lists_them_until_they_are_corrected(lay_out: LayOut, tmp_path: Path) -> None:
    project, port = lay_out("project"), free_port()
    file = project / "content" / "patterns" / "batching.yml"
    good = file.read_text(encoding="utf-8")
    file.write_text("name: [x", encoding="utf-8")
    with (tmp_path / "log").open("wb") as log:
        process = start(project, port, log)
    server = Server(process, project, f"http://127.0.0.1:{port}/", tmp_path / "log")
    try:
        assert answers_or_ends(process, server.address + PAGE), server.output
        assert server.page().count("<code>content/patterns/batching.yml:1</code>") == 2  # the panel, and the page
        server.wait_for_a_reload(lambda: file.write_text(good, encoding="utf-8"))
        assert "hs-problems" not in server.page()
        assert "Carry several writes at once." in server.page()
    finally:
        stop(process)
    assert "content/patterns/batching.yml:1:7: this bracket is never closed" in server.output
    assert "Traceback" not in server.output
