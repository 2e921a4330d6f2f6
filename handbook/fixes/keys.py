"""The keys of the models: all of them, and those that take a text in plain words."""

from functools import cache

from handbook.model.fields import InlineMarkdown, Shape
from handbook.model.kinds import KINDS
from handbook.model.structure import Field, fields_of


@cache
def _fields(shape: type[Shape]) -> frozenset[tuple[str, bool]]:
    """Return the keys below `shape`, each with whether it takes a text there."""
    own = {(field.key, _is_text(field)) for field in fields_of(shape)}
    return frozenset(own).union(*(_fields(field.shape) for field in fields_of(shape) if field.shape))


def _is_text(field: Field) -> bool:
    return field.type is str and (field.mark is None or isinstance(field.mark, InlineMarkdown))


FOUND = frozenset[tuple[str, bool]]().union(*(_fields(kind.shape) for kind in KINDS))
KEYS = frozenset(key for key, _ in FOUND)
"""All keys of the models of entries."""
TEXT_KEYS = frozenset(key for key, is_text in FOUND if is_text)
"""The keys that take a text in plain words, which may contain a `#`, a colon or a comma."""
