"""Lessons with those that contradict them: each contradiction once, below the lesson that more of them contradict."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.collation import Order, name_order
from handbook.links import InCase, LessonId, Links, lesson_id
from handbook.model.case_study import Lesson

MOST_OTHERS = 10
"""How many lessons stand beside one; if more contradict it, it is repeated."""


@dataclass(frozen=True)
class Contested:
    """A lesson, and others that contradict it."""

    lesson: InCase[Lesson]
    others: tuple[InCase[Lesson], ...]

    @property
    def lessons(self) -> tuple[InCase[Lesson], ...]:
        """All lessons, the contested one first."""
        return (self.lesson, *self.others)

    @property
    def anchor(self) -> str:
        """The fragment of the contradiction."""
        return "-or-".join(f"{one.case.id}-{one.part.id}" for one in self.lessons[:2])

    @property
    def order(self) -> tuple[int, Order, str]:
        """The sort key: what more lessons contradict comes first."""
        return -len(self.others), name_order(self.lesson.case.data.name), self.lesson.part.id


def contested(links: Links) -> tuple[Contested, ...]:
    """Return all contradictions, those of several systems first."""
    groups: dict[LessonId, list[InCase[Lesson]]] = {}
    lessons = {}
    for pair in links.contradictions:
        one, other = sorted(pair, key=lambda side: (-len(links.lessons_against[lesson_id(side)]), _name(side)))
        lessons[lesson_id(one)] = one
        groups.setdefault(lesson_id(one), []).append(other)
    found = (part for name, others in groups.items() for part in _parts(lessons[name], sorted(others, key=_name)))
    return tuple(sorted(found, key=lambda each: each.order))


def _parts(lesson: InCase[Lesson], others: list[InCase[Lesson]]) -> Iterator[Contested]:
    for start in range(0, len(others), MOST_OTHERS):
        yield Contested(lesson, tuple(others[start : start + MOST_OTHERS]))


def _name(lesson: InCase[Lesson]) -> tuple[Order, str]:
    return name_order(lesson.case.data.name), lesson.part.id
