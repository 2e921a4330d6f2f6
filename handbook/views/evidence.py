"""Evidence on pages: a mark for each claim, the evidence behind it, and the list of sources."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

import handbook.model.evidence as model
from handbook import addresses, archive, wording
from handbook.faces import Casebook
from handbook.model.evidence import Citation, Claim

PAGES_IN = "en"
HOW_READ = {
    "full": "read in full", "part": "read in part", "abstract": "abstract read", "transcript": "transcript read",
    "translation": "read in translation", "none": "not read",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited source: its number, its address in the list of sources, its title, and the place in it."""

    number: int
    href: str
    title: str
    at: str


@dataclass(frozen=True, slots=True)
class Superscript:
    """The evidence mark of a claim: its text (`2 sources, inferred`), and the address and content of the evidence.

    `anchor` is the anchor of the claim, `id` that of its evidence; `cited` has the most direct source first.
    """

    anchor: str
    id: str
    href: str
    words: str
    claim: str
    cited: tuple[Cited, ...]
    inferred_from: Markup | None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The evidence of a statement: one mark, or none if there are no sources."""

    marks: tuple[Superscript, ...]
    inferred_from: Markup | None

    @property
    def count(self) -> int:
        """The number of sources."""
        return sum(len(mark.cited) for mark in self.marks)


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A contradiction by another source."""

    says: Markup
    why_not: Markup
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement or a point of a list, with its anchor; `when` is the date or version for which it holds."""

    anchor: str
    name: str
    text: Markup
    evidence: EvidenceView
    when: str = ""


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link to another source of the page; `language` is that of its title, empty if English."""

    title: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in the list at the end of a page; `language` is empty if English."""

    anchor: str
    title: str
    url: str
    archived: str | None
    look_up: str
    kind: str
    publisher: str
    authors: str
    date: str
    language: str
    primary: bool
    read: str
    checked: str
    unread: bool
    read_via: Markup | None
    note: Markup | None
    text_of: SourceLink | None
    written_up_in: tuple[SourceLink, ...]
    supports: int


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources of a page, and the claims that cite them; falsy if there are no sources."""

    sources: tuple[SourceView, ...]
    claims: tuple[Superscript, ...]

    def __len__(self) -> int:
        """Return the number of sources."""
        return len(self.sources)


class Supported(Protocol):
    """A part of a page that has evidence."""

    @property
    def evidence(self) -> EvidenceView:
        """The evidence of the part."""
        ...


def marks_of(parts: Iterable[Supported]) -> Iterator[Superscript]:
    """Yield the evidence marks of all parts."""
    for part in parts:
        yield from part.evidence.marks


class Bibliography:
    """The sources of an entry, numbered in file order; `evidence_of` returns the address of evidence by anchor."""

    def __init__(
        self,
        book: Casebook,
        sources: Sequence[model.Source],
        evidence_of: Callable[[str], str] = addresses.evidence_below,
    ) -> None:
        """Number the sources."""
        self._book = book
        self._sources = sources
        self._evidence_of = evidence_of
        self._numbers = {source.id: number for number, source in enumerate(sources, 1)}
        self._by_id = {source.id: source for source in sources}

    def evidence(self, anchor: str, claim: str, evidence: model.Evidence) -> EvidenceView:
        """Return the evidence of the claim at `anchor`."""
        inferred_from = self._book.html_or_none(evidence.inferred_from)
        signs = ["inferred"] if inferred_from else []
        signs += ["disputed"] if isinstance(evidence, Claim) and evidence.disputed else []
        return EvidenceView((self._mark(anchor, claim, evidence.sources, signs, inferred_from),), inferred_from)

    def marks(self, anchor: str, claim: str, citations: Sequence[Citation]) -> tuple[Superscript, ...]:
        """Return a mark for the citations, or none if there are no citations."""
        return (self._mark(anchor, claim, citations, [], None),) if citations else ()

    def _mark(
        self, anchor: str, claim: str, citations: Sequence[Citation], signs: list[str], inferred_from: Markup | None
    ) -> Superscript:
        cited, href = self.cited(citations), self._evidence_of(anchor)
        words = ", ".join([wording.counted(len(cited), "source"), *signs])
        return Superscript(anchor, href.partition("#")[2], href, words, claim, cited, inferred_from)

    def cited(self, citations: Iterable[Citation]) -> tuple[Cited, ...]:
        """Return each cited source with its places, in the order of the citations."""
        places: dict[str, list[str]] = {}
        for citation in citations:
            places.setdefault(citation.id, []).extend([citation.at] if citation.at else [])
        return tuple(
            Cited(self._numbers[name], f"#{addresses.anchor('source', name)}", self._by_id[name].title, "; ".join(at))
            for name, at in places.items()
        )

    def disputes(self, parts: Claim, unit: tuple[str | None, str | None]) -> tuple[DisputeView, ...]:
        """Return the disputes of a claim; `unit` has the unit and rate of a figure."""
        return tuple(
            DisputeView(
                self._book.html(other.says)
                if other.says is not None
                else Markup.escape(wording.quantity(other.value or 0, *unit, self._book.units)),
                self._book.html(other.why_not),
                self.cited(other.sources),
            )
            for other in parts.disputed
        )

    def passage(self, anchor: str, name: str, part: model.Statement | model.Point, when: str = "") -> Passage:
        """Return a statement or a point with its evidence."""
        claim = self._book.plain(part.text) if isinstance(part, model.Point) else name
        return Passage(anchor, name, self._book.html(part.text), self.evidence(anchor, claim, part), when)

    def points(self, kind: str, name: str, points: Sequence[model.Point]) -> tuple[Passage, ...]:
        """Return the points of a list."""
        return tuple(self.passage(addresses.anchor(kind, point.id), name, point) for point in points)

    def listing(self, marks: Iterable[Superscript]) -> SourceList:
        """Return the list of sources, with the claims that cite them."""
        claims = tuple(marks)
        supported = Counter(one.number for mark in claims for one in mark.cited)
        return SourceList(
            tuple(self._view(source, supported[self._numbers[source.id]]) for source in self._sources), claims
        )

    def _view(self, source: model.Source, supports: int) -> SourceView:
        html = self._book.html_or_none
        return SourceView(
            anchor=addresses.anchor("source", source.id),
            title=source.title,
            url=source.url,
            archived=source.archived,
            look_up=archive.look_up(source.url, source.date),
            kind=source.kind.replace("-", " "),
            publisher=source.publisher,
            authors=wording.listing(source.authors),
            date=wording.date(source.date) if source.date else "undated",
            language=foreign(source.language),
            primary=source.primary,
            read=HOW_READ[source.read],
            checked=wording.when(source.checked) if source.checked else "",
            unread=source.read == "none",
            read_via=html(source.read_via),
            note=html(source.note),
            text_of=self._within_page(self._by_id[source.text_of]) if source.text_of else None,
            written_up_in=tuple(self._within_page(other) for other in self._sources if other.text_of == source.id),
            supports=supports,
        )

    def _within_page(self, source: model.Source) -> SourceLink:
        return SourceLink(source.title, f"#{addresses.anchor('source', source.id)}", foreign(source.language))


def foreign(language: str) -> str:
    """Return the language tag, or an empty string if it is the language of the pages."""
    return "" if language.partition("-")[0] == PAGES_IN else language
