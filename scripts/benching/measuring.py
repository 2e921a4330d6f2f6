"""Running a command, and what it costs: wall time, processor time of all its processes, and memory."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from benching.memory import Memory, MemoryWatch

ERROR_LENGTH = 3_000
"""The number of characters shown from the end of what a failed command printed."""


@dataclass(frozen=True, slots=True)
class Run:
    """The cost of one run; `processors` are the seconds of all processes, in the program and in the system."""

    seconds: float
    processors: float
    memory: Memory = field(default_factory=Memory)

    def then(self, other: "Run") -> "Run":
        """Return the cost of two runs, one after the other."""
        memory = self.memory.or_higher(other.memory)
        return Run(self.seconds + other.seconds, self.processors + other.processors, memory)


def measured(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command in `folder`, and return what it cost with all processes that it waited for."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile() as printed:
        begun = monotonic()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=printed, stderr=printed)
        watch = MemoryWatch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        memory = watch.stop()
        if process.returncode:
            printed.seek(0)
            said = printed.read().decode("utf-8", "replace")[-ERROR_LENGTH:]
            raise SystemExit(f"{' '.join(map(str, command))} failed:\n{said}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, memory)
