"""Related case studies, with the reason why."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from handbook import addresses, wording
from handbook.library import Entry
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
    for name, weight, others in _features(context, entry):
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


def _features(context: Context, entry: Entry[CaseStudy]) -> Iterator[tuple[str, float, list[str]]]:
    links, library = context.links, context.library
    for name in dict.fromkeys(use.technology for use in entry.data.technologies):
        users = [use.case.id for use in links.uses_of_technology[name]]
        yield entry_name(library.technologies[name]), _rarity(users, library.case_studies), _neighbours(users, entry.id)
    for pattern, stance in dict.fromkeys((use.pattern, use.stance) for use in entry.data.patterns):
        users = [use.case.id for use in links.uses_of_pattern[pattern] if use.part.stance == stance]
        label = entry_name(library.patterns[pattern])
        name = label if stance == "uses" else f"the refusal of {label}"
        yield _lower_first(name), _rarity(users, library.case_studies), _neighbours(users, entry.id)


def _rarity(users: list[str], cases: object) -> float:
    return log(1 + len(cases) / len(set(users)))  # type: ignore[arg-type]


def _neighbours(users: list[str], own: str) -> list[str]:
    position = users.index(own)
    near = users[max(0, position - WINDOW) : position + WINDOW + 1]
    return [user for user in dict.fromkeys(near) if user != own]


def _lower_first(name: str) -> str:
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
