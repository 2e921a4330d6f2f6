"""The columns of tables, made from the models: one for each field that holds single values."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from typing import Any

from handbook.faces import Casebook
from handbook.model.case_study import Record
from handbook.model.entry import Period
from handbook.model.fields import DATE, InlineMarkdown, PartialDate, Reference, Shape, as_short
from handbook.model.figure import Range
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.structure import Field, fields_of

FLAT = (Period, Range, Record)
"""The shapes whose fields become columns of the table around them: `period_from`."""
BETWEEN = "; "
"""What separates the values of a list in a cell."""
TYPES: dict[type, str] = {float: "number", int: "number", bool: "boolean"}
FORMULA = re.compile(r"(?:^|(?<=;))(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet may begin to read a formula: at the start of a cell, or after another separator of cells."""
SUSPECT = re.compile(r"[;\s](?<! )")
"""A semicolon, or a space other than the usual one."""


@dataclass(frozen=True)
class Column:
    """A column: its name, what it has, and how to find its value in a part, by the names of attributes."""

    name: str
    field: Field
    way: tuple[str, ...]

    @property
    def type(self) -> str:
        """The type of the values."""
        return "string" if self.field.many else TYPES.get(self.field.type, "string")

    @property
    def refers_to(self) -> str:
        """The table that has the entries which the column names, or an empty string."""
        mark = self.field.mark
        is_id = isinstance(mark, Reference) and mark.kind in KIND_BY_NAME and not self.field.many
        return KIND_BY_NAME[mark.kind].folder if is_id and isinstance(mark, Reference) else ""

    def described(self) -> dict[str, object]:
        """Return the description of the column in a data package."""
        said: dict[str, object] = {"name": self.name, "type": self.type, "description": self.field.description}
        constraints: dict[str, object] = {"required": True} if self._is_required() else {}
        if self.field.choices and not self.field.many:
            constraints["enum"] = list(self.field.choices)
        if self.field.type is PartialDate:
            constraints["pattern"] = DATE.pattern
        return said | ({"constraints": constraints} if constraints else {})

    def _is_required(self) -> bool:
        return len(self.way) == 1 and self.field.required and not self.field.many

    def reader(self, book: Casebook) -> Callable[[Shape], str]:
        """Return the function that gives the cell of a part: empty if the part has no value."""
        single = partial(_plain_text, book) if isinstance(self.field.mark, InlineMarkdown) else _word
        write = partial(_listed, single) if self.field.many else single
        if len(self.way) > 1:
            return lambda part: write(_within(part, self.way))
        read = attrgetter(*self.way)
        return lambda part: write(read(part))


def _within(part: Any, way: tuple[str, ...]) -> Any:
    """Return the value at the end of `way`, or None if something on it is missing."""
    for name in way:
        part = None if part is None else getattr(part, name)
    return part


def _plain_text(book: Casebook, text: object) -> str:
    return guarded(book.plain(str(text))) if text else ""


def _listed(single: Callable[[object], str], values: Iterable[object]) -> str:
    return guarded(BETWEEN.join(map(single, values)))


def _word(value: object) -> str:
    """Return a single value as a cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(as_short(value))
    return "" if value is None else guarded(str(value))


@cache
def columns_of(shape: type[Shape]) -> tuple[Column, ...]:
    """Return the columns of a shape, without its id, which every table has as a key."""
    return tuple(_columns(shape, "", ()))


def _columns(shape: type[Shape], before: str, way: tuple[str, ...]) -> Iterator[Column]:
    for field in fields_of(shape):
        if field.shape in FLAT and not field.many:
            yield from _columns(field.shape, f"{before}{field.key}_", (*way, field.name))
        elif field.shape is None and field.key != "id":
            yield Column(f"{before}{field.key}", field, (*way, field.name))


def guarded(text: str) -> str:
    """Return a text on one line that no spreadsheet takes for a formula, by an apostrophe before its first sign."""
    if text[:1].isalnum() and not SUSPECT.search(text):  # a fast test for the usual text
        return text
    return FORMULA.sub("'", " ".join(text.split()))
