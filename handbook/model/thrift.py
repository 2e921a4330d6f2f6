"""Models that take less memory: 10,000 case studies have a million parts, most of them given with the same fields."""

from handbook.model.fields import Shape

_sets: dict[frozenset[str], set[str]] = {}
"""The sets of names of the fields that some part gives, each once; pydantic makes one for every part."""


def thrifty(value: Shape) -> None:
    """Let all parts of a model share what is equal and never changes: a third of its memory."""
    given = value.__pydantic_fields_set__
    names = frozenset(given)
    if _sets.get(names) is given:
        return  # the parts of this one share already
    object.__setattr__(value, "__pydantic_fields_set__", _sets.setdefault(names, given))
    for inner in value.__dict__.values():
        for item in inner if isinstance(inner, tuple) else (inner,):
            if isinstance(item, Shape):
                thrifty(item)
