"""What the content rests on, counted: claims, sources and reviews."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook import wording
from handbook.faces import Casebook
from handbook.library import Entry, kept_with_entry
from handbook.model.case_study import Decision, Event, Lesson, PatternUse, TechnologyUse
from handbook.model.entry import EntryShape
from handbook.model.evidence import Claim, Evidence, Point, Source, Statement
from handbook.model.fields import PartialDate
from handbook.model.figure import Figure
from handbook.model.kinds import KINDS
from handbook.model.pattern import Variant
from handbook.model.structure import parts
from handbook.model.technology import Alternative, Strength
from handbook.support import is_backed, primary_sources

KINDS_OF_CLAIM: dict[type[Evidence], str] = {
    Figure: "Figures", Decision: "Decisions", PatternUse: "Stances on patterns",
    TechnologyUse: "Stances on technologies", Lesson: "Lessons", Event: "Events",
    Strength: "Strengths and limits of technologies", Alternative: "Choices between technologies",
    Variant: "Variants of patterns", Point: "Costs and conditions of patterns",
    Statement: "Statements about technologies, patterns and organisations", Evidence: "Others",
}  # fmt: skip
"""The kinds of claims; the first class that a claim is an instance of is its kind."""
READ = {
    "all": "All", "primary": "Primary", "full": "Read in full", "part": "In part", "abstract": "Abstract",
    "transcript": "Transcript", "translation": "Translation", "none": "Not read",
}  # fmt: skip
"""The columns of the table of sources: all, the primary ones, and how they were read."""


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """How many claims of a kind there are, and how many of them are inferred, have a primary source and so on."""

    kind: str
    all: int
    inferred: int
    primary: int
    placed: int
    disputed: int

    @property
    def stated(self) -> int:
        """The number of claims that a source states."""
        return self.all - self.inferred

    def share(self, count: int) -> str:
        """Return a number of these claims as a share: `93 %`. Only none are 0 %, and only all are 100 %."""
        percent = round(100 * count / self.all) if self.all else 0
        if percent == 0 and count:
            return "under 1 %"
        return "over 99 %" if percent == 100 and count < self.all else f"{percent} %"


@dataclass(frozen=True, slots=True)
class CrossTable:
    """A table of counts and shares: `rows` have a name and a cell for each of the `columns`."""

    first: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def claim_counts(book: Casebook) -> tuple[ClaimCount, ...]:
    """Return the counts of each kind of claim that occurs."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in KINDS_OF_CLAIM.values()}
    for entry in book.library.entries():
        for (kind, sign), count in _signs_in(entry).items():
            counts[kind][sign] += count
    return tuple(_count(kind, found) for kind, found in counts.items() if found["all"])


@kept_with_entry
def _signs_in(entry: Entry[EntryShape]) -> Mapping[tuple[str, str], int]:
    """Return the number of claims of an entry by kind and sign."""
    primary = primary_sources(entry)
    claims = (claim for _, claim in parts(entry.data, Evidence))
    return Counter((_kind(claim), sign) for claim in claims for sign in _signs(claim, primary))


def in_total(counts: tuple[ClaimCount, ...]) -> ClaimCount:
    """Return the counts of all kinds together."""
    return ClaimCount(
        kind="All",
        all=sum(count.all for count in counts),
        inferred=sum(count.inferred for count in counts),
        primary=sum(count.primary for count in counts),
        placed=sum(count.placed for count in counts),
        disputed=sum(count.disputed for count in counts),
    )


def claim_table(counts: tuple[ClaimCount, ...]) -> CrossTable:
    """Return the counts and shares of each kind, and of all claims."""
    columns = ("Claims", "Stated", "Inferred", "With a primary source", "With a place in a source", "Disputed")
    return CrossTable("Kind", columns, tuple((count.kind, _cells(count)) for count in (*counts, in_total(counts))))


def _cells(count: ClaimCount) -> tuple[str, ...]:
    shares = (count.share(part) for part in (count.stated, count.inferred, count.primary, count.placed))
    return (_number(count.all), *shares, _number(count.disputed))


def _number(count: int) -> str:
    """Return a count for a table, in which an empty cell is none."""
    return wording.number(count) if count else ""


def _kind(claim: Evidence) -> str:
    return next(name for shape, name in KINDS_OF_CLAIM.items() if isinstance(claim, shape))


def _signs(claim: Evidence, primary: frozenset[str]) -> Iterator[str]:
    yield "all"
    if claim.inferred_from:
        yield "inferred"
    if is_backed(claim, primary):
        yield "primary"
    if any(citation.at for citation in claim.sources):
        yield "placed"
    if isinstance(claim, Claim) and claim.disputed:
        yield "disputed"


def _count(kind: str, found: Counter[str]) -> ClaimCount:
    return ClaimCount(kind, found["all"], found["inferred"], found["primary"], found["placed"], found["disputed"])


def sources_by_kind(book: Casebook) -> CrossTable:
    """Return the sources of all entries by kind: all, the primary ones, and how each was read."""
    found = Counter((source.kind, sign) for source in _sources(book) for sign in _signs_of_source(source))
    kinds = Counter(source.kind for source in _sources(book))
    rows = tuple(
        (kind.replace("-", " "), tuple(_number(found[kind, sign]) for sign in READ)) for kind, _ in kinds.most_common()
    )
    return CrossTable("Kind", tuple(READ.values()), rows)


def _signs_of_source(source: Source) -> Iterator[str]:
    yield "all"
    if source.primary:
        yield "primary"
    yield source.read


def languages(book: Casebook) -> CrossTable:
    """Return the number of sources in each language, the most frequent first."""
    found = Counter(source.language for source in _sources(book))
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return CrossTable("Language", ("Sources",), tuple((name, (_number(count),)) for name, count in ordered))


def _sources(book: Casebook) -> Iterator[Source]:
    return (source for entry in book.library.entries() for source in entry.sources)


def reviews(book: Casebook) -> CrossTable:
    """Return the number of entries of each kind by the month of their last review, the latest first."""
    found = Counter((_month(entry.data), entry.kind) for entry in book.library.entries())
    kinds = [kind for kind in KINDS if book.library.of(kind.name)]
    months = sorted({month for month, _ in found}, reverse=True)
    rows = ((_in_words(month), tuple(_number(found[month, kind.name]) for kind in kinds)) for month in months)
    return CrossTable("Month", tuple(kind.label for kind in kinds), tuple(rows))


def _month(entry: EntryShape) -> tuple[int, int]:
    """Return the year and the month of the last review; a month that is unknown is 0."""
    date = entry.reviewed
    return (date.year, date.month or 0) if date else (0, 0)


def _in_words(month: tuple[int, int]) -> str:
    return wording.date(PartialDate(month[0], month[1] or None)) if month[0] else "not recorded"
