"""The data of a new entry: the example of its kind, with the ids and terms that the handbook has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pkgutil import get_data
from typing import cast

from handbook.library import Library
from handbook.model.fields import ID_FORM, URL_FORM, PartialDate, Reference, Shape, Term
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.structure import Field, fields_of
from handbook.source import read_source
from handbook.yaml_reader import Data

YEAR = 2015
"""The year of the dates in the examples."""
TERMS = ("families", "categories", "themes", "domains", "levels", "measures", "units")
Mapped = dict[str, Data]


@dataclass(frozen=True)
class Wishes:
    """What a contributor says about a new entry; `named` has ids by kind, which may not exist yet.

    `depth` is that of a technology, or empty for the usual one.
    """

    kind: str
    id: str
    name: str = ""
    start: int = YEAR
    until: int | None = YEAR
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    depth: str = ""


def example_of_kind(kind: str) -> Mapped:
    """Return the example of a kind; a kind without one has only stand-ins for its required keys."""
    try:
        content = get_data("handbook.scaffold", f"examples/{kind}.yml")
    except FileNotFoundError:
        content = None
    read = read_source(kind, content).data if content else {}
    return _with_required(KIND_BY_NAME[kind].shape, cast("Mapped", read))


def _with_required(shape: type[Shape], data: Mapped) -> Mapped:
    return {
        one.key: data.get(one.key) if one.key in data else stand_in(one)
        for one in fields_of(shape)
        if one.key in data or one.required
    }


def stand_in(one: Field) -> Data:
    """Return a value that a field takes; a text says what to write."""
    value: Data = _with_required(one.shape, {}) if one.shape else _single(one)
    return (value,) if one.many else value


def _single(one: Field) -> Data:
    if one.choices:
        return one.choices[0]
    by_type: dict[object, Data] = {PartialDate: YEAR, float: 1, int: 1, bool: False}
    by_mark: dict[object, Data] = {ID_FORM: "a-short-name", URL_FORM: "https://example.org/TODO"}
    if one.type in by_type or one.mark in by_mark:
        return by_type.get(one.type, by_mark.get(one.mark))
    if isinstance(one.mark, Reference):
        return "pattern:cache-aside" if one.mark.kind == "any" else f"a-{one.mark.kind}"
    return "a-term" if isinstance(one.mark, Term) else f"TODO: {one.description}"[: one.max_length or 100]


def filled(data: Mapped, wishes: Wishes, library: Library | None) -> Mapped:
    """Return `data` with the name, the dates, and the ids and terms that the contributor named or that exist."""
    choose = _Choice(wishes, library).id
    terms = (
        {section: [term.id for term in getattr(library.vocabulary, section)] for section in TERMS} if library else {}
    )
    whole = _renamed(data, KIND_BY_NAME[wishes.kind].shape, _value(wishes, choose, terms))
    if "period" in whole:
        until: Mapped = {"until": wishes.until} if wishes.until else {}
        whole["period"] = {"from": wishes.start, **until}
    return whole


class _Choice:
    """The choice of ids in place of those of the example: first those that the contributor named, then others."""

    def __init__(self, wishes: Wishes, library: Library | None) -> None:
        self._chosen: dict[tuple[str, str], str] = {}
        self._wished = {kind: list(names) for kind, names in wishes.named.items()}
        own = wishes.kind, wishes.id
        there = library.published() if library else None
        self._known = {
            kind: [n for n in (there.of(kind) if there else ()) if (kind, n) != own] for kind in KIND_BY_NAME
        }

    def id(self, kind: str, example: str) -> str:
        """Return the id of `kind` for the one in the example, always the same; without any, it is that one."""
        if (kind, example) not in self._chosen:
            wished, taken = self._wished.get(kind, []), self._chosen.values()
            known = [name for name in (example, *self._known[kind]) if name in self._known[kind] and name not in taken]
            self._chosen[kind, example] = wished.pop(0) if wished else next(iter(known), example)
        return self._chosen[kind, example]


def _value(
    wishes: Wishes, choose: Callable[[str, str], str], terms: Mapping[str, list[str]]
) -> Callable[[Field, Data], Data]:
    name = wishes.name or wishes.id.replace("-", " ").capitalize()

    def value(one: Field, given: Data) -> Data:
        if one.type is PartialDate:
            return wishes.until or wishes.start
        if not isinstance(given, str):
            return given
        if isinstance(one.mark, Reference):
            kind, colon, stand = given.rpartition(":")
            return f"{kind}{colon}{choose(kind or one.mark.kind, stand)}"
        if isinstance(one.mark, Term) and (known := terms.get(one.mark.section)):
            return given if given in known else known[0]
        if one.key == "name" and wishes.name and given == "TODO: NAME":
            return name
        return _claim(given.replace("NAME", name), choose)

    return value


def _claim(text: str, choose: Callable[[str, str], str]) -> str:
    """Return an address of a claim that names a pattern or a technology with the chosen id."""
    kind, _, stand = text.partition(":")
    return f"{kind}:{choose(kind, stand)}" if text in ("pattern:cache-aside", "technology:nginx") else text


def _renamed(data: Mapped, shape: type[Shape], value: Callable[[Field, Data], Data]) -> Mapped:
    fields = {one.key: one for one in fields_of(shape)}
    return {key: _each(given, fields[key], value) for key, given in data.items()}


def _each(given: Data, one: Field, value: Callable[[Field, Data], Data]) -> Data:
    if one.many and isinstance(given, tuple):
        return tuple(_single_value(item, one, value) for item in given)
    return _single_value(given, one, value)


def _single_value(given: Data, one: Field, value: Callable[[Field, Data], Data]) -> Data:
    if one.shape and isinstance(given, dict):
        return _renamed(given, one.shape, value)
    return value(one, given)
