"""The parts of an entry that have an address of their own: its claims and its sources."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from handbook import addresses, depth
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, id_of_claim
from handbook.model.entry import EntryShape
from handbook.model.fields import Shape
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.technology import Alternative, Technology

ANCHORS: Mapping[type[EntryShape], Mapping[str, str]] = {
    CaseStudy: {"questions": "question"},
    Technology: {
        "solves": "solves", "how_it_works": "how-it-works", "excels": "excels", "fails": "fails",
        "alternatives": "alternative", "status": "status", "sources": "source",
    },
    Pattern: {
        "problem": "problem", "solution": "solution", "principle": "principle", "use_when": "use-when",
        "avoid_when": "avoid-when", "costs": "cost", "variants": "variant", "sources": "source",
    },
    Organisation: {"status": "status", "sources": "source"},
}  # fmt: skip
"""The fields that hold such parts, each with the first word of their anchors; those of claims are in the model."""


class Addressed(NamedTuple):
    """A part with an address. `key` names it within the entry: `figure:requests`, or `solves` if there is only one."""

    key: str
    url: str
    part: Shape


def addressed(entry: Entry[Any]) -> Iterator[Addressed]:
    """Yield all parts of `entry` that have an address, which begins at the site root."""
    page, data = addresses.page(entry.kind, entry.id), entry.data
    if isinstance(data, CaseStudy):
        yield from _of_case(page, data)
    for field, kind in ANCHORS.get(type(data), {}).items():
        value = getattr(data, field)
        for part in value if isinstance(value, tuple) else [value] if value else []:
            name = _id(part)
            anchor, key = (addresses.anchor(kind, name), f"{kind}:{name}") if name else (kind, kind)
            yield Addressed(key, f"{page}#{anchor}", part)


def _of_case(page: str, case: CaseStudy) -> Iterator[Addressed]:
    """Yield the claims of a case study, and its sources, which are on its evidence page."""
    for kind, claims in case.claims().items():
        for claim in claims:
            name = id_of_claim(claim)
            yield Addressed(f"{kind}:{name}", page + depth.beside(case, kind, name), claim)
    for source in case.sources:
        beside = addresses.evidence_beside(addresses.anchor("source", source.id))
        yield Addressed(f"source:{source.id}", page + beside, source)


def _id(part: Any) -> str:
    """Return the id of a part, or an empty string if it is the only one of its kind."""
    return part.technology if isinstance(part, Alternative) else getattr(part, "id", "")
