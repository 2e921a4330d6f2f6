"""From plain data to a model, with every misfit as a Problem that says what would do."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from handbook.model.fields import Shape
from handbook.model.structure import Field, fields_of, shape_at
from handbook.nearest import did_you_mean, one_of
from handbook.problem import Problem, Steps
from handbook.source import Source

Fault = Mapping[str, Any]
S = TypeVar("S", bound=Shape)


def fit(source: Source, shape: type[S]) -> tuple[S | None, list[Problem]]:
    """Return the data of `source` as a `shape`, or None and the reasons why it does not fit."""
    if source.data is None:
        return None, list(source.problems)
    try:
        return shape.model_validate(source.data), list(source.problems)
    except ValidationError as error:
        faults = [fault for fault in error.errors(include_url=False) if not _follows_from_another(fault)]
        return None, [*source.problems, *(_problem(source, shape, fault) for fault in faults)]


def _follows_from_another(fault: Fault) -> bool:
    """Tell whether a list counts as too short only because its items have faults of their own."""
    return fault["type"] == "too_short" and bool(len(fault["input"]) >= fault["ctx"]["min_length"])


def _problem(source: Source, shape: type[Shape], fault: Fault) -> Problem:
    steps = _steps_in(source.data, fault["loc"])
    rule, explain = FAULTS.get(fault["type"], ("wrong-value", _as_pydantic_says))
    at_key = fault["type"] == "extra_forbidden"
    place = source.key_place(steps) if at_key else source.place(steps)
    return Problem(source.path, *place, explain(source, shape, fault, steps), rule)


def _steps_in(data: Any, location: Steps) -> Steps:
    """Return `location` as far as the data has it; a missing key stays as the last step."""
    steps: list[str | int] = []
    for step in location:
        steps.append(step)
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
    return tuple(steps)


def _key(steps: Steps) -> str:
    names = [step for step in steps if isinstance(step, str)]
    return f"`{names[-1]}`" if names else "the file"


def _wanted(shape: type[Shape], steps: Steps) -> Field | None:
    names = [step for step in steps if isinstance(step, str)]
    owner = shape_at(shape, tuple(names[:-1]))
    return next((field for field in fields_of(owner) if names and field.key == names[-1]), None)


def _hint(shape: type[Shape], steps: Steps) -> str:
    field = _wanted(shape, steps)
    return f" ({field.description.splitlines()[0].rstrip('.')})" if field and field.description else ""


def _missing(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    return f"{_key(steps)} is missing{_hint(shape, steps)}"


def _unknown_key(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    keys = [field.key for field in fields_of(shape_at(shape, steps[:-1]))]
    near = did_you_mean(str(steps[-1]), keys)
    return f"{_key(steps)} is not a key here{near or '; the keys are ' + one_of(keys, 30)}"


def _not_text(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    value = fault["input"]
    if value is None:
        return f"{_key(steps)} is empty; write it, or take the line out{_hint(shape, steps)}"
    if steps in source.written:
        written = source.written[steps]
        return f'{_key(steps)} is a text, and `{written}` without quotes is not: write "{written}" in quotes'
    return f"{_key(steps)} is a text, and this is a {_yaml_type(value)}{_hint(shape, steps)}"


def _not_number(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    return f"{_key(steps)} is a number, and this is {_found(fault)}; write digits without separators or quotes"


def _not_true_or_false(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    return f"{_key(steps)} is `true` or `false`, and this is {_found(fault)}"


def _not_list(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    return f"{_key(steps)} is a list, each item on a line behind `- `, and this is {_found(fault)}"


def _not_mapping(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    keys = [field.key for field in fields_of(shape_at(shape, steps))]
    return f"{_key(steps)} is a mapping with keys ({one_of(keys, 6)}), and this is {_found(fault)}"


def _not_a_choice(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    field = _wanted(shape, steps)
    choices = field.choices if field else ()
    near = did_you_mean(str(fault["input"] or ""), choices)
    return f"{_key(steps)} is {_found(fault)}, and may be {one_of(choices, 20)}{near}"


def _too_long(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    most, length = fault["ctx"]["max_length"], len(fault["input"])
    return f"{_key(steps)} has {length} characters, and {most} are allowed; shorten it or split it"


def _empty(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    return f"{_key(steps)} is empty; write it, or take the line out{_hint(shape, steps)}"


def _too_few(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    count, least = len(fault["input"]), fault["ctx"]["min_length"]
    found = "one item" if count == 1 else f"{count or 'no'} items"
    return f"{_key(steps)} has {found}, and needs {least}{_hint(shape, steps)}"


def _too_many(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    count, most = len(fault["input"]), fault["ctx"]["max_length"]
    return f"{_key(steps)} has {count} items, and {most} are allowed{_hint(shape, steps)}"


def _wrong_form(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    pattern = fault["ctx"]["pattern"]
    in_words = [words for start, words in FORMS.items() if pattern.startswith(start)]
    return f"{_key(steps)} is {_found(fault)}, and {in_words[0] if in_words else f'it has to look like {pattern}'}"


FORMS = {
    "^https?": "an address begins with https:// or http:// and has no blanks",
    "^[a-z0-9]+(-": "an id has lower-case letters, digits and single hyphens: `fan-out-on-write`",
    "^(case-study|": "an entry is named with its kind: `pattern:fan-out-on-write`; a path is no stop of a path",
    "^(figure|": "a claim is named with its kind: `decision:sharding`, `figure:daily-requests`, `lesson:start-simple`",
    "^[a-z]{2,3}(-": "a language is a short tag: `en`, `de`, `pt-BR`",
}
"""What a text has to look like, in words, by the beginning of its pattern."""


def _out_of_bounds(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    bound = next(iter(fault["ctx"].values()))
    words = BOUNDS[fault["type"]]
    return f"{_key(steps)} is {_found(fault)}, and has to be {words} {bound:g}"


BOUNDS = {
    "greater_than": "more than", "greater_than_equal": "at least",
    "less_than": "less than", "less_than_equal": "at most",
}  # fmt: skip


def _as_pydantic_says(source: Source, shape: type[Shape], fault: Fault, steps: Steps) -> str:
    message = fault["msg"]
    return f"{_key(steps)} {message[0].lower()}{message[1:]}; found {_found(fault)}"


def _found(fault: Fault) -> str:
    value = fault["input"]
    if isinstance(value, dict | tuple):
        return f"a {_yaml_type(value)}"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    text = "empty" if value is None else f"`{value}`"
    return text if len(text) <= 80 else f"{text[:78]}…`"


def _yaml_type(value: object) -> str:
    names = {dict: "mapping", tuple: "list", bool: "true or false", int: "number", float: "number", str: "text"}
    return names.get(type(value), "value")


Explain = Callable[[Source, type[Shape], Fault, Steps], str]
FAULTS: dict[str, tuple[str, Explain]] = {
    "missing": ("missing-key", _missing),
    "extra_forbidden": ("unknown-key", _unknown_key),
    "string_type": ("not-a-text", _not_text),
    "float_type": ("not-a-number", _not_number),
    "int_type": ("not-a-number", _not_number),
    "finite_number": ("not-a-number", _not_number),
    "bool_type": ("not-true-or-false", _not_true_or_false),
    "tuple_type": ("not-a-list", _not_list),
    "model_type": ("not-a-mapping", _not_mapping),
    "model_attributes_type": ("not-a-mapping", _not_mapping),
    "literal_error": ("not-a-choice", _not_a_choice),
    "string_too_long": ("text-too-long", _too_long),
    "string_too_short": ("empty-text", _empty),
    "too_short": ("too-few-items", _too_few),
    "too_long": ("too-many-items", _too_many),
    "string_pattern_mismatch": ("wrong-form", _wrong_form),
    "greater_than": ("out-of-bounds", _out_of_bounds),
    "greater_than_equal": ("out-of-bounds", _out_of_bounds),
    "less_than": ("out-of-bounds", _out_of_bounds),
    "less_than_equal": ("out-of-bounds", _out_of_bounds),
    "date": ("not-a-date", _as_pydantic_says),
}
