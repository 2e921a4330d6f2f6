"""Decisions and stances of all case studies, for questions: `who left cassandra`, `why did uber leave postgres`."""

import re
from collections.abc import Iterator
from functools import partial

from handbook import addresses
from handbook.exports.answer_records import ClaimKind, ClaimsData, SearchClaim
from handbook.exports.data import data_file
from handbook.exports.keywords import keywords
from handbook.exports.late import LateFile
from handbook.faces import Casebook
from handbook.facets import FACETS
from handbook.library import Entry
from handbook.model.case_study import CaseStudy, Decision, PatternUse, TechnologyUse
from handbook.stances import STANCES

SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
KINDS = (
    ClaimKind("decision", "", "Decision"),
    *(
        ClaimKind(facet.id, stance, STANCES[stance].heading)
        for facet in FACETS
        if facet.claims
        for stance in facet.stances
    ),
)
"""The kinds of claims, of which each stance on a technology or pattern is one."""
PLACES = {(kind.kind, kind.stance): place for place, kind in enumerate(KINDS)}


def claims_file(book: Casebook) -> LateFile:
    """Return the data file of decisions and stances."""
    return data_file(ClaimsData, partial(claims_data, book))


def claims_data(book: Casebook) -> ClaimsData:
    """Return the decisions and stances of all case studies."""
    cases = book.library.case_studies.values()
    return ClaimsData(
        address=addresses.claim("{case}", "{kind}", "{id}"),
        kinds=KINDS,
        claims=tuple(claim for entry in cases for claim in _claims(book, entry)),
    )


def _claims(book: Casebook, entry: Entry[CaseStudy]) -> Iterator[SearchClaim]:
    yield from (_decision(book, entry, made) for made in entry.data.decisions)
    yield from (_use(book, entry, use) for use in entry.data.technologies)
    yield from (_use(book, entry, use) for use in entry.data.patterns)


def _decision(book: Casebook, entry: Entry[CaseStudy], made: Decision) -> SearchClaim:
    text = book.plain(made.chose)
    reasons = (made.situation or "", *made.instead_of, made.because)
    about = (
        *(f"technology:{name}" for name in made.technologies),
        *(f"pattern:{name}" for name in made.patterns),
    )
    more = keywords(book.plain(" ".join(reasons)), text)
    return SearchClaim(entry.id, PLACES["decision", ""], made.id, about, text, more)


def _use(book: Casebook, entry: Entry[CaseStudy], use: TechnologyUse | PatternUse) -> SearchClaim:
    if isinstance(use, TechnologyUse):
        kind, name, role = "technology", use.technology, book.plain(use.role)
        category = book.term("categories", book.library.technologies[name].data.category)
        why = f"{book.plain(use.why or '')} {category.name}"
    else:
        kind, name, (role, why) = "pattern", use.pattern, _parted(book.plain(use.how))
    text = f"{book.face(kind, name).name}: {role}"
    instead = " ".join(book.chip(*other.split(":")).name for other in use.instead)
    more = keywords(f"{why} {instead}", text)
    return SearchClaim(entry.id, PLACES[kind, use.stance], use.claim_id, (f"{kind}:{name}",), text, more)


def _parted(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, and the others."""
    first, *others = SENTENCE_END.split(text, maxsplit=1)
    return first, " ".join(others)
