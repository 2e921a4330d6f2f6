"""How deep a claim stands: on the page of its case study, or, after the first of its kind, only with the evidence."""

from handbook import addresses
from handbook.library import Entry
from handbook.model.case_study import CaseStudy

AT_FIRST = {"figure": 12, "pattern": 8, "technology": 8}
"""How many claims of a kind the page of a case study shows; all of those that are not named here."""


def claim(case: Entry[CaseStudy], kind: str, name: str) -> str:
    """Return the address of a claim, from any page."""
    return addresses.page("case-study", case.id) + beside(case.data, kind, name)


def beside(case: CaseStudy, kind: str, name: str) -> str:
    """Return the address of a claim, from the page of its case study."""
    anchor = addresses.anchor(kind, name)
    only_with_evidence = kind in AT_FIRST and name in case.claim_ids()[kind][AT_FIRST[kind] :]
    return addresses.evidence_beside(anchor) if only_with_evidence else f"#{anchor}"
