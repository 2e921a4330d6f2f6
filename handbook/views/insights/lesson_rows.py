"""A lesson in a list, and a lesson beside those that contradict it, with the conditions of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses
from handbook.context import Link
from handbook.faces import Casebook, Headline
from handbook.links import InCase
from handbook.model.case_study import Lesson
from handbook.text import first_sentence
from handbook.views.insights.contested import Contested
from handbook.views.insights.named import KINDS_NAMED, Names


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson in a list. `gist` is the first sentence of its reason, `against` leads to its contradictions."""

    anchor: str
    system: Link
    lesson: Markup
    gist: Markup
    url: str
    against: tuple[Link, ...]
    facets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LessonSide:
    """One of several contradicting lessons, with the period and the scale of its system."""

    system: Link
    theme: str
    lesson: Markup
    because: Markup
    url: str
    period: str
    number: Headline | None


@dataclass(frozen=True, slots=True)
class ContradictionRow:
    """A lesson, and others that contradict it."""

    anchor: str
    lesson: LessonSide
    others: tuple[LessonSide, ...]
    facets: Mapping[str, str]


def lesson_row(book: Casebook, names: Names, lesson: InCase[Lesson], against: tuple[Link, ...]) -> LessonRow:
    """Return a lesson in a list."""
    told = lesson.part
    return LessonRow(
        anchor=f"{lesson.case.id}-{addresses.anchor('lesson', told.id)}",
        system=book.link("case-study", lesson.case.id),
        lesson=book.html(told.lesson),
        gist=book.html(first_sentence(told.because)),
        url=addresses.claim(lesson.case.id, "lesson", told.id),
        against=against,
        facets=_facets(names, (lesson,)),
    )


def contradiction_row(book: Casebook, names: Names, each: Contested) -> ContradictionRow:
    """Return a lesson beside those that contradict it."""
    others = tuple(_side(book, lesson) for lesson in each.others)
    return ContradictionRow(each.anchor, _side(book, each.lesson), others, _facets(names, each.lessons))


def _side(book: Casebook, lesson: InCase[Lesson]) -> LessonSide:
    face = book.face("case-study", lesson.case.id)
    told = lesson.part
    return LessonSide(
        system=face.link,
        theme=book.term("themes", told.theme).name,
        lesson=book.html(told.lesson),
        because=book.html(told.because),
        url=addresses.claim(lesson.case.id, "lesson", told.id),
        period=face.period,
        number=face.number,
    )


def _facets(names: Names, lessons: Iterable[InCase[Lesson]]) -> dict[str, str]:
    """Return the values of the facets of one or several lessons, each value once."""
    told = tuple(lessons)
    named = sorted({address for lesson in told for address in names.of(lesson)})
    values = {
        "theme": [lesson.part.theme for lesson in told],
        "system": [lesson.case.id for lesson in told],
        **{kind: [name for of, name in named if of == kind] for kind in KINDS_NAMED},
    }
    return {facet: " ".join(dict.fromkeys(found)) for facet, found in values.items()}
