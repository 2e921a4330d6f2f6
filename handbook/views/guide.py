"""The guide of a category: technologies in columns, properties in rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from markupsafe import Markup

from handbook import addresses, wording
from handbook.context import Link
from handbook.faces import Casebook, Face
from handbook.guides import Guide
from handbook.views.alignment import Likeness, Points, align
from handbook.views.evidence import Bibliography
from handbook.views.facts import Facts, facts
from handbook.views.portrait import Portrait, portrait
from handbook.views.said import Said, said, said_points
from handbook.views.sections import Sections, sections


@dataclass(frozen=True, slots=True)
class Reason:
    """When to choose a technology, with links to the comparisons with the others."""

    text: Markup
    over: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GuideColumn:
    """A technology of a guide."""

    face: Face
    choose: tuple[Reason, ...]
    solves: Said


@dataclass(frozen=True, slots=True)
class GuideView:
    """The data of a guide; `others` are the brief entries, which have too little to compare."""

    name: str
    what: str
    breadcrumbs: tuple[Link, ...]
    sections: Sections
    category: Link
    facts: Facts
    columns: tuple[GuideColumn, ...]
    excels: Points
    fails: Points
    others: tuple[Face, ...]
    pairs: tuple[Link, ...]


def guide_view(book: Casebook, likeness: Likeness, guide: Guide) -> GuideView:
    """Return the page of a guide."""
    portraits = [portrait(book, entry, Bibliography(book, entry.data.sources)) for entry in guide.full]
    names = [entry.id for entry in guide.full]
    pairs = tuple(_pairs(book, names))
    return GuideView(
        name=guide.name,
        what=guide.category.what,
        breadcrumbs=(
            Link("Home", addresses.HOME),
            Link("Technologies", addresses.TECHNOLOGIES),
            Link("Compare", addresses.COMPARE),
        ),
        sections=sections(
            ("side-by-side", "Side by side", True),
            ("pairs", "Pairs in detail", pairs),
            ("others", "Brief entries", guide.others),
        ),
        category=Link(guide.category.name, addresses.category(guide.category.id)),
        facts=facts(portraits, without="Category"),
        columns=tuple(_column(one, portraits) for one in portraits),
        excels=align([said_points(one.face, one.excels) for one in portraits], likeness),
        fails=align([said_points(one.face, one.fails) for one in portraits], likeness),
        others=tuple(book.face("technology", entry.id) for entry in guide.others),
        pairs=pairs,
    )


def _column(one: Portrait, portraits: Sequence[Portrait]) -> GuideColumn:
    return GuideColumn(one.face, tuple(_reasons(one, portraits)), said(one.face, one.solves))


def _reasons(one: Portrait, portraits: Sequence[Portrait]) -> Iterator[Reason]:
    """Yield the reasons to choose a technology, from its own entry and the others; identical texts are merged."""
    over: dict[Markup, dict[str, Link]] = {}
    for text, other in chain.from_iterable(map(partial(_advice, one), portraits)):
        link = Link(other.name, addresses.comparison(one.face.id, other.id))
        over.setdefault(text, {})[other.id] = link
    for text, links in over.items():
        yield Reason(text, tuple(links.values()))


def _advice(one: Portrait, other: Portrait) -> Iterator[tuple[Markup, Face]]:
    yield from ((view.choose_this, other.face) for view in one.alternatives if view.face.id == other.face.id)
    yield from ((view.choose_that, other.face) for view in other.alternatives if view.face.id == one.face.id)


def _pairs(book: Casebook, names: Sequence[str]) -> Iterator[Link]:
    """Yield the comparisons of technologies within the guide."""
    for pair in book.links.pairs:
        if set(pair) <= set(names):
            one, other = (book.face("technology", name).name for name in pair)
            yield Link(wording.pair(one, other), addresses.comparison(*pair))
