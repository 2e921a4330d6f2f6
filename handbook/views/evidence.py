"""Evidence as readers see it: superscripts that lead to sources, and sources that lead back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

import handbook.model.evidence as model
from handbook import addresses, wording
from handbook.faces import Casebook
from handbook.model.evidence import Citation, Claim

PAGES_IN = "en"
HOW_READ = {
    "full": "read in full", "part": "read in part", "abstract": "abstract read", "transcript": "transcript read",
    "translation": "read in translation", "none": "not read",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Superscript:
    """A superscript: the number of a source, where it stands in this page, and what it says of which claim."""

    number: int
    source: str
    href: str
    ref: str
    title: str
    claim: str
    at: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What stands behind a statement."""

    marks: tuple[Superscript, ...]
    inferred_from: Markup | None


@dataclass(frozen=True, slots=True)
class DisputeView:
    """What another source says."""

    says: Markup
    why_not: Markup
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement or a point of a list, with its address on the page; `when` says what time it is true of."""

    anchor: str
    name: str
    text: Markup
    evidence: EvidenceView
    when: str = ""


@dataclass(frozen=True, slots=True)
class BackLink:
    """The way from a source back to a claim."""

    href: str
    claim: str
    at: str


@dataclass(frozen=True, slots=True)
class SourceLink:
    """The way to another source of the page; `language` is that of its title, empty where it is English."""

    title: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in the list at the end of a page; `language` is empty where it is English."""

    anchor: str
    title: str
    url: str
    archived: str | None
    kind: str
    publisher: str
    authors: str
    date: str
    language: str
    primary: bool
    read: str
    unread: bool
    read_via: Markup | None
    note: Markup | None
    text_of: SourceLink | None
    written_up_in: tuple[SourceLink, ...]
    cited_by: tuple[BackLink, ...]


class Supported(Protocol):
    """Anything on a page that has evidence."""

    @property
    def evidence(self) -> EvidenceView:
        """What stands behind it."""
        ...


def marks_of(parts: Iterable[Supported]) -> Iterator[Superscript]:
    """Yield every superscript of some parts of a page."""
    for part in parts:
        yield from part.evidence.marks


class Bibliography:
    """The sources of one entry, numbered in the order of its file."""

    def __init__(self, book: Casebook, sources: Sequence[model.Source]) -> None:
        """Number the sources."""
        self._book = book
        self._sources = sources
        self._numbers = {source.id: number for number, source in enumerate(sources, 1)}
        self._by_id = {source.id: source for source in sources}

    def evidence(self, anchor: str, claim: str, evidence: model.Evidence) -> EvidenceView:
        """Return what stands behind the claim at `anchor`."""
        return EvidenceView(
            self.marks(anchor, claim, evidence.sources), self._book.html_or_none(evidence.inferred_from)
        )

    def marks(self, anchor: str, claim: str, citations: Sequence[Citation]) -> tuple[Superscript, ...]:
        """Return the superscripts for some citations, one for each source, in the order of their numbers."""
        places: dict[str, list[str]] = {}
        for citation in sorted(citations, key=lambda citation: self._numbers[citation.id]):
            places.setdefault(citation.id, []).extend([citation.at] if citation.at else [])
        return tuple(self._mark(anchor, claim, source, "; ".join(at)) for source, at in places.items())

    def _mark(self, anchor: str, claim: str, source: str, at: str) -> Superscript:
        return Superscript(
            number=self._numbers[source],
            source=source,
            href=f"#{addresses.anchor('source', source)}",
            ref=f"cite-{anchor}-{source}",
            title=", ".join(filter(None, (self._by_id[source].title, at))),
            claim=claim,
            at=at,
        )

    def disputes(
        self, anchor: str, claim: str, parts: Claim, unit: tuple[str | None, str | None]
    ) -> tuple[DisputeView, ...]:
        """Return what other sources say; `unit` is the unit and the rate of a figure."""
        return tuple(
            DisputeView(
                self._book.html(other.says)
                if other.says is not None
                else Markup.escape(wording.quantity(other.value or 0, *unit, self._book.units)),
                self._book.html(other.why_not),
                EvidenceView(self.marks(f"{anchor}-disputed-{number}", f"{claim} (disputed)", other.sources), None),
            )
            for number, other in enumerate(parts.disputed, 1)
        )

    def passage(self, anchor: str, name: str, part: model.Statement | model.Point, when: str = "") -> Passage:
        """Return a statement or a point with its evidence."""
        return Passage(anchor, name, self._book.html(part.text), self.evidence(anchor, name, part), when)

    def points(self, kind: str, name: str, points: Sequence[model.Point]) -> tuple[Passage, ...]:
        """Return the points of a list."""
        return tuple(self.passage(addresses.anchor(kind, point.id), name, point) for point in points)

    def listing(self, marks: Iterable[Superscript]) -> tuple[SourceView, ...]:
        """Return the sources, each with the ways back to the claims that rest on it."""
        backwards: dict[str, list[BackLink]] = defaultdict(list)
        for mark in marks:
            backwards[mark.source].append(BackLink(f"#{mark.ref}", mark.claim, mark.at))
        return tuple(self._view(source, tuple(backwards[source.id])) for source in self._sources)

    def _view(self, source: model.Source, cited_by: tuple[BackLink, ...]) -> SourceView:
        html = self._book.html_or_none
        return SourceView(
            anchor=addresses.anchor("source", source.id),
            title=source.title,
            url=source.url,
            archived=source.archived,
            kind=source.kind.replace("-", " "),
            publisher=source.publisher,
            authors=wording.listing(source.authors),
            date=wording.date(source.date) if source.date else "undated",
            language=_foreign(source.language),
            primary=source.primary,
            read=HOW_READ[source.read],
            unread=source.read == "none",
            read_via=html(source.read_via),
            note=html(source.note),
            text_of=self._within_page(self._by_id[source.text_of]) if source.text_of else None,
            written_up_in=tuple(self._within_page(other) for other in self._sources if other.text_of == source.id),
            cited_by=cited_by,
        )

    def _within_page(self, source: model.Source) -> SourceLink:
        return SourceLink(source.title, f"#{addresses.anchor('source', source.id)}", _foreign(source.language))


def _foreign(language: str) -> str:
    """Return the language tag of a text that is not in the language of the pages."""
    return "" if language.partition("-")[0] == PAGES_IN else language
