"""What entries say, repeated elsewhere: each statement leads to its sources, which stand on the page of its entry."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handbook import wording
from handbook.faces import Face
from handbook.views.evidence import EvidenceView, Passage


@dataclass(frozen=True, slots=True)
class SourcesLink:
    """The way to the sources of a statement: they stand on the page of its entry, and are counted here."""

    name: str
    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an entry, or of several that use the same words. `id` says in a word what a point is about."""

    text: Markup
    sources: tuple[SourcesLink, ...]
    inferred_from: Markup | None
    when: str = ""
    id: str = ""

    @property
    def words(self) -> str:
        """The words without markup."""
        return self.text.striptags()


def said(face: Face, passage: Passage) -> Said:
    """Return a passage of the entry that has this face."""
    counted = count_sources(passage.evidence)
    link = SourcesLink(counted, f"{face.url}#{passage.anchor}", f"{counted} on the page of {face.name}")
    about = passage.anchor.partition("-")[2]
    return Said(passage.text, (link,), passage.evidence.inferred_from, passage.when, about)


def said_points(face: Face, passages: Iterable[Passage]) -> tuple[Said, ...]:
    """Return points of the entry that has this face."""
    return tuple(said(face, passage) for passage in passages)


def count_sources(evidence: EvidenceView) -> str:
    """Return how many sources a statement has: `2 sources`."""
    return wording.counted(evidence.count, "source")
