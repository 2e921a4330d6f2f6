"""The depth of each case study and what it still lacks, as a task list for contributors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook import wording
from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy
from handbook.model.evidence import Claim
from handbook.model.structure import parts
from handbook.support import is_backed, primary_sources

DEPTH = {
    "figures": 8, "technologies": 6, "patterns": 6, "components": 6, "flows": 2, "decisions": 4, "lessons": 5,
    "sources": 3, "primary": 1, "questions": 8, "after": 1, "derived": 1,
}  # fmt: skip
"""The expected counts of a case study with a full record; `after` counts events after its period."""
NOUNS = {
    "figures": "figure", "technologies": "technology", "patterns": "pattern", "components": "component",
    "flows": "flow", "decisions": "decision", "lessons": "lesson", "sources": "source", "primary": "primary source",
    "questions": "question", "after": "event after its period", "derived": "derived figure",
}  # fmt: skip
"""What is counted, in the singular."""


def in_words(counts: Mapping[str, int]) -> str:
    """Return counts in words: `8 figures, 1 primary source`."""
    return ", ".join(wording.counted(count, NOUNS[name]) for name, count in counts.items())


@dataclass(frozen=True)
class CaseReport:
    """The counts of one case study, and the share of its claims that cite a primary source."""

    id: str
    counts: Mapping[str, int]
    claims: int
    primary_share: float
    thin: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts below the expected depth: `2 more figures`."""
        short = ((name, DEPTH[name] - count) for name, count in self.counts.items())
        return tuple(wording.counted(number, f"more {NOUNS[name]}") for name, number in short if number > 0)

    @property
    def lines(self) -> tuple[str, str]:
        """The report in two lines: the counts, and what is missing."""
        counts = in_words(self.counts)
        share = f"{self.primary_share:.0%} of {self.claims} claims with a primary source"
        return (
            f"{self.id}{' (thin record)' if self.thin else ''}: {counts}",
            f"  {share}; missing: {', '.join(self.missing) or 'nothing'}",
        )


def reports(library: Library) -> Iterator[CaseReport]:
    """Yield the report of each case study, in the order of their ids."""
    for entry in library.case_studies.values():
        yield report(entry)


def report(entry: Entry[CaseStudy]) -> CaseReport:
    """Return the report of a case study."""
    primary = primary_sources(entry)
    claims = [claim for _, claim in parts(entry.data, Claim)]
    backed = sum(is_backed(claim, primary) for claim in claims)
    share = backed / len(claims) if claims else 0.0
    return CaseReport(entry.id, _counts(entry.data), len(claims), share, entry.data.record.state == "thin")


def _counts(case: CaseStudy) -> dict[str, int]:
    until = case.period.until
    return {
        "figures": len(case.figures),
        "technologies": len({use.technology for use in case.technologies}),
        "patterns": len({use.pattern for use in case.patterns}),
        "components": len(case.architecture.components),
        "flows": len(case.architecture.flows),
        "decisions": len(case.decisions),
        "lessons": len(case.lessons),
        "sources": len(case.sources),
        "primary": sum(source.primary for source in case.sources),
        "questions": len(case.questions),
        "after": sum(until is not None and event.date.earliest > until.latest for event in case.timeline),
        "derived": sum(figure.derived is not None for figure in case.figures),
    }
