"""What supports an entry: primary sources of its claims, and flows that touch its components."""

from collections.abc import Iterator

from handbook.library import Entry
from handbook.model.case_study import CaseStudy
from handbook.model.entry import EntryShape
from handbook.model.evidence import Evidence


def primary_sources(entry: Entry[EntryShape]) -> frozenset[str]:
    """Return the ids of the primary sources of an entry."""
    return frozenset(source.id for source in entry.sources if source.primary)


def is_backed(claim: Evidence, primary: frozenset[str]) -> bool:
    """Return whether a claim cites at least one of the primary sources."""
    return any(citation.id in primary for citation in claim.sources)


def without_flow(case: CaseStudy) -> Iterator[str]:
    """Yield the ids of the components that no flow touches."""
    steps = [step for flow in case.architecture.flows for step in flow.steps]
    touched = {name for step in steps for name in (step.start, step.to)}
    return (component.id for component in case.architecture.components if component.id not in touched)
