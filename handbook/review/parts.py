"""The parts of an entry: how each is called, and by what it is recognised in another version of the entry."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from handbook.model.fields import ID_FORM, InlineMarkdown, Local, Reference, Shape
from handbook.model.structure import Field, fields_of
from handbook.review.lines import Line, quoted, said

LONGEST_NAME = 200
"""The maximum length of a field that serves as a name; longer ones are sentences."""
Key = tuple[object, ...]


class Owner(NamedTuple):
    """A part with its name, and the part around it: `step 2 of flow Read path`. The entry itself has no words."""

    words: Line = ()

    def inner(self, words: Line) -> "Owner":
        """Return a part of this part."""
        return Owner((*words, said(" of "), *self.words) if self.words else words)

    def item(self, part: Shape, number: int) -> "Owner":
        """Return an item of a list in this part: a part with an id needs no words for `architecture` around it."""
        around = Owner() if len(self.words) == 1 and getattr(part, "id", None) else self
        return around.inner(label(part, number))


def label(part: Shape, number: int) -> Line:
    """Return what a part is, and its name: `figure Requests in a day`; without a name, its number."""
    name = next((text for field in _naming(type(part)) if (text := getattr(part, field.name))), None)
    return (said(f"{kind_of(part)} "), quoted(str(name))) if name else (said(f"{kind_of(part)} {number}"),)


def kind_of(part: Shape) -> str:
    """Return what a part is, in words: `technology use`."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", type(part).__name__).lower()


@cache
def _naming(shape: type[Shape]) -> tuple[Field, ...]:
    """Return the fields that can name a part: a name, else its id, else what it refers to."""
    texts = [f for f in fields_of(shape) if f.type is str and f.mark is None and (f.max_length or 0) <= LONGEST_NAME]
    names = [field for field in texts if field.required and not field.many and field.max_length]
    return (*names, *identifying(shape))


@cache
def identifying(shape: type[Shape]) -> tuple[Field, ...]:
    """Return the fields that tell an item from others: its id, and what it has to refer to."""
    own = [field for field in fields_of(shape) if field.key == "id"]
    others = [field for field in fields_of(shape) if field.required and not field.many and _is_id(field)]
    return (*own, *(field for field in others if field.key != "id"))


def _is_id(field: Field) -> bool:
    return isinstance(field.mark, Reference | Local) or field.mark is ID_FORM


def keyed(items: Sequence[Shape]) -> Mapping[Key, Shape]:
    """Return the items of a list by what identifies them: the id, else what they refer to, else their number."""
    seen: Counter[Key] = Counter()
    found: dict[Key, Shape] = {}
    for item in items:
        key = identity(item)
        found[(*key, seen[key])] = item
        seen[key] += 1
    return found


def identity(item: Shape) -> Key:
    """Return what identifies an item, which may be nothing: its id, else what it refers to."""
    own = getattr(item, "id", None)
    return (own,) if own else tuple(getattr(item, field.name) for field in identifying(type(item)))


def gist(part: Shape) -> str:
    """Return the first sentence of a part, or an empty string."""
    fields = (field for field in fields_of(type(part)) if isinstance(field.mark, InlineMarkdown) and not field.many)
    return next((text for field in fields if (text := getattr(part, field.name))), "")


def all_parts(part: Shape, owner: Owner) -> Iterator[tuple[Owner, str, Shape]]:
    """Yield every part below `part`: its owner with its own name, the key that leads to it, and the part."""
    for field in fields_of(type(part)):
        if field.shape and (content := getattr(part, field.name)) is not None:
            for number, item in enumerate(content if field.many else (content,), 1):
                inner = owner.item(item, number) if field.many else owner.inner((said(words_of(field)),))
                yield inner, field.key if field.many else "", item
                yield from all_parts(item, inner)


def words_of(field: Field) -> str:
    """Return the key of a field as words: `as of`."""
    return field.key.replace("_", " ")
