"""The messages for invalid fields: each function is a rule, named after the fault, and returns fault and remedy."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from handbook.intended import as_range, digits, is_host, is_id, plain_date, true_or_false
from handbook.known import Known
from handbook.model.fields import Local, Reference, Shape, Term
from handbook.model.figure import Range
from handbook.model.structure import Field, fields_of, shape_at
from handbook.nearest import did_you_mean, one_of, slug, suggestion
from handbook.problem import Steps
from handbook.source import YamlFile
from handbook.synonyms import with_synonyms


@dataclass(frozen=True)
class Misfit:
    """A value that does not fit its shape, with the error of pydantic. A missing key is the last of `steps`."""

    source: YamlFile
    shape: type[Shape]
    steps: Steps
    details: ErrorDetails
    known: Known

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that lead to the value, without list positions."""
        return tuple(step for step in self.steps if isinstance(step, str))

    @property
    def key(self) -> str:
        """The key, as messages name it."""
        return f"`{self.names[-1]}`" if self.names else "the file"

    @property
    def field(self) -> Field | None:
        """The field that the value was meant for."""
        owner = shape_at(self.shape, self.names[:-1])
        return next((field for field in fields_of(owner) if self.names and field.key == self.names[-1]), None)

    @property
    def hint(self) -> str:
        """The description of the field, in brackets."""
        described = self.field.description if self.field else ""
        return f" ({described.splitlines()[0].rstrip('.')})" if described else ""

    @property
    def value(self) -> object:
        """The value in the file."""
        value: object = self.details["input"]
        return value

    @property
    def found(self) -> str:
        """The value, as messages name it."""
        if isinstance(self.value, dict | tuple):
            return f"a {yaml_type(self.value)}"
        if isinstance(self.value, bool):
            return f"`{str(self.value).lower()}`"
        text = "empty" if self.value is None else f"`{self.value}`"
        return text if len(text) <= 80 else f"{text[:78]}…`"

    @property
    def length(self) -> int:
        """The number of characters or items of the value."""
        return len(self.value) if isinstance(self.value, str | tuple) else 0

    def limit(self, name: str) -> int:
        """Return a limit of the field: `max_length`."""
        return int(self.details["ctx"][name])


def missing_key(misfit: Misfit) -> str:
    """A required key is missing."""
    return f"{misfit.key} is missing{misfit.hint}"


def unknown_key(misfit: Misfit) -> str:
    """The file has a key that is not allowed in this place."""
    keys = [field.key for field in fields_of(shape_at(misfit.shape, misfit.names[:-1]))]
    near = suggestion(near_keys(misfit.shape, misfit.steps))
    return f"{misfit.key} is not a key here{near or '; the keys are ' + one_of(keys, 30)}"


def near_keys(shape: type[Shape], steps: Steps) -> tuple[str, ...]:
    """Return the keys that may be meant by the unknown key at `steps` below a `shape`."""
    owner = shape_at(shape, tuple(step for step in steps[:-1] if isinstance(step, str)))
    return with_synonyms(field.key for field in fields_of(owner)).nearest(str(steps[-1]))


def not_a_text(misfit: Misfit) -> str:
    """A field that takes text has something else: nothing, a list, or a number or `true` without quotes."""
    if misfit.value is None:
        return f"{misfit.key} is empty; fill it in, or delete the line{misfit.hint}"
    if misfit.steps in misfit.source.written:
        written = misfit.source.written[misfit.steps]
        return f'{misfit.key} has to be text, but `{written}` without quotes is not; write "{written}" in quotes'
    return f"{misfit.key} has to be text, but this is a {yaml_type(misfit.value)}{misfit.hint}"


def not_a_number(misfit: Misfit) -> str:
    """A field that takes a number has something else."""
    number = digits(misfit.value)
    bare = " without quotes" if number == misfit.value else ""
    remedy = f"write `{number}`{bare}" if number else "write digits without separators or quotes"
    return f"{misfit.key} has to be a number, but this is {misfit.found}; {remedy}"


def not_true_or_false(misfit: Misfit) -> str:
    """A field that takes `true` or `false` has something else."""
    word = true_or_false(misfit.value)
    return f"{misfit.key} has to be `true` or `false`, but this is {misfit.found}{f'; write `{word}`' if word else ''}"


def not_a_list(misfit: Misfit) -> str:
    """A field that takes a list has something else."""
    return f"{misfit.key} has to be a list, each item on its own line after `- `, but this is {misfit.found}"


def not_a_mapping(misfit: Misfit) -> str:
    """A field that takes a mapping of keys to values has something else."""
    shape = shape_at(misfit.shape, misfit.names)
    first = next((field.key for field in fields_of(shape) if field.required and field.shape is None), None)
    whole = f"{{{first}: {misfit.value}}}" if first and is_id(misfit.value) else ""
    remedy = as_range(misfit.value) if shape is Range else whole
    keys = one_of((field.key for field in fields_of(shape)), 6)
    wrong = f"{misfit.key} has to be a mapping with keys ({keys}), but this is {misfit.found}"
    return f"{wrong}; write `{remedy}`" if remedy else wrong


def not_a_choice(misfit: Misfit) -> str:
    """A field has a value that is not one of its choices."""
    choices = misfit.field.choices if misfit.field else ()
    near = did_you_mean(str(misfit.value or ""), with_synonyms(choices))
    return f"{misfit.key} is {misfit.found}, but has to be one of {one_of(choices, 20)}{near}"


def text_too_long(misfit: Misfit) -> str:
    """A text has more characters than its field allows."""
    limit = misfit.limit("max_length")
    return f"{misfit.key} has {misfit.length} characters, but the limit is {limit}; shorten it, or split it"


def empty_text(misfit: Misfit) -> str:
    """A text is empty, or has only invisible characters."""
    return f"{misfit.key} is empty; fill it in, or delete the line{misfit.hint}"


def too_few_items(misfit: Misfit) -> str:
    """A list has fewer items than its field requires."""
    found = "one item" if misfit.length == 1 else f"{misfit.length or 'no'} items"
    return f"{misfit.key} has {found}, but needs {misfit.limit('min_length')}{misfit.hint}"


def too_many_items(misfit: Misfit) -> str:
    """A list has more items than its field allows."""
    return f"{misfit.key} has {misfit.length} items, but the limit is {misfit.limit('max_length')}{misfit.hint}"


def wrong_form(misfit: Misfit) -> str:
    """A text does not have the form that its field requires: an id, an address, a kind with an id, a language."""
    word, mark = str(misfit.value), misfit.field.mark if misfit.field else None
    if meant := misfit.known.advice(mark, word):
        return f"{misfit.key} is {misfit.found}{meant}"
    pattern: str = misfit.details["ctx"]["pattern"]
    in_words = [words for start, words in FORMS.items() if pattern.startswith(start)]
    wanted = in_words[0] if in_words else f"it has to match {pattern}"
    return f"{misfit.key} is {misfit.found}, but {wanted}{suggestion(_in_form(misfit, word, pattern))}"


def _in_form(misfit: Misfit, word: str, pattern: str) -> list[str]:
    """Return a word in the form that an id or an address requires, if that can be what is meant."""
    if misfit.field and isinstance(misfit.field.mark, Local):
        return [one for one in [re.sub("s:", ":", word, count=1)] if re.fullmatch(pattern, one)]
    if pattern.startswith("^https?"):
        return [f"https://{word}"] if is_host(word) and re.fullmatch(pattern, f"https://{word}") else []
    named = misfit.field and isinstance(misfit.field.mark, Reference | Term)
    return [slug(word)] if pattern.startswith(ID_PATTERN) and slug(word) and not named else []


ID_PATTERN = "^[a-z0-9]+(-"
FORMS = {
    "^https?": "an address begins with https:// or http://, and has no spaces and no user name",
    ID_PATTERN: "an id has lower-case letters, digits and single hyphens: `fan-out-on-write`",
    "^[a-z]+(-": "an entry is named with its kind: `pattern:fan-out-on-write`",
    "^(figure|": "a claim is named with its kind: `decision:sharding`, `figure:daily-requests`, `lesson:start-simple`",
    "^[a-z]{2,3}(-": "a language is a short tag: `en`, `de`, `pt-BR`",
}
"""The required form in words, by the beginning of the pattern."""


def out_of_bounds(misfit: Misfit) -> str:
    """A number is smaller or larger than its field allows."""
    bound: float = next(iter(misfit.details["ctx"].values()))
    return f"{misfit.key} is {misfit.found}, but has to be {BOUNDS[misfit.details['type']]} {bound:,.16g}"


BOUNDS = {
    "too_near_to_zero": "0, or at least", "greater_than": "more than", "greater_than_equal": "at least",
    "less_than": "less than", "less_than_equal": "at most",
}  # fmt: skip


def not_a_date(misfit: Misfit) -> str:
    """A field that takes a date has something that is not a year, a month or a day."""
    date = plain_date(misfit.source.written.get(misfit.steps, str(misfit.value)))
    return f"{misfit.key} is {misfit.found}; write the date as `{date}`" if date else wrong_value(misfit)


def wrong_value(misfit: Misfit) -> str:
    """A value does not fit its field, and no other rule explains why."""
    said = misfit.details["msg"]
    return f"{misfit.key} {said[0].lower()}{said[1:]}; found {misfit.found}"


def yaml_type(value: object) -> str:
    """Return the YAML name of the type of a value."""
    names = {dict: "mapping", tuple: "list", bool: "true or false", int: "number", float: "number", str: "text"}
    return names.get(type(value), "value")


Explain = Callable[[Misfit], str]
MISFITS: dict[str, Explain] = {
    "missing": missing_key,
    "extra_forbidden": unknown_key,
    "string_type": not_a_text,
    "float_type": not_a_number,
    "int_type": not_a_number,
    "finite_number": not_a_number,
    "bool_type": not_true_or_false,
    "tuple_type": not_a_list,
    "model_type": not_a_mapping,
    "model_attributes_type": not_a_mapping,
    "literal_error": not_a_choice,
    "string_too_long": text_too_long,
    "string_too_short": empty_text,
    "invisible": empty_text,
    "too_short": too_few_items,
    "too_long": too_many_items,
    "string_pattern_mismatch": wrong_form,
    "date": not_a_date,
    **dict.fromkeys(BOUNDS, out_of_bounds),
}
"""The function that explains an error, by pydantic's error type; `wrong_value` explains all others."""
