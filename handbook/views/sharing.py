"""The texts of social cards."""

from collections.abc import Iterable
from typing import Any

from handbook import wording
from handbook.faces import Casebook, Headline
from handbook.guides import Guide
from handbook.library import Entry
from handbook.pictures.cards import Card
from handbook.views.diagrams import silhouette_of


def entry_card(book: Casebook, entry: Entry[Any]) -> Card:
    """Return the card of an entry: its title, its details, one figure, and the silhouette of its diagram."""
    face, drawn = book.face(entry.kind, entry.id), silhouette_of(book, entry)
    detail = face.line if face.organisation else face.summary
    number = face.number or Headline("", "")
    of = ": ".join(filter(None, (number.date, number.what)))
    return Card(face.label, face.title, detail, number.value, of, face.id, drawn)


def index_card(book: Casebook, title: str, description: str, plain: str) -> Card:
    """Return the card of an index or other page; `plain` is its title in Latin letters."""
    counted = wording.counted(len(book.library.case_studies), "system")
    return Card("An annotated casebook", title, description, counted, "that real people built and ran", plain)


def comparison_card(book: Casebook, one: str, other: str, title: str) -> Card:
    """Return the card of a comparison."""
    categories = dict.fromkeys(_category(book, name) for name in (one, other))
    return _side_by_side(book, (one, other), title, "; ".join(categories), wording.pair(one, other))


def guide_card(book: Casebook, guide: Guide) -> Card:
    """Return the card of a guide."""
    names = [entry.id for entry in guide.full]
    listed = wording.listing(tuple(entry.data.name for entry in guide.full))
    return _side_by_side(book, names, guide.name, listed, guide.id)


def _side_by_side(book: Casebook, names: Iterable[str], title: str, detail: str, plain: str) -> Card:
    systems = {use.case.id for name in names for use in book.links.uses_of_technology.get(name, ())}
    counted = wording.counted(len(systems), "system") if systems else ""
    said = "of this casebook took, left or rejected them" if systems else ""
    return Card("Side by side", title, detail, counted, said, plain)


def _category(book: Casebook, name: str) -> str:
    return book.term("categories", book.library.technologies[name].data.category).name
