"""From plain data to a model, with every misfit as a Problem that says what would do."""

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from handbook.misfits import MISFITS, Misfit, wrong_value
from handbook.model.fields import Shape
from handbook.problem import Problem, Steps, rule_of
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
        return None, [*source.problems, *(_problem(source, shape, fault) for fault in faults)]


def _follows_from_another(fault: ErrorDetails) -> bool:
    """Tell whether a list counts as too short only because its items have faults of their own."""
    return fault["type"] == "too_short" and bool(len(fault["input"]) >= fault["ctx"]["min_length"])


def _problem(source: YamlFile, shape: type[Shape], fault: ErrorDetails) -> Problem:
    steps = _steps_in(source.data, fault["loc"])
    explain = MISFITS.get(fault["type"], wrong_value)
    at_key = fault["type"] == "extra_forbidden"
    place = source.key_place(steps) if at_key else source.place(steps)
    return Problem(source.path, *place, explain(Misfit(source, shape, steps, fault)), rule_of(explain).name)


def _steps_in(data: Any, location: Steps) -> Steps:
    """Return `location` as far as the data has it; a missing key stays as the last step."""
    for number, step in enumerate(location, 1):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return location[:number]
    return location
