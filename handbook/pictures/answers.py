"""Steps that only give back what was asked for: a diagram leaves them out, since a call implies its answer."""

from collections.abc import Sequence
from typing import Protocol

WAITING = ("sync", "stream")
"""The modes in which a caller stays until something comes back."""


class Handing(Protocol):
    """What is asked of a step."""

    @property
    def start(self) -> str:
        """Who acts."""

    @property
    def to(self) -> str:
        """Who receives."""

    @property
    def mode(self) -> str:
        """How."""


def answers(steps: Sequence[Handing]) -> frozenset[int]:
    """Return the numbers, from 0, of the steps of a flow that run back to a caller who waits."""
    found: set[int] = set()
    calls: dict[str, set[str]] = {}
    for number, step in enumerate(steps):
        if step.mode not in WAITING or step.start == step.to:
            continue
        if step.start in _reached(calls, step.to):
            found.add(number)
        else:
            calls.setdefault(step.start, set()).add(step.to)
    return frozenset(found)


def _reached(calls: dict[str, set[str]], start: str) -> set[str]:
    """Return everyone whom a call of `start` has reached."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for name in calls.get(waiting.pop(), set()) - seen:
            seen.add(name)
            waiting.append(name)
    return seen
