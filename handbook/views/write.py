"""The page of the editor in the browser, which a script fills."""

from dataclasses import dataclass

from handbook import addresses
from handbook.context import Link
from handbook.model.kinds import KINDS
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class KindToWrite:
    """A kind of entry that somebody can begin."""

    name: str
    label: str
    folder: str


@dataclass(frozen=True, slots=True)
class WriteView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    kinds: tuple[KindToWrite, ...]


def write_view() -> WriteView:
    """Return the page."""
    return WriteView(
        breadcrumbs=(Link("Home", addresses.HOME), Link("Contribute", addresses.CONTRIBUTE)),
        sections=sections(
            ("start", "Choose an entry", True), ("file", "The file", True), ("problems", "Problems", True),
            ("send", "Send it", True), ("preview", "Preview", True), ("other-ways", "Other ways", True),
        ),
        kinds=tuple(KindToWrite(kind.name, kind.label, kind.folder) for kind in KINDS),
    )  # fmt: skip
