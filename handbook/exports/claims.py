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

SOURCE = "source"
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


class AddressedPart(NamedTuple):
    """A part of an entry with an address: its kind, its id, which is empty if it is the only one, and itself."""

    kind: str
    name: str
    shape: Shape

    @property
    def key(self) -> str:
        """The name of the part within its entry: `figure:requests`, or `solves`."""
        return f"{self.kind}:{self.name}" if self.name else self.kind


def parts_of(entry: Entry[EntryShape]) -> Iterator[AddressedPart]:
    """Yield all parts of `entry` that have an address."""
    data = entry.data
    if isinstance(data, CaseStudy):
        for kind, claims in data.claims().items():
            yield from (AddressedPart(kind, id_of_claim(claim), claim) for claim in claims)
    for field, kind in ANCHORS.get(type(data), {}).items():
        value = getattr(data, field)
        for one in value if isinstance(value, tuple) else [value] if value else []:
            yield AddressedPart(kind, _id(one), one)
    yield from (AddressedPart(SOURCE, source.id, source) for source in entry.sources)


def addressed(entry: Entry[EntryShape]) -> Iterator[tuple[AddressedPart, str]]:
    """Yield all parts of `entry`, each with its address from the site root."""
    page, data = addresses.page(entry.kind, entry.id), entry.data
    claims = data.claims() if isinstance(data, CaseStudy) else ()
    for part in parts_of(entry):
        anchor = addresses.anchor(part.kind, part.name) if part.name else part.kind
        if isinstance(data, CaseStudy) and part.kind in claims:
            yield part, page + depth.beside(data, part.kind, part.name)
        elif isinstance(data, CaseStudy) and part.kind == SOURCE:
            yield part, page + addresses.evidence_beside(anchor)
        else:
            yield part, f"{page}#{anchor}"


def _id(part: Any) -> str:
    """Return the id of a part, or an empty string if it is the only one of its kind."""
    return part.technology if isinstance(part, Alternative) else getattr(part, "id", "")
