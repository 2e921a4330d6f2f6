"""The glossary page: technical terms, each explained in one sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook import addresses, wording
from handbook.collation import by_heading
from handbook.context import Link
from handbook.faces import Casebook
from handbook.model.vocabulary import GlossaryTerm
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class TermView:
    """A term; `see` links to the entry that explains it, `source` to an external page."""

    anchor: str
    name: str
    also: str
    what: str
    see: Link | None
    source: Link | None


@dataclass(frozen=True, slots=True)
class TermLetter:
    """The terms that begin with a letter."""

    anchor: str
    letter: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The data of the page."""

    breadcrumbs: tuple[Link, ...]
    sections: Sections
    counted: str
    letters: tuple[TermLetter, ...]


def glossary_view(book: Casebook) -> GlossaryView:
    """Return the glossary, sorted by term."""
    terms = book.library.vocabulary.glossary
    letters = tuple(_letters(book, terms))
    return GlossaryView(
        breadcrumbs=(Link("Home", addresses.HOME),),
        sections=sections(*((letter.anchor, letter.letter, True) for letter in letters)),
        counted=wording.counted(len(terms), "term"),
        letters=letters,
    )


def _letters(book: Casebook, terms: Iterable[GlossaryTerm]) -> Iterator[TermLetter]:
    for letter, group in by_heading(terms, lambda term: term.name):
        yield TermLetter(addresses.anchor("letter", letter.lower()), letter, tuple(_term(book, one) for one in group))


def _term(book: Casebook, term: GlossaryTerm) -> TermView:
    return TermView(
        anchor=addresses.anchor("term", term.id),
        name=term.name,
        also=", ".join(term.also_known_as),
        what=term.what,
        see=book.link(*term.see.split(":")) if term.see else None,
        source=Link(term.source.title, term.source.url) if term.source else None,
    )
