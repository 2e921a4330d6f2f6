"""The record of what was asked: one line for each answer, written at once, so that an interruption loses nothing."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from linking.asking import NO_HOST, Answer

KEPT_FOR = {"there": 30, "moved": 30, "gone": 3, "unclear": 1}
"""After how many days an address is asked again, by state."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, and the day on which it came."""

    day: date
    answer: Answer


class Record:
    """The answers by address. The file has a line for each; the last one of an address counts."""

    def __init__(self, file: Path) -> None:
        """Read the file; a line that an interruption cut off is ignored."""
        self._file = file
        self._entries = dict(_read(file))
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, self._entries)

    def known(self, url: str, today: date) -> Answer | None:
        """Return the answer of an address, or None if it has to be asked."""
        entry = self._entries.get(url)
        if entry is None or today - entry.day > timedelta(days=KEPT_FOR[entry.answer.state]):
            return None
        return entry.answer

    def add(self, url: str, answer: Answer, today: date) -> None:
        """Keep an answer, in the file only if the fault cannot be that of this machine."""
        self._entries[url] = Kept(today, answer)
        if answer == NO_HOST:
            return
        with self._file.open("a", encoding="utf-8") as file:
            file.write(_line(url, self._entries[url]))


def _read(file: Path) -> Iterator[tuple[str, Kept]]:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            kept = json.loads(line)
            entry = Kept(date.fromisoformat(kept.pop("day")), Answer(kept["state"], kept["why"], kept["moved_to"]))
            if entry.answer.state in KEPT_FOR:
                yield kept["url"], entry


def _write(file: Path, entries: Mapping[str, Kept]) -> None:
    """Write the file with one line for each address, in one step."""
    new = file.with_suffix(".part")
    new.write_text("".join(_line(url, entry) for url, entry in entries.items()), encoding="utf-8")
    new.replace(file)


def _line(url: str, entry: Kept) -> str:
    kept = {"url": url, "day": entry.day.isoformat(), **asdict(entry.answer)}
    return json.dumps(kept, ensure_ascii=False) + "\n"
