"""`make links`, against a server of the test that fails as servers do."""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from handbook.library import Library
from handbook.problem import Problem

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

from linking.asking import AGENT, NO_HOST, Answer, Asker
from linking.places import Written, written
from linking.record import Record
from links import Errand, ask_all, problems_of

TODAY = date(2026, 11, 30)
COPY = "http://web.archive.org/web/20130510000000/https://blog.example.com/how"


class Web(ThreadingHTTPServer):
    """A server with addresses that fail, and the requests that it got."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[tuple[str, str, str]] = []
        self.hang = Event()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def methods(self, path: str) -> list[str]:
        return [method for method, asked, _ in self.asked if asked == path]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that left."""


class Answers(BaseHTTPRequestHandler):
    """Answers by path."""

    server: Web

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    def do_GET(self) -> None:
        self._answer("GET")

    def _answer(self, method: str) -> None:
        path, web = self.path.partition("?")[0], self.server
        web.asked.append((method, path, self.headers["User-Agent"]))
        times = len(web.methods(path))
        if path == "/hangs":
            web.hang.wait(5)
        status, headers = {
            "/gone": (404, {}),
            "/never-again": (410, {}),
            "/no-head": (405 if method == "HEAD" else 200, {}),
            "/busy": (429 if times == 1 else 200, {"Retry-After": "7"}),
            "/always-busy": (429, {"Retry-After": "9999"}),
            "/shaken": (503 if times == 1 else 200, {}),
            "/forbidden": (403, {}),
            "/old": (301, {"Location": "/older"}),
            "/older": (308, {"Location": "/new#part"}),
            "/for-now": (302, {"Location": "/new"}),
            "/loop": (302, {"Location": "/loop"}),
            "/lost": (301, {"Location": "/gone"}),
        }.get(path, (200, {}))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        body = json.dumps(copies()).encode() if path == "/available" else b"x" * 10
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if method == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


def copies() -> object:
    return {"archived_snapshots": {"closest": {"available": True, "url": COPY, "status": "200"}}}


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    server = Web()
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.hang.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds for which the code would have slept."""
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    return slept


@pytest.mark.parametrize(
    ("path", "answer", "methods"),
    [
        ("/there", Answer("there"), ["HEAD"]),
        ("/gone", Answer("gone", "it answers 404"), ["HEAD", "GET"]),
        ("/never-again", Answer("gone", "it answers 410"), ["HEAD", "GET"]),
        ("/no-head", Answer("there"), ["HEAD", "GET"]),
        ("/forbidden", Answer("unclear", "it answers 403"), ["HEAD", "GET"]),
        ("/shaken", Answer("there"), ["HEAD", "HEAD"]),
        ("/for-now", Answer("there"), ["HEAD"]),
    ],
)
def test_an_address_is_asked_with_head_and_then_with_get(
    path: str, answer: Answer, methods: list[str], web: Web, pauses: list[float]
) -> None:
    assert Asker().ask(web.url(path)) == answer
    assert web.methods(path) == methods
    assert {agent for _, asked, agent in web.asked if asked == path} == {AGENT}


def test_an_address_has_moved_only_if_every_hop_is_for_good(web: Web, pauses: list[float]) -> None:
    assert Asker().ask(web.url("/old")) == Answer("moved", "it has moved", web.url("/new#part"))
    assert Asker().ask(web.url("/lost")).state == "gone"
    assert Asker().ask(web.url("/loop")).state == "unclear"


def test_a_busy_server_is_asked_again_after_the_time_that_it_names(web: Web, pauses: list[float]) -> None:
    assert Asker().ask(web.url("/busy")) == Answer("there")
    assert 7 in pauses
    pauses.clear()
    assert Asker().ask(web.url("/always-busy")) == Answer("unclear", "it answers 429")
    assert max(pauses) == 120
    assert set(web.methods("/always-busy")) == {"HEAD"}


def test_a_server_that_does_not_answer_is_not_waited_for(web: Web, pauses: list[float]) -> None:
    assert Asker(timeout=0.1).ask(web.url("/hangs")).why == "it does not answer (ReadTimeoutError)"
    assert Asker(timeout=0.1).ask("http://127.0.0.1:9/").state == "unclear"
    assert Asker(timeout=0.1).ask("http://no-such-host.invalid/") == NO_HOST


def errand(file: Path, web: Web, pauses: list[float], today: date = TODAY) -> Errand:
    asker = Asker(timeout=1)
    return Errand(asker, Record(file), today, 2.5, web.url("/available"), pauses.append)


def test_an_interrupted_run_continues(web: Web, tmp_path: Path, pauses: list[float]) -> None:
    urls, file = {web.url(f"/page-{number}") for number in range(6)}, tmp_path / "cache" / "links.jsonl"

    def interrupt(line: str) -> None:
        if line.startswith("3 of 6"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask_all(urls, errand(file, web, pauses), interrupt)
    kept = file.read_text(encoding="utf-8")
    assert len(kept.splitlines()) == 3
    file.write_text(f'{kept}{{"url": "http://cut-o', encoding="utf-8")
    asked: list[str] = []
    ask_all(urls, errand(file, web, pauses), asked.append)
    assert [line.partition(":")[0] for line in asked] == ["1 of 3", "2 of 3", "3 of 3"]
    ask_all(urls, errand(file, web, pauses), asked.append)
    assert len(asked) == 3
    assert 2.5 in pauses


def test_answers_are_kept_for_a_time_that_depends_on_them(web: Web, tmp_path: Path) -> None:
    record = Record(tmp_path / "links.jsonl")
    record.add("http://a.example/", Answer("there"), TODAY)
    record.add("http://b.example/", Answer("gone", "it answers 404"), TODAY)
    record.add("http://c.example/", NO_HOST, TODAY)
    assert record.known("http://c.example/", TODAY) == NO_HOST
    again = Record(tmp_path / "links.jsonl")
    assert again.known("http://c.example/", TODAY) is None
    for days, states in ((0, ["there", "gone"]), (4, ["there", None]), (31, [None, None])):
        answers = [again.known(url, TODAY + timedelta(days)) for url in ("http://a.example/", "http://b.example/")]
        assert [answer and answer.state for answer in answers] == states


def test_a_host_gets_one_request_at_a_time(tmp_path: Path) -> None:
    open_now: Counter[str] = Counter()
    most: Counter[str] = Counter()

    class Counting(Asker):
        def ask(self, url: str) -> Answer:
            host = url.split("/")[2]
            open_now[host] += 1
            most[host] = max(most[host], open_now[host])
            time.sleep(0.001)
            open_now[host] -= 1
            if url.endswith("/7"):
                raise RuntimeError("a fault in the code")
            return Answer("there")

    urls = {f"http://host-{number % 20}.example/{number}" for number in range(100)}
    work = Errand(Counting(), Record(tmp_path / "links.jsonl"), TODAY, sleep=lambda seconds: None)
    ask_all(urls, work, lambda line: None)
    assert len(most) == 20
    assert set(most.values()) == {1}
    assert work.record.known("http://host-7.example/7", TODAY) == Answer("unclear", "it cannot be asked (RuntimeError)")
    assert all(work.record.known(url, TODAY) for url in urls)


def of(found: tuple[Written, ...], url: str) -> Written:
    return next(one for one in found if one.url == url)


def test_every_address_of_the_content_is_found_with_its_place(library: Library, sample: Path) -> None:
    found = tuple(written(library, ()))
    text = "".join(path.read_text(encoding="utf-8") for path in sample.rglob("*.yml"))
    assert {one.url for one in found} == set(re.findall(r"https?://[^\s\"',)}\]]+", text)) - {"https://example.org/law"}
    post = of(found, "https://blog.example.com/how")
    line = Path(post.entry.source.path).read_text(encoding="utf-8").splitlines()[post.problem("", "").line - 1]
    assert line.strip() == "url: https://blog.example.com/how"
    assert str(post.date) == "2013-05-10"
    assert {one.entry.kind for one in written(library, [sample / "patterns"])} == {"pattern"}


def test_dead_and_moved_addresses_are_printed_as_problems(
    library: Library, web: Web, tmp_path: Path, pauses: list[float]
) -> None:
    found, work = tuple(written(library, ())), errand(tmp_path / "links.jsonl", web, pauses)
    post, video = "https://blog.example.com/how", "https://video.example/1"
    work.record.add(post, Answer("gone", "it answers 404"), TODAY)
    work.record.add(video, Answer("moved", "it has moved", "https://video.example/2"), TODAY)
    work.record.add("https://queue.example/", Answer("unclear", "it answers 403"), TODAY)
    work.record.add("https://queue.example/manual", Answer("there"), TODAY)
    printed = {problem.rule: problem for problem in problems_of(found, work)}
    assert set(printed) == {"dead-link", "moved-link", "unanswered-link"}
    copy = COPY.replace("http:", "https:", 1)
    assert printed["dead-link"].message == f"{post}: it answers 404; add `archived: {copy}` after you have read it"
    assert printed["moved-link"].message == f"{video} has moved for good; write https://video.example/2"
    assert re.fullmatch(r".*/examplebook\.yml:\d+:\d+: .* \[dead-link\]", str(printed["dead-link"]))
    proposed = [problem for problem in problems_of(found, work, archive=True) if problem.rule == "archived-copy"]
    assert [Path(problem.path).name for problem in proposed] == ["sample-queue.yml"]


def test_without_the_archive_a_dead_address_comes_with_a_look_up(library: Library, tmp_path: Path) -> None:
    class Closed(Asker):
        def json(self, url: str) -> object:
            return None

    found = tuple(written(library, ()))
    work = Errand(Closed(), Record(tmp_path / "links.jsonl"), TODAY, sleep=lambda seconds: None)
    work.record.add("https://blog.example.com/how", Answer("gone", "it answers 404"), TODAY)
    (problem,) = problems_of(found, work)
    assert isinstance(problem, Problem)
    assert problem.message.endswith(
        "look for a copy at https://web.archive.org/web/20130510/https://blog.example.com/how"
    )
