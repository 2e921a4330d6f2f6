"""Errors of the parser as the mistakes that people make: the place, the remedy in words, and a repair."""

import re
from collections.abc import Callable

import yaml

from handbook.mistakes.indentation import indented_start, item_without_list, no_dash, too_deep, wrong_indentation
from handbook.mistakes.keys import colon_in_text, in_brackets, no_colon, text_cut_short
from handbook.mistakes.mistake import Error, Mistake, mistake_at, without_line
from handbook.mistakes.signs import (
    bracket_too_many,
    escape,
    never_closed,
    odd_start,
    special_start,
    star_at_start,
    tag,
    text_after_bracket,
    text_after_quote,
)
from handbook.yaml_errors import SYNTAX, place_of
from handbook.yaml_lines import LineScan, Spot


def find_mistake(error: yaml.YAMLError, text: str) -> Mistake:
    """Return the mistake behind an error of the parser."""
    words = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
    lines = text.split("\n")[:-1] or [""]
    stopped = place_of(getattr(error, "problem_mark", None))
    begun = place_of(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None))
    number = min(stopped.line, len(lines)) - 1
    found = Error(LineScan(lines), number, stopped.column - 1 if stopped.line <= len(lines) else 0, begun, words)
    for recognise in RECOGNISERS:
        if mistake := recognise(found):
            return mistake
    return _unknown(found)


def _unknown(error: Error) -> Mistake:
    """Return a mistake with the general message for the parser's words."""
    message = next(words for pattern, words in SYNTAX.items() if re.search(pattern, error.words))
    spot = Spot(error.line, error.column, "")
    return mistake_at(spot, message, without_line(error, error.line), sure=False)


RECOGNISERS: tuple[Callable[[Error], Mistake | None], ...] = (
    tag, never_closed, text_after_quote, text_cut_short, too_deep, bracket_too_many, odd_start, escape,
    special_start, no_dash, no_colon, in_brackets, text_after_bracket, star_at_start, indented_start,
    wrong_indentation, item_without_list, colon_in_text,
)  # fmt: skip
"""The recognisers of mistakes; the first that finds one applies."""
