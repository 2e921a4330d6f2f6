"""The memory of a running command and of all processes that it started, from /proc; elsewhere than on Linux, zero."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import thread_time

PROCESSES = Path("/proc")
SECONDS = 0.2
"""The time between two samples."""
SHARE = 20
"""A sample may take one part in so many of the time, because reading the memory of a process stops it."""
PAGEFIND = "pagefind"
KILOBYTES = 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """Peaks in MB: of all processes together, of those that are not Pagefind, and of Pagefind."""

    together: float = 0
    without_pagefind: float = 0
    pagefind: float = 0

    def or_higher(self, other: "Memory") -> "Memory":
        """Return the higher of each two peaks."""
        return Memory(
            max(self.together, other.together),
            max(self.without_pagefind, other.without_pagefind),
            max(self.pagefind, other.pagefind),
        )


class MemoryWatch:
    """A thread that looks at a process and its descendants until it is told to stop."""

    def __init__(self, root: int) -> None:
        """Start to watch the process `root`."""
        self._root, self._ended, self._peak = root, Event(), Memory()
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> Memory:
        """Return the peaks."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        wait = 0.0
        while not self._ended.wait(wait):
            begun = thread_time()
            self._peak = self._peak.or_higher(_now(self._root))
            wait = max(SECONDS, SHARE * (thread_time() - begun))


def _now(root: int) -> Memory:
    """Return the memory at this moment. Pages that several processes share are counted once (PSS)."""
    ours, pagefind = 0.0, 0.0
    for process, name in _family(root, _processes()):
        if name.startswith(PAGEFIND):
            pagefind += _megabytes(process)
        else:
            ours += _megabytes(process)
    return Memory(ours + pagefind, ours, pagefind)


def _processes() -> dict[int, tuple[int, str]]:
    """Return the parent and the name of each process."""
    return {int(path.name): found for path in PROCESSES.glob("[0-9]*") if (found := _parent_and_name(path))}


def _parent_and_name(process: Path) -> tuple[int, str] | None:
    try:
        line = (process / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:  # it has ended
        return None
    name, _, rest = line.partition("(")[2].rpartition(")")
    return int(rest.split()[1]), name


def _family(root: int, processes: Mapping[int, tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield a process and its descendants with their names."""
    for process, (parent, name) in processes.items():
        if process == root:
            yield process, name
        elif parent == root:
            yield from _family(process, processes)


def _megabytes(process: int) -> float:
    try:
        text = (PROCESSES / str(process) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) * KILOBYTES / 1e6 for line in text.splitlines() if line.startswith("Pss:")), 0)
