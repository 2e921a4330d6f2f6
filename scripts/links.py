"""Ask the addresses in the content whether they are still there, and print those that are not.

Each line has the form of a problem: `path:line:column: message [rule]`. Dead addresses come with an archived copy where
the Wayback Machine has one. `--archive` also proposes a copy for each source that names none. One host gets one request
at a time, with pauses; the answers are kept in `.cache/links.jsonl`, so that an interrupted run continues.

Exit status: 0 if no address is dead, 1 if some are, 2 for wrong usage, unreadable content or no network.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from urllib.parse import quote, urlsplit

from handbook.archive import look_up, stamp
from handbook.problem import Problem
from handbook.reading import read_library
from linking.asking import NO_HOST, Answer, Asker
from linking.places import Written, written
from linking.record import Record

CONTENT, RECORD = Path("content"), Path(".cache/links.jsonl")
AVAILABLE = "https://archive.org/wayback/available"
HOSTS, PAUSE = 8, 2.0
"""How many hosts are asked at the same time, and the seconds between two requests to one host."""
RULES = {"gone": "dead-link", "moved": "moved-link", "unclear": "unanswered-link"}


@dataclass(frozen=True)
class Errand:
    """What a run needs: whom to ask, how long to wait between requests to a host, where the archive answers."""

    asker: Asker
    record: Record
    today: date
    pause: float = PAUSE
    available: str = AVAILABLE
    sleep: Callable[[float], None] = time.sleep


def main() -> int:
    """Run the command."""
    arguments = _parse()
    library = read_library(CONTENT).library
    if library is None:
        print("The content cannot be read: run `make check`.", file=sys.stderr)
        return 2
    found = tuple(written(library, arguments.paths))
    errand = Errand(Asker(), Record(RECORD), datetime.now(UTC).date())
    try:
        ask_all({one.url for one in found}, errand, lambda line: print(line, file=sys.stderr, flush=True))
    except KeyboardInterrupt:
        print("Interrupted. The answers so far are kept: run the same command to continue.", file=sys.stderr)
        return 1
    if found and all(errand.record.known(one.url, errand.today) == NO_HOST for one in found):
        print("No host was found: is this machine connected to the network?", file=sys.stderr)
        return 2
    problems = tuple(problems_of(found, errand, arguments.archive))
    for problem in sorted(problems):
        print(problem)
    return int(any(problem.rule == "dead-link" for problem in problems))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Ask the addresses in the content whether they are still there.")
    parser.add_argument("paths", nargs="*", type=Path, help="ask only the addresses in these files or folders")
    parser.add_argument("--archive", action="store_true", help="propose archived copies of sources that name none")
    arguments = parser.parse_args()
    for path in arguments.paths:
        if not path.exists():
            parser.error(f"there is no {path}")
    return arguments


def ask_all(urls: Iterable[str], errand: Errand, report: Callable[[str], None]) -> None:
    """Ask all addresses without a recent answer: several hosts at the same time, one request at a time to each."""
    missing = sorted(url for url in urls if errand.record.known(url, errand.today) is None)
    if not missing:
        return
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in missing:
        by_host[urlsplit(url).netloc.lower()].append(url)
    hosts: SimpleQueue[list[str]] = SimpleQueue()
    answers: SimpleQueue[tuple[str, Answer]] = SimpleQueue()
    for urls_of_host in sorted(by_host.values(), key=len, reverse=True):
        hosts.put(urls_of_host)
    stop = Event()
    for _ in range(min(HOSTS, len(by_host))):
        Thread(target=_ask_hosts, args=(hosts, answers, errand, stop), daemon=True).start()
    try:
        for count in range(1, len(missing) + 1):
            url, answer = answers.get()
            errand.record.add(url, answer, errand.today)
            report(f"{count} of {len(missing)}: {url}")
    finally:
        stop.set()


def _ask_hosts(
    hosts: "SimpleQueue[list[str]]", answers: "SimpleQueue[tuple[str, Answer]]", errand: Errand, stop: Event
) -> None:
    """Ask one host after another; the thread is a daemon, so that nobody waits for it after an interruption."""
    with suppress(Empty):
        while True:
            for number, url in enumerate(hosts.get_nowait()):
                if number:
                    errand.sleep(errand.pause)
                if stop.is_set():
                    return
                answers.put((url, _answer(url, errand.asker)))


def _answer(url: str, asker: Asker) -> Answer:
    try:
        return asker.ask(url)
    except Exception as error:  # a fault at one address must not leave the others waiting
        return Answer("unclear", f"it cannot be asked ({type(error).__name__})")


def problems_of(found: Iterable[Written], errand: Errand, archive: bool = False) -> Iterator[Problem]:
    """Yield a problem for each address that is not there, and with `archive` for each source without a copy."""
    for one in found:
        answer = errand.record.known(one.url, errand.today)
        if answer is None:
            continue
        if answer.state in RULES:
            yield one.problem(_message(one, answer, errand), RULES[answer.state])
        elif archive and one.lacks_copy and (copy := _copy(one, errand)):
            yield one.problem(f"the Wayback Machine has a copy; add `archived: {copy}`", "archived-copy")


def _message(one: Written, answer: Answer, errand: Errand) -> str:
    if answer.state == "moved":
        return f"{one.url} has moved for good; write {answer.moved_to}"
    if answer.state == "unclear":
        return f"{one.url}: {answer.why}; open it in a browser, and report it only if it fails there too"
    if one.source and one.source.archived:
        return f"{one.url}: {answer.why}; the archived copy that the source names remains"
    if copy := _copy(one, errand):
        return f"{one.url}: {answer.why}; add `archived: {copy}` after you have read it"
    return f"{one.url}: {answer.why}; look for a copy at {look_up(one.url, one.date)}"


def _copy(one: Written, errand: Errand) -> str:
    """Return the archived copy nearest to the date of a source, or an empty string.

    See https://archive.org/help/wayback_api.php.
    """
    errand.sleep(errand.pause)
    query = f"{errand.available}?url={quote(one.url, safe='')}&timestamp={stamp(one.date)}"
    match errand.asker.json(query):
        case {"archived_snapshots": {"closest": {"available": True, "url": str(url)}}}:
            return url.replace("http://web.archive.org/", "https://web.archive.org/", 1)
    return ""


if __name__ == "__main__":
    sys.exit(main())
