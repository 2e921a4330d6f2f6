"""Statements of entries that other pages repeat, each with a link to its sources on the page of the entry."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handbook import wording
from handbook.faces import Face
from handbook.views.evidence import EvidenceView, Passage


@dataclass(frozen=True, slots=True)
class SourcesLink:
    """A link to the sources of a statement on the page of its entry, with their number."""

    name: str
    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an entry, or of several with the same words. `id` is the id of a point."""

    text: Markup
    sources: tuple[SourcesLink, ...]
    inferred_from: Markup | None
    when: str = ""
    id: str = ""

    @property
    def words(self) -> str:
        """The text without markup."""
        return self.text.striptags()


def said(face: Face, passage: Passage) -> Said:
    """Return a passage of the entry with this face."""
    counted = count_sources(passage.evidence)
    link = SourcesLink(counted, f"{face.url}#{passage.anchor}", f"{counted} on the page of {face.name}")
    about = passage.anchor.partition("-")[2]
    return Said(passage.text, (link,), passage.evidence.inferred_from, passage.when, about)


def said_points(face: Face, passages: Iterable[Passage]) -> tuple[Said, ...]:
    """Return points of the entry with this face."""
    return tuple(said(face, passage) for passage in passages)


def count_sources(evidence: EvidenceView) -> str:
    """Return the number of sources of a statement: `2 sources`."""
    return wording.counted(evidence.count, "source")
