"""Reverse links: the case studies that use a technology, take a stance on a pattern or belong to an organisation."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy, Decision, Lesson, PatternUse, TechnologyUse
from handbook.model.pattern import Pattern
from handbook.model.technology import Technology

P = TypeVar("P", covariant=True)
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True)
class InCase(Generic[P]):
    """A part of a case study, with the case study."""

    case: Entry[CaseStudy]
    part: P


class LessonId(NamedTuple):
    """The address of a lesson: its case study and its id."""

    case_study: str
    lesson: str


Contradiction = tuple[InCase[Lesson], InCase[Lesson]]
"""Two lessons that contradict each other; at least one of them says so."""


class Feature(NamedTuple):
    """A feature that case studies can share: a stance on a pattern, or a technology with any stance."""

    kind: str
    name: str
    stance: str


@dataclass(frozen=True)
class Sharers:
    """The case studies that share a feature, in order, with the position of each."""

    names: tuple[str, ...]
    position: Mapping[str, int]

    def near(self, name: str, reach: int) -> tuple[str, ...]:
        """Return up to `reach` neighbours on each side of `name`, in time that does not depend on the total number."""
        here = self.position[name]
        return self.names[max(0, here - reach) : here] + self.names[here + 1 : here + 1 + reach]


@dataclass(frozen=True)
class Links:
    """The reverse links of a library. Keys are ids."""

    uses_of_technology: Mapping[str, tuple[InCase[TechnologyUse], ...]]
    uses_of_pattern: Mapping[str, tuple[InCase[PatternUse], ...]]
    decisions_on_technology: Mapping[str, tuple[InCase[Decision], ...]]
    decisions_on_pattern: Mapping[str, tuple[InCase[Decision], ...]]
    contradictions: tuple[Contradiction, ...]
    lessons_against: Mapping[LessonId, tuple[InCase[Lesson], ...]]
    cases_of_organisation: Mapping[str, tuple[Entry[CaseStudy], ...]]
    patterns_of_family: Mapping[str, tuple[Entry[Pattern], ...]]
    technologies_of_category: Mapping[str, tuple[Entry[Technology], ...]]
    technologies_for_pattern: Mapping[str, tuple[Entry[Technology], ...]]
    alternative_to: Mapping[str, tuple[Entry[Technology], ...]]
    pairs: tuple[tuple[str, str], ...]
    parts_of: Mapping[str, tuple[str, ...]]
    cases_sharing: Mapping[Feature, Sharers]


def link(library: Library) -> Links:
    """Return the reverse links of `library`, each in the order of the entries' ids."""
    cases = library.case_studies.values()
    technologies = library.technologies.values()
    decisions = [InCase(case, decision) for case in cases for decision in case.data.decisions]
    contradicting = contradictions(library)
    return Links(
        uses_of_technology=_group((u.technology, InCase(case, u)) for case in cases for u in case.data.technologies),
        uses_of_pattern=_group((use.pattern, InCase(case, use)) for case in cases for use in case.data.patterns),
        decisions_on_technology=_group((name, made) for made in decisions for name in made.part.technologies),
        decisions_on_pattern=_group((name, made) for made in decisions for name in made.part.patterns),
        contradictions=contradicting,
        lessons_against=_group((lesson_id(one), other) for pair in contradicting for one, other in (pair, pair[::-1])),
        cases_of_organisation=_group((case.data.organisation, case) for case in cases),
        patterns_of_family=_group((entry.data.family, entry) for entry in library.patterns.values()),
        technologies_of_category=_group((entry.data.category, entry) for entry in technologies),
        technologies_for_pattern=_group((name, entry) for entry in technologies for name in entry.data.patterns),
        alternative_to=_group((other.technology, entry) for entry in technologies for other in entry.data.alternatives),
        pairs=pairs(library),
        parts_of=_group((entry.data.parent, entry.id) for entry in library.organisations.values() if entry.data.parent),
        cases_sharing={
            feature: Sharers(names, {name: position for position, name in enumerate(names)})
            for feature, names in _group((feature, case.id) for case in cases for feature in features(case)).items()
        },
    )


def pairs(library: Library) -> tuple[tuple[str, str], ...]:
    """Return the pairs of technologies of which one names the other as an alternative, each once and in order."""
    technologies = library.technologies.values()
    named = ((entry.id, other.technology) for entry in technologies for other in entry.data.alternatives)
    return tuple(sorted({(min(one, other), max(one, other)) for one, other in named}))


def contradictions(library: Library) -> tuple[Contradiction, ...]:
    """Return the pairs of lessons of which one names the other as its contradiction, each once and in order."""
    cases = library.case_studies.values()
    lessons = {LessonId(case.id, part.id): InCase(case, part) for case in cases for part in case.data.lessons}
    others = ((name, other) for name, lesson in lessons.items() for other in lesson.part.against)
    named = ((name, LessonId(other.case_study, other.lesson)) for name, other in others)
    pairs = sorted({(min(pair), max(pair)) for pair in named if pair[1] in lessons})
    return tuple((lessons[one], lessons[other]) for one, other in pairs)


def lesson_id(lesson: InCase[Lesson]) -> LessonId:
    """Return the address of a lesson."""
    return LessonId(lesson.case.id, lesson.part.id)


def features(case: Entry[CaseStudy]) -> Iterator[Feature]:
    """Yield the features that a case study can share with others, each once."""
    technologies = (Feature("technology", use.technology, "") for use in case.data.technologies)
    patterns = (Feature("pattern", use.pattern, use.stance) for use in case.data.patterns)
    yield from dict.fromkeys((*technologies, *patterns))


def _group(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
