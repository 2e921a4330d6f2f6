"""Related case studies, each with the reason."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from handbook import wording
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.links import Feature, features
from handbook.model.case_study import CaseStudy

MOST = 4
WINDOW = 10
"""The number of neighbours considered on each side in the list of a shared feature, so that the cost stays linear."""


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """Another case study, and the features that it shares with this one."""

    face: Face
    reason: str


def related_cases(book: Casebook, entry: Entry[CaseStudy]) -> tuple[RelatedCase, ...]:
    """Return the case studies that share the most features, weighted by rarity."""
    shared: dict[str, dict[str, float]] = defaultdict(dict)
    for name, weight, others in _shared(book, entry):
        for other in others:
            shared[other][name] = weight
    best = sorted(shared, key=lambda other: (-sum(shared[other].values()), other))[:MOST]
    return tuple(RelatedCase(book.face("case-study", other), _reason(shared[other])) for other in best)


def _reason(features: dict[str, float]) -> str:
    rarest = sorted(features, key=lambda name: (-features[name], name))[:3]
    more = len(features) - len(rarest)
    return f"shares {wording.listing((*rarest, f'{more} more') if more else tuple(rarest))}"


def _shared(book: Casebook, entry: Entry[CaseStudy]) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """Yield each feature of the case with its weight and some of the other cases that have it."""
    for feature in features(entry):
        sharers = book.links.cases_sharing[feature]
        rarity = log(1 + len(book.library.case_studies) / len(sharers.names))
        yield _name(book, feature), rarity, sharers.near(entry.id, WINDOW)


def _name(book: Casebook, feature: Feature) -> str:
    name = book.face(feature.kind, feature.name).name
    if feature.kind == "technology":
        return name
    lowered = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    return lowered if feature.stance == "uses" else f"the refusal of {lowered}"
