"""The gaps of each case study: what no source says, what is inferred, and what was not read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook import addresses
from handbook.collation import name_order
from handbook.context import Link
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, id_of_claim
from handbook.model.evidence import Claim
from handbook.support import without_flow

NOT_PUBLISHED = "not-published"
"""The anchor on the page of a case study of what was not published."""


@dataclass(frozen=True, slots=True)
class GapCount:
    """The number of gaps of a kind; `url` leads to the first of them, and is empty if there are none."""

    count: int
    url: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """A case study with its gaps, in the order of `COLUMNS`."""

    anchor: str
    system: Link
    thin: bool
    gaps: tuple[GapCount, ...]
    total: int

    @property
    def facets(self) -> dict[str, str]:
        """The facets by which the table is filtered: only the text."""
        return {}


COLUMNS = (
    "Not published", "Costs not stated", "Decisions without a date", "Components without a flow", "Inferred claims",
    "Sources not read",
)  # fmt: skip
"""The kinds of gaps."""


def gap_rows(book: Casebook) -> tuple[GapRow, ...]:
    """Return all case studies, those with the most gaps first."""
    rows = (_row(book, entry) for entry in book.library.case_studies.values())
    return tuple(sorted(rows, key=lambda row: (-row.total, name_order(row.system.name))))


def _row(book: Casebook, entry: Entry[CaseStudy]) -> GapRow:
    gaps = tuple(_gaps(entry))
    return GapRow(
        anchor=addresses.anchor("gaps", entry.id),
        system=book.link("case-study", entry.id),
        thin=entry.data.record.state == "thin",
        gaps=gaps,
        total=sum(gap.count for gap in gaps),
    )


def _gaps(entry: Entry[CaseStudy]) -> Iterator[GapCount]:
    """Yield the gaps in the order of `COLUMNS`."""
    case, page = entry.data, addresses.page("case-study", entry.id)
    anchor = addresses.anchor
    unpublished = len(case.not_published)
    yield GapCount(unpublished, f"{page}#{NOT_PUBLISHED}" if unpublished else "")
    yield _proved(entry, (anchor("decision", one.id) for one in case.decisions if one.cost == "not-stated"))
    yield _proved(entry, (anchor("decision", one.id) for one in case.decisions if one.date is None))
    apart = [f"{page}#{anchor('component', name)}" for name in without_flow(case)]
    yield GapCount(len(apart), next(iter(apart), ""))
    yield _proved(entry, _inferred(case))
    yield _proved(entry, (anchor("source", source.id) for source in case.sources if source.read == "none"))


def _proved(entry: Entry[CaseStudy], anchors: Iterable[str]) -> GapCount:
    """Return a gap that the evidence page shows at these anchors."""
    found = list(anchors)
    return GapCount(len(found), addresses.proof(entry.id, found[0]) if found else "")


def _inferred(case: CaseStudy) -> Iterator[str]:
    """Yield the anchors of the inferred claims."""
    for kind, claims in case.claims().items():
        for claim in claims:
            if isinstance(claim, Claim) and claim.inferred_from:
                yield addresses.anchor(kind, id_of_claim(claim))
