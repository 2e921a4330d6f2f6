"""Detection of steps that only return an answer to a waiting caller."""

from collections.abc import Sequence

import pytest

from handbook.pictures.answers import answers
from handbook.pictures.lines import Connection


class Step(Connection):
    """A connection that has the attribute names of a step."""

    @property
    def to(self) -> str:
        return self.end


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ("a>b sync, b>a sync", {1}),
        ("a>b sync, b>c sync, c>a sync", {2}),
        ("a>b sync, b>c stream, c>a stream", {2}),
        ("a>b async, b>a sync", set()),
        ("a>b sync, b>c async, c>a sync", set()),
        ("a>b sync, b>a async", set()),
        ("a>a sync, a>b sync", set()),
        ("b>c stream, c>a stream", set()),
        ("a>b sync, b>a sync, a>b sync, b>a sync", {1, 3}),
    ],
)
def test_answers(steps: str, found: set[int]) -> None:
    assert answers(list(_steps(steps))) == found


def _steps(text: str) -> Sequence[Step]:
    return [Step(way[0], way[2], mode) for way, mode in (step.split() for step in text.split(", "))]
