"""What a shape is made of, field by field: the one description from which checks, pages, schema and scaffold work."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from handbook.model.fields import Form, InlineMarkdown, Local, Reference, Shape, Term

Mark = Reference | Term | Local | InlineMarkdown | Form


@dataclass(frozen=True)
class Field:
    """One field of a shape. `key` is what the file says, `name` the attribute; `many` is true of a list."""

    key: str
    name: str
    description: str
    required: bool
    default: Any
    many: bool
    shape: type[Shape] | None
    type: Any
    mark: Mark | None
    choices: tuple[str, ...]
    max_length: int | None


class Leaf(NamedTuple):
    """A marked value of an entry: the way to it, what it means, and the value."""

    steps: tuple[str | int, ...]
    mark: Mark
    value: str


@cache
def fields_of(shape: type[Shape]) -> tuple[Field, ...]:
    """Return the fields of `shape`: its own in the order of the model, then those that it shares with other shapes."""
    own = get_annotations(shape)
    names = sorted(shape.model_fields, key=lambda name: name not in own)
    return tuple(_field(name, shape.model_fields[name]) for name in names)


def leaves(value: Shape, steps: tuple[str | int, ...] = ()) -> Iterator[Leaf]:
    """Yield every marked text below `value`, in the order of the model."""
    for field in _telling_fields(type(value)):
        content = getattr(value, field.name)
        if content is None:
            continue
        here = (*steps, field.key)
        items = [((*here, number), item) for number, item in enumerate(content)] if field.many else [(here, content)]
        for place, item in items:
            if field.mark:
                yield Leaf(place, field.mark, item)
            elif field.shape:
                yield from leaves(item, place)


def parts(value: Shape, wanted: type[Shape], steps: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, Any]]:
    """Yield (steps, part) for every part below `value` that is a `wanted`, outer ones first."""
    if isinstance(value, wanted):
        yield steps, value
    for field in _telling_fields(type(value)):
        content = getattr(value, field.name)
        if field.shape is None or content is None:
            continue
        here = (*steps, field.key)
        if field.many:
            for number, item in enumerate(content):
                yield from parts(item, wanted, (*here, number))
        else:
            yield from parts(content, wanted, here)


def shape_at(shape: type[Shape], steps: tuple[str | int, ...]) -> type[Shape]:
    """Return the shape that the mapping at `steps` below `shape` has to take."""
    for key in steps:
        inner = next((field.shape for field in fields_of(shape) if field.key == key), None)
        shape = inner or shape
    return shape


@cache
def _telling_fields(shape: type[Shape]) -> tuple[Field, ...]:
    return tuple(
        field for field in fields_of(shape) if field.shape or (field.mark and not isinstance(field.mark, Form))
    )


def _field(name: str, info: FieldInfo) -> Field:
    inner, metadata, many = _unwrap(info.annotation, list(info.metadata), False)
    return Field(
        key=info.alias or name,
        name=name,
        description=info.description or "",
        required=info.is_required(),
        default=None if info.is_required() else info.default,
        many=many,
        shape=inner if isinstance(inner, type) and issubclass(inner, Shape) else None,
        type=inner,
        mark=next((item for item in reversed(metadata) if isinstance(item, Mark)), None),
        choices=get_args(inner) if get_origin(inner) is Literal else (),
        max_length=next((item.max_length for item in metadata if isinstance(item, StringConstraints)), None),
    )


def _unwrap(annotation: Any, metadata: list[Any], many: bool) -> tuple[Any, list[Any], bool]:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _unwrap(inner, [*metadata, *more], many)
    if origin in (Union, types.UnionType):
        (inner,) = (part for part in get_args(annotation) if part is not type(None))
        return _unwrap(inner, metadata, many)
    if origin is tuple:
        return _unwrap(get_args(annotation)[0], metadata, True)
    return annotation, metadata, many
