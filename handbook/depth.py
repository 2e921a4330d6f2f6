"""The place of a claim: the case study page shows the first of some kinds, the evidence page shows all."""

from handbook import addresses
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, id_of_claim

AT_FIRST = {"figure": 12, "pattern": 8, "technology": 8}
"""How many claims of a kind the page of a case study shows; kinds that are not listed are shown in full."""


def claim(case: Entry[CaseStudy], kind: str, name: str) -> str:
    """Return the address of a claim from the site root."""
    return addresses.page("case-study", case.id) + beside(case.data, kind, name)


def beside(case: CaseStudy, kind: str, name: str) -> str:
    """Return the address of a claim relative to the page of its case study."""
    anchor = addresses.anchor(kind, name)
    only_with_evidence = kind in AT_FIRST and name in map(id_of_claim, case.claims()[kind][AT_FIRST[kind] :])
    return addresses.evidence_beside(anchor) if only_with_evidence else f"#{anchor}"
