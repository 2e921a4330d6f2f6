"""Self-test questions: the patterns that each is about, found through the claims that answer it."""

from collections.abc import Iterator

from handbook.model.brief import Question
from handbook.model.case_study import CaseStudy


def patterns_of(case: CaseStudy, question: Question) -> tuple[str, ...]:
    """Return the ids of the patterns that a question is about, each once."""
    return tuple(dict.fromkeys(name for address in question.about for name in _named(case, *address.split(":"))))


def _named(case: CaseStudy, kind: str, name: str) -> Iterator[str]:
    """Yield the pattern of a stance, or the patterns of a decision."""
    if kind == "pattern":
        yield from (use.pattern for use in case.patterns if use.claim_id == name)
    elif kind == "decision":
        for made in case.decisions:
            if made.id == name:
                yield from made.patterns
