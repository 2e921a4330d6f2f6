"""The sections of a page: the view declares them, the template prints their headings, the sidebar lists them."""

from collections.abc import Mapping
from typing import Protocol

Sections = Mapping[str, str]
"""The section titles of a page by fragment, in order."""


class PageView(Protocol):
    """The view of a page: any object with sections."""

    @property
    def sections(self) -> Sections:
        """The sections of the page."""
        ...


def sections(*parts: tuple[str, str, object]) -> Sections:
    """Return the sections of a page; each part is a fragment, a title and the content, which is falsy if empty."""
    return {anchor: title for anchor, title, content in parts if content}
