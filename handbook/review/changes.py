"""The changes between two versions of an entry, in words, for every field of its model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from handbook import wording
from handbook.model.evidence import Citation
from handbook.model.fields import InlineMarkdown, PartialDate, Shape
from handbook.model.figure import Figure
from handbook.model.structure import Field, fields_of
from handbook.review.lines import Line, Piece, listed, quoted, replaced, reworded, said
from handbook.review.matching import matched
from handbook.review.parts import Owner, gist, keyed, label, words_of
from handbook.wording import Units

ENTRY = Owner()
LONG = 60
"""Texts that are longer are compared word by word."""


@dataclass(frozen=True)
class Comparer:
    """Compares two versions of a part; figures are told in the units of each version."""

    old_units: Units
    new_units: Units

    def lines(self, old: Shape, new: Shape, owner: Owner = ENTRY) -> Iterator[Line]:
        """Yield a line for each change between two versions of a part."""
        told: set[str] = set()
        if isinstance(old, Figure) and isinstance(new, Figure):
            told = self._fields_of_value(old, new)
            if told:
                yield (*owner.words, said(": "), *replaced(self._value(old), self._value(new, self.new_units)))
        for field in fields_of(type(new)):
            one, other = getattr(old, field.name), getattr(new, field.name)
            if one != other and field.name not in told:
                yield from self._field(field, one, other, owner)

    def _value(self, figure: Figure, units: Units | None = None) -> str:
        return wording.figure_value(figure, self.old_units if units is None else units)

    def _fields_of_value(self, old: Figure, new: Figure) -> set[str]:
        """Return the fields whose change changes the value in words: the number, its unit, its precision."""
        names = (field.name for field in fields_of(Figure) if getattr(old, field.name) != getattr(new, field.name))
        updated = {name: old.model_copy(update={name: getattr(new, name)}) for name in names}
        return {name for name, figure in updated.items() if self._value(figure) != self._value(old)}

    def _field(self, field: Field, old: object, new: object, owner: Owner) -> Iterator[Line]:
        if field.many and field.shape is Citation:
            yield from _citations(cast("Sequence[Citation]", old), cast("Sequence[Citation]", new), owner)
        elif field.many and field.shape:
            yield from self._items(field, cast("Sequence[Shape]", old), cast("Sequence[Shape]", new), owner)
        elif isinstance(old, Shape) and isinstance(new, Shape):
            yield from self.lines(old, new, owner.inner((said(words_of(field)),)))
        else:
            here = owner.inner((said(words_of(field)),))
            yield (*here.words, said(": "), *_values(field, old, new))

    def _items(self, field: Field, old: Sequence[Shape], new: Sequence[Shape], owner: Owner) -> Iterator[Line]:
        """Yield the changes of a list, whose items are recognised by their ids or by what they say."""
        before, after = matched(old, new)
        gone = [item for key, item in before.items() if key not in after]
        come = [item for key, item in after.items() if key not in before]
        for one, other in _renamed(gone, come):
            gone.remove(one)
            come.remove(other)
            name = replaced(str(getattr(one, "id", "")), str(getattr(other, "id", "")))
            yield (said("renamed "), *owner.item(other, new.index(other) + 1).words, said(": "), *name)
        for item in gone:
            yield (said("removed "), *owner.item(item, old.index(item) + 1).words, *self._gist(item))
        for number, (key, item) in enumerate(after.items(), 1):
            inner = owner.item(item, number)
            if key in before:
                yield from self.lines(before[key], item, inner)
            elif item in come:
                yield (said("new "), *inner.words, *self._gist(item))
        if [key for key in before if key in after] != [key for key in after if key in before]:
            yield (said("another order of the "), *owner.inner((said(words_of(field)),)).words)

    def _gist(self, item: Shape) -> Line:
        words = self._value(item, {**self.old_units, **self.new_units}) if isinstance(item, Figure) else gist(item)
        return (said(": "), quoted(words)) if words else ()


def _renamed(gone: Sequence[Shape], come: Sequence[Shape]) -> list[tuple[Shape, Shape]]:
    """Return the pairs of items that differ in nothing but their id."""
    named = {repr(without_id(item)): item for item in gone if getattr(item, "id", None)}
    pairs = ((named.pop(repr(without_id(item)), None), item) for item in come if getattr(item, "id", None))
    return [(old, new) for old, new in pairs if old is not None]


def without_id(item: Shape) -> Shape:
    """Return a part without its id, to recognise it under another."""
    return item.model_copy(update={"id": None})


def _citations(old: Sequence[Citation], new: Sequence[Citation], owner: Owner) -> Iterator[Line]:
    """Yield the changes of the sources of a claim, and of the places in them."""
    before, after = keyed(old), keyed(new)
    gone = [_cited(item) for key, item in before.items() if key not in after]
    come = [_cited(item) for key, item in after.items() if key not in before]
    sources = owner.inner((said("source" if max(len(gone), len(come)) == 1 else "sources"),)).words
    if gone or come:
        yield (*sources, said(": "), *_listed(gone, come))
    for key in before:
        one, other = cast("Citation", before[key]), cast("Citation | None", after.get(key))
        if other and one.at != other.at:
            here = owner.inner((said("place in source "), quoted(one.id))).words
            yield (*here, said(": "), *_change(one.at, other.at))


def _cited(citation: Shape) -> str:
    assert isinstance(citation, Citation)
    return f"{citation.id} ({citation.at})" if citation.at else citation.id


def _listed(gone: list[str], come: list[str]) -> Line:
    if gone and come:
        return (*listed(gone, "gone"), said(" → "), *listed(come, "come"))
    return (said("added "), *listed(come, "come")) if come else (said("removed "), *listed(gone, "gone"))


def _values(field: Field, old: object, new: object) -> Line:
    """Return the change of a single value, or of a list of single values."""
    if field.many:
        before, after = ([_word(item) for item in cast("tuple[object, ...]", value)] for value in (old, new))
        gone, come = [item for item in before if item not in after], [item for item in after if item not in before]
        return _listed(gone, come) if gone or come else (said("another order"),)
    one, other = (None if value is None else _word(value) for value in (old, new))
    if one and other and (isinstance(field.mark, InlineMarkdown) or max(len(one), len(other)) > LONG):
        return reworded(one, other)
    return _change(one, other)


def _change(old: str | None, new: str | None) -> Line:
    if old is None:
        return (said("added "), Piece("come", quoted(new or "").text))
    if new is None:
        return (said("removed "), Piece("gone", quoted(old).text))
    return replaced(old, new)


def _word(value: object) -> str:
    """Return a value as a reader sees it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Shape):
        return gist(value) or " ".join(piece.text for piece in label(value, 1))
    if isinstance(value, PartialDate):
        return wording.date(value)
    return wording.number(value) if isinstance(value, int | float) else str(value)
