"""The context of all views: the library, its reverse links, and the text renderer."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from markupsafe import Markup

from handbook import addresses
from handbook.library import Library
from handbook.links import Links, link
from handbook.model.vocabulary import Family, Unit, VocabularyTerm
from handbook.text import Target, TextRenderer

T = TypeVar("T")


@dataclass(frozen=True)
class Link:
    """A link: its text, and an address from the site root."""

    name: str
    url: str


@dataclass(frozen=True)
class Context:
    """A library with its lookup tables."""

    library: Library
    links: Links
    texts: TextRenderer
    units: Mapping[str, Unit]
    families: Mapping[str, Family]
    terms: Mapping[str, Mapping[str, VocabularyTerm]]
    _made: dict[Hashable, object] = field(default_factory=dict)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` returns; it is made once for all pages that need it."""
        if key not in self._made:
            self._made[key] = make()
        return cast("T", self._made[key])

    def html(self, text: str) -> Markup:
        """Return a contributed text as HTML."""
        return self.texts.html(text)

    def html_or_none(self, text: str | None) -> Markup | None:
        """Return a text as HTML, or None if there is no text."""
        return None if text is None else self.texts.html(text)

    def plain(self, text: str) -> str:
        """Return a text without markup."""
        return self.texts.plain(text)

    def term(self, section: str, name: str) -> VocabularyTerm:
        """Return a term of the vocabulary."""
        return self.terms[section][name]


def make_context(library: Library) -> Context:
    """Return the context of `library`, which must have no problems."""
    vocabulary = library.vocabulary
    sections = ("categories", "themes", "domains", "levels", "measures", "families")
    targets = {
        entry.address: Target(entry.data.called, addresses.page(entry.kind, entry.id)) for entry in library.entries()
    }
    return Context(
        library=library,
        links=link(library),
        texts=TextRenderer(targets, library.ids),
        units={unit.id: unit for unit in vocabulary.units},
        families={family.id: family for family in vocabulary.families},
        terms={section: {term.id: term for term in getattr(vocabulary, section)} for section in sections},
    )
