"""Related case studies, with the reason why."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from handbook import addresses, wording
from handbook.library import Entry
from handbook.links import Feature, features
from handbook.model.case_study import CaseStudy
from handbook.views.context import Context, entry_name

MOST = 4
WINDOW = 10
"""How many neighbours on either side are looked at in the list of a shared entry, so that the cost stays linear."""


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """Another case study, and what it shares with this one."""

    name: str
    title: str
    url: str
    reason: str


def related_cases(context: Context, entry: Entry[CaseStudy]) -> tuple[RelatedCase, ...]:
    """Return the case studies that share most, what is rare counting more."""
    shared: dict[str, dict[str, float]] = defaultdict(dict)
    for name, weight, others in _shared(context, entry):
        for other in others:
            shared[other][name] = weight
    best = sorted(shared, key=lambda other: (-sum(shared[other].values()), other))[:MOST]
    return tuple(_related(context, other, shared[other]) for other in best)


def _related(context: Context, other: str, features: dict[str, float]) -> RelatedCase:
    case = context.library.case_studies[other]
    rarest = sorted(features, key=lambda name: (-features[name], name))[:3]
    more = len(features) - len(rarest)
    words = (*rarest, f"{more} more") if more else tuple(rarest)
    return RelatedCase(
        case.data.name, case.data.title, addresses.page("case-study", other), f"shares {wording.listing(words)}"
    )


def _shared(context: Context, entry: Entry[CaseStudy]) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """Yield what the case has, how rare that is, and some of the others that have it."""
    for feature in features(entry):
        sharers = context.links.cases_sharing[feature]
        rarity = log(1 + len(context.library.case_studies) / len(sharers.names))
        yield _name(context, feature), rarity, sharers.near(entry.id, WINDOW)


def _name(context: Context, feature: Feature) -> str:
    name = entry_name(context.library.of(feature.kind)[feature.name])
    if feature.kind == "technology":
        return name
    lowered = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    return lowered if feature.stance == "uses" else f"the refusal of {lowered}"
