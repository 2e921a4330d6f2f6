"""The parts of an entry that have an address of their own: its claims and its sources."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from handbook import addresses, depth
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, id_of_claim
from handbook.model.entry import EntryShape
from handbook.model.evidence import Source
from handbook.model.fields import Shape
from handbook.model.organisation import Organisation
from handbook.model.pattern import Pattern
from handbook.model.technology import Alternative, Technology

ANCHORS: Mapping[type[EntryShape], Mapping[str, str]] = {
    CaseStudy: {"questions": "question"},
    Technology: {
        "solves": "solves", "how_it_works": "how-it-works", "excels": "excels", "fails": "fails",
        "alternatives": "alternative", "status": "status",
    },
    Pattern: {
        "problem": "problem", "solution": "solution", "principle": "principle", "use_when": "use-when",
        "avoid_when": "avoid-when", "costs": "cost", "variants": "variant",
    },
    Organisation: {"status": "status"},
}  # fmt: skip
"""The fields that hold such parts, each with the first word of their anchors. `CaseStudy.claims` has others."""


class Addressed(NamedTuple):
    """A part with an address. `key` names it within the entry: `figure:requests`, or `solves` if there is only one."""

    key: str
    url: str
    part: Shape


def addressed(entry: Entry[EntryShape]) -> Iterator[Addressed]:
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
    for source in entry.sources:
        yield Addressed(f"source:{source.id}", address_of_source(entry, source), source)


def address_of_source(entry: Entry[EntryShape], source: Source) -> str:
    """Return the address of a source; that of a case study is on its evidence page."""
    anchor = addresses.anchor("source", source.id)
    has_own_page = isinstance(entry.data, CaseStudy)
    return addresses.page(entry.kind, entry.id) + (addresses.evidence_beside(anchor) if has_own_page else f"#{anchor}")


def _of_case(page: str, case: CaseStudy) -> Iterator[Addressed]:
    """Yield the claims of a case study that others can cite."""
    for kind, claims in case.claims().items():
        for claim in claims:
            name = id_of_claim(claim)
            yield Addressed(f"{kind}:{name}", page + depth.beside(case, kind, name), claim)


def _id(part: Any) -> str:
    """Return the id of a part, or an empty string if it is the only one of its kind."""
    return part.technology if isinstance(part, Alternative) else getattr(part, "id", "")
