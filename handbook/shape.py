"""From plain data to a model, with every misfit as a Problem that says what would do."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from handbook.files import MAX_PROBLEMS
from handbook.misfits import MISFITS, Misfit, wrong_value
from handbook.model.fields import Shape
from handbook.problem import UNTOLD, Place, Problem, Steps, rule_of
from handbook.source import YamlFile

S = TypeVar("S", bound=Shape)


def fit(source: YamlFile, shape: type[S]) -> tuple[S | None, list[Problem]]:
    """Return the data of `source` as a `shape`, or None and the reasons why it does not fit."""
    if source.data is None:
        return None, list(source.problems)
    try:
        return shape.model_validate(source.data), list(source.problems)
    except ValidationError as error:
        faults = [fault for fault in error.errors(include_url=False) if not _follows_from_another(fault)]
        return None, [*source.problems, *_problems(source, shape, faults)]


def _problems(source: YamlFile, shape: type[Shape], faults: list[ErrorDetails]) -> Iterator[Problem]:
    """Yield a problem for each fault; of very many, those that come last in the file are only counted."""
    placed = [(_place(source, fault), number) for number, fault in enumerate(faults)]
    for count, (place, number) in enumerate(sorted(placed)):
        fault = faults[number]
        explain = MISFITS.get(fault["type"], wrong_value)
        message = UNTOLD
        if count < MAX_PROBLEMS:
            message = explain(Misfit(source, shape, _steps_in(source.data, fault["loc"]), fault))
        yield Problem(source.path, *place, message, rule_of(explain).name)


def _place(source: YamlFile, fault: ErrorDetails) -> Place:
    steps = _steps_in(source.data, fault["loc"])
    return source.key_place(steps) if fault["type"] == "extra_forbidden" else source.place(steps)


def _follows_from_another(fault: ErrorDetails) -> bool:
    """Tell whether a list counts as too short only because its items have faults of their own."""
    return fault["type"] == "too_short" and bool(len(fault["input"]) >= fault["ctx"]["min_length"])


def _steps_in(data: Any, location: Steps) -> Steps:
    """Return `location` as far as the data has it; a missing key stays as the last step."""
    for number, step in enumerate(location, 1):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return location[:number]
    return location
