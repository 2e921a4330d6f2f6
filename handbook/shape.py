"""Validation: plain data becomes a model, or a list of problems with remedies."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from handbook.files import MAX_PROBLEMS
from handbook.known import NOTHING, Known
from handbook.misfits import MISFITS, Misfit, near_keys, wrong_value
from handbook.model.fields import Shape
from handbook.model.structure import Field, fields_of
from handbook.problem import UNTOLD, Place, Problem, Steps, rule_of
from handbook.source import YamlFile
from handbook.yaml_reader import Data

S = TypeVar("S", bound=Shape)


def fitting(source: YamlFile, shape: type[S]) -> S | None:
    """Return the data of `source` as a `shape`, or None if it does not fit."""
    try:
        return None if source.data is None else shape.model_validate(source.data)
    except ValidationError:
        return None


def fit(source: YamlFile, shape: type[S], known: Known | None = None) -> tuple[S | None, list[Problem]]:
    """Return the data of `source` as a `shape`, or None, with the problems found; `known` is for suggestions."""
    if source.data is None:
        return None, [*source.problems, *_problems_of_repaired(source, shape, known or NOTHING)]
    try:
        return shape.model_validate(source.data), list(source.problems)
    except ValidationError as error:
        told = _faults(error, source.data, shape)
        return None, [*source.problems, *_problems(source, shape, told, known or NOTHING)]


def _problems_of_repaired(source: YamlFile, shape: type[Shape], known: Known) -> Iterator[Problem]:
    """Yield the problems of a file with mistakes that cannot follow from those mistakes."""
    if source.repaired is None or source.repaired.data is None:
        return
    data, doubtful, is_torn = source.repaired
    try:
        shape.model_validate(data)
    except ValidationError as error:
        read = replace(source, data=data)
        faults = [fault for fault in _faults(error, data, shape) if not (is_torn and fault["type"] in OF_LOSS)]
        yield from (found for found in _problems(read, shape, faults, known) if found.line not in doubtful)


OF_LOSS = ("missing", "too_short", "model_type", "tuple_type")
"""The errors that lines left out may cause."""


def _faults(error: ValidationError, data: Data, shape: type[Shape]) -> list[ErrorDetails]:
    faults = error.errors(include_url=False) if error.error_count() <= MANY else _faults_of_many(data, shape)
    renamed = _renamed(faults, shape)
    return [fault for fault in faults if fault["loc"] not in renamed and not _follows_from_another(fault)]


MANY = 1000
"""The number of errors above which overlong lists are cut before their items are validated."""


def _faults_of_many(data: Data, shape: type[Shape]) -> list[ErrorDetails]:
    """Return the errors of `data` after cutting its lists to the allowed length, and one error for each list cut."""
    overlong: list[ErrorDetails] = []
    try:
        shape.model_validate(_cut(data, shape, (), overlong))
    except ValidationError as error:
        return [*overlong, *error.errors(include_url=False)]
    return overlong


def _cut(data: Data, shape: type[Shape], steps: Steps, overlong: list[ErrorDetails]) -> Data:
    if not isinstance(data, dict):
        return data
    fields = {field.key: field for field in fields_of(shape)}
    return {key: _cut_value(value, fields.get(key), (*steps, key), overlong) for key, value in data.items()}


def _cut_value(value: Data, field: Field | None, steps: Steps, overlong: list[ErrorDetails]) -> Data:
    if field is None or field.most is None or not isinstance(value, tuple):
        return _cut(value, field.shape, steps, overlong) if field and field.shape else value
    if len(value) > field.most:
        limit = {"max_length": field.most}
        overlong.append({"type": "too_long", "loc": steps, "msg": "", "input": value, "ctx": limit})
    items, inner = value[: field.most], field.shape
    return tuple(_cut(item, inner, (*steps, n), overlong) for n, item in enumerate(items)) if inner else items


def _problems(source: YamlFile, shape: type[Shape], faults: list[ErrorDetails], known: Known) -> Iterator[Problem]:
    """Yield a problem for each error; beyond MAX_PROBLEMS, the later ones have no message."""
    placed = [(_place(source, fault), number) for number, fault in enumerate(faults)]
    for count, (place, number) in enumerate(sorted(placed)):
        fault = faults[number]
        explain = MISFITS.get(fault["type"], wrong_value)
        message = UNTOLD
        if count < MAX_PROBLEMS:
            message = explain(Misfit(source, shape, _steps_in(source.data, fault["loc"]), fault, known))
        yield Problem(source.path, *place, message, rule_of(explain).name)


def _place(source: YamlFile, fault: ErrorDetails) -> Place:
    steps = _steps_in(source.data, fault["loc"])
    return source.key_place(steps) if fault["type"] == "extra_forbidden" else source.place(steps)


def _renamed(faults: list[ErrorDetails], shape: type[Shape]) -> set[Steps]:
    """Return the steps to missing keys that the file has under another name, which the check suggests there."""
    missing = {fault["loc"] for fault in faults if fault["type"] == "missing"}
    extra = [fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"] if missing else []
    return {(*steps[:-1], key) for steps in extra for key in near_keys(shape, steps)[:1]} & missing


def _follows_from_another(fault: ErrorDetails) -> bool:
    """Return whether a list is reported as too short only because some of its items are invalid."""
    return fault["type"] == "too_short" and bool(len(fault["input"]) >= fault["ctx"]["min_length"])


def _steps_in(data: Any, location: Steps) -> Steps:
    """Return the part of `location` that exists in the data; a missing key stays as the last step."""
    for number, step in enumerate(location, 1):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return location[:number]
    return location
