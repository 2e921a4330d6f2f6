"""The sections of a page: declared by its view, printed as headings by its template, listed beside the page."""

from collections.abc import Mapping
from typing import Protocol

Sections = Mapping[str, str]
"""The sections that a page has: their titles by their fragments, in order."""


class PageView(Protocol):
    """What a template prints: anything with sections."""

    @property
    def sections(self) -> Sections:
        """The sections of the page."""
        ...


def sections(*parts: tuple[str, str, object]) -> Sections:
    """Return the sections of a page; each part is a fragment, a title, and what stands there (nothing: no section)."""
    return {anchor: title for anchor, title, content in parts if content}
