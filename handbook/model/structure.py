"""Introspection of the models: the fields of a shape, and iteration over the values of an entry."""

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from annotated_types import MaxLen
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from handbook.model.fields import Form, InlineMarkdown, Local, Reference, Shape, Term
from handbook.problem import Steps

M = TypeVar("M", Reference, Term, Local, InlineMarkdown, Form)
P = TypeVar("P", bound=Shape)
Mark = Reference | Term | Local | InlineMarkdown | Form


@dataclass(frozen=True)
class Field:
    """One field of a shape. `key` is its name in the file, `name` the attribute; `many` is true for a list, which has
    at most `most` items."""

    key: str
    name: str
    description: str
    required: bool
    default: object
    many: bool
    shape: type[Shape] | None
    type: Any
    mark: Mark | None
    choices: tuple[str, ...]
    max_length: int | None
    most: int | None


@cache
def fields_of(shape: type[Shape]) -> tuple[Field, ...]:
    """Return the fields of `shape`: its own in the order of the model, then the inherited ones."""
    own = get_annotations(shape)
    names = sorted(shape.model_fields, key=lambda name: name not in own)
    return tuple(_field(name, shape.model_fields[name]) for name in names)


def leaves(value: Shape, mark: type[M], steps: Steps = ()) -> Iterator[tuple[Steps, M, str]]:
    """Yield (steps, mark, text) for every text below `value` that has a `mark`, in the order of the model."""
    for field in _fields_leading_to(type(value), cast("type", mark)):
        for place, item in _items(value, field, steps):
            if isinstance(field.mark, mark):
                yield place, field.mark, item
            else:
                yield from leaves(item, mark, place)


def parts(value: Shape, wanted: type[P], steps: Steps = ()) -> Iterator[tuple[Steps, P]]:
    """Yield (steps, part) for `value` and every part below it that is a `wanted`, outer ones first."""
    if isinstance(value, wanted):
        yield steps, value
    for field in _fields_leading_to(type(value), wanted):
        for place, item in _items(value, field, steps):
            yield from parts(item, wanted, place)


def _items(value: Shape, field: Field, steps: Steps) -> Iterable[tuple[Steps, Any]]:
    content = getattr(value, field.name)
    here = (*steps, field.key)
    if field.many:
        return [((*here, number), item) for number, item in enumerate(content)]
    return () if content is None else ((here, content),)


@cache
def _fields_leading_to(shape: type[Shape], wanted: type) -> tuple[Field, ...]:
    """Return the fields that have a mark or hold a shape of the type `wanted`, or lead to one."""
    return tuple(field for field in fields_of(shape) if _leads_to(field, wanted))


def _leads_to(field: Field, wanted: type) -> bool:
    if isinstance(field.mark, wanted):
        return True
    if field.shape is None:
        return False
    return issubclass(field.shape, wanted) or any(_leads_to(inner, wanted) for inner in fields_of(field.shape))


def shape_at(shape: type[Shape], steps: Steps) -> type[Shape]:
    """Return the shape of the mapping at `steps` below `shape`."""
    for key in steps:
        inner = next((field.shape for field in fields_of(shape) if field.key == key), None)
        shape = inner or shape
    return shape


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
        most=next((item.max_length for item in info.metadata if many and isinstance(item, MaxLen)), None),
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
