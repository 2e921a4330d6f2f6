"""The portrait of a technology: the content of its entry, for its page and for comparisons."""

from dataclasses import dataclass

from markupsafe import Markup

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.library import Entry
from handbook.model.technology import Alternative, Strength, Technology, TechnologyStatus, Validity
from handbook.views.evidence import Bibliography, EvidenceView, Passage, Supported


@dataclass(frozen=True, slots=True)
class AlternativeView:
    """An alternative, and when to choose which. `comparison` is the address of the comparison."""

    anchor: str
    face: Face
    comparison: str
    choose_this: Markup
    choose_that: Markup
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class Portrait:
    """The content of an entry, each statement with its anchor, without data from case studies."""

    face: Face
    category: Link
    availability: str
    licence: str
    first_release: str
    state: str
    release: str
    solves: Passage
    how_it_works: Passage | None
    excels: tuple[Passage, ...]
    fails: tuple[Passage, ...]
    alternatives: tuple[AlternativeView, ...]
    status: Passage | None

    def statements(self) -> tuple[Supported, ...]:
        """Return all parts with sources, in the order in which the list of sources refers to them."""
        parts = (self.solves, self.how_it_works, *self.excels, *self.fails, *self.alternatives, self.status)
        return tuple(part for part in parts if part)


def portrait(book: Casebook, entry: Entry[Technology], cite: Bibliography) -> Portrait:
    """Return the portrait of `entry`; `cite` has its sources."""
    data = entry.data
    category = book.term("categories", data.category)
    return Portrait(
        face=book.face("technology", entry.id),
        category=Link(category.name, addresses.category(category.id)),
        availability=data.availability.replace("-", " "),
        licence=data.licence or "",
        first_release=wording.date(data.first_release) if data.first_release else "",
        state=_state(data.status),
        release=_release(data.status),
        solves=cite.passage("solves", "what it solves", data.solves),
        how_it_works=cite.passage("how-it-works", "how it works", data.how_it_works) if data.how_it_works else None,
        excels=tuple(_strength(cite, "excels", "where it excels", point) for point in data.excels),
        fails=tuple(_strength(cite, "fails", "where it fails", point) for point in data.fails),
        alternatives=tuple(_alternative(book, entry, cite, other) for other in data.alternatives),
        status=cite.passage("status", "status", data.status) if data.status else None,
    )


def _state(status: TechnologyStatus | None) -> str:
    """Return the state and its date: `superseded since 2024`."""
    if status is None:
        return ""
    return f"{status.state} since {wording.date(status.since)}" if status.since else status.state


def _release(status: TechnologyStatus | None) -> str:
    """Return the current release and the date of the last check: `8.2.1 (checked November 2026)`."""
    if status is None or status.release is None:
        return ""
    return f"{status.release} (checked {wording.date(status.checked)})" if status.checked else status.release


def _strength(cite: Bibliography, kind: str, name: str, point: Strength) -> Passage:
    says = (("as of", point.as_of), ("until", point.until))
    when = ", ".join(f"{word} {_validity(validity)}" for word, validity in says if validity)
    return cite.passage(addresses.anchor(kind, point.id), name, point, when)


def _validity(validity: Validity) -> str:
    """Return a version and a date: `version 2.1, March 2015`."""
    version = f"version {validity.version}" if validity.version else ""
    return ", ".join(filter(None, (version, wording.date(validity.date) if validity.date else "")))


def _alternative(book: Casebook, entry: Entry[Technology], cite: Bibliography, other: Alternative) -> AlternativeView:
    face = book.face("technology", other.technology)
    anchor = addresses.anchor("alternative", other.technology)
    return AlternativeView(
        anchor=anchor,
        face=face,
        comparison=addresses.comparison(entry.id, other.technology),
        choose_this=book.html(other.choose_this),
        choose_that=book.html(other.choose_that),
        evidence=cite.evidence(anchor, f"against {face.name}", other),
    )
