"""Guides: comparisons of all technologies of a category that has several full entries."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook import addresses
from handbook.collation import name_order
from handbook.faces import Casebook
from handbook.library import Entry
from handbook.model.technology import Technology
from handbook.model.vocabulary import Category

ENOUGH = 3
"""The minimum number of full entries of a category with a guide. For two, the comparison of the pair is enough."""


@dataclass(frozen=True)
class Guide:
    """A category, its full entries in descending order of case studies, and its brief entries as `others`."""

    category: Category
    full: tuple[Entry[Technology], ...]
    others: tuple[Entry[Technology], ...]

    @property
    def id(self) -> str:
        """The last part of the address."""
        return self.category.guide or self.category.id

    @property
    def url(self) -> str:
        """The address of the guide."""
        return addresses.guide(self.id)

    @property
    def name(self) -> str:
        """The title: `Queues and logs compared`."""
        return f"{self.category.name} compared"


def guides(book: Casebook) -> Iterator[Guide]:
    """Yield the guides in the order of the vocabulary."""
    for category in book.library.vocabulary.categories:
        if guide := guide_over(book, category):
            yield guide


def guide_over(book: Casebook, category: Category) -> Guide | None:
    """Return the guide of a category, if it has one."""
    entries = book.links.technologies_of_category.get(category.id, ())
    full = [entry for entry in entries if entry.data.depth == "full"]
    if len(full) < ENOUGH:
        return None
    full.sort(key=lambda entry: (-book.face("technology", entry.id).weight, name_order(entry.data.name)))
    return Guide(category, tuple(full), tuple(entry for entry in entries if entry.data.depth != "full"))
