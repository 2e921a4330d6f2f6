"""Steps that only return a response. A diagram omits them, because a call implies its response."""

from collections.abc import Sequence
from typing import Protocol

WAITING = ("sync", "stream")
"""The modes in which the caller waits for a response."""


class Handing(Protocol):
    """The attributes of a step that `answers` needs."""

    @property
    def start(self) -> str:
        """The component that starts the step."""

    @property
    def to(self) -> str:
        """The component that receives it."""

    @property
    def mode(self) -> str:
        """The mode of the step."""


def answers(steps: Sequence[Handing]) -> frozenset[int]:
    """Return the indices of the steps of a flow that return to a waiting caller."""
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
    """Return all components that a call from `start` has reached."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for name in calls.get(waiting.pop(), set()) - seen:
            seen.add(name)
            waiting.append(name)
    return seen
