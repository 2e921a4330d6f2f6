"""Problems for people, for annotations on GitHub, and for tools that read SARIF."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence

from handbook import addresses
from handbook.problem import Problem, Rule, printable

WIDTH = 100
"""The number of characters that are shown of a long line."""
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def rule_address(rule: str, home: str = "") -> str:
    """Return the address of a rule's explanation, from the site root if the address of the site is unknown."""
    return f"{home.rstrip('/')}{addresses.CHECKS}#{rule}"


def as_text(problem: Problem, line: str | None, home: str = "", label: str = "") -> str:
    """Return a problem in three lines: the message, the line of the file, and a mark under the place with the rule.

    `line` is the line of the file, or None if there is none to show.
    """
    message = f"{label}: {problem}" if label else str(problem)
    address = rule_address(problem.rule, home)
    if line is None:
        return f"{message}\n    {address}"
    shown, before = _excerpt(line, problem.column - 1)
    margin = " " * len(str(problem.line))
    return f"{message}\n  {problem.line} | {shown}\n  {margin} | {' ' * _width(before)}^ {address}"


def _excerpt(line: str, column: int) -> tuple[str, str]:
    """Return the part of a line around a column in printable form, and what is shown before the column."""
    first = max(0, min(column - WIDTH // 2, len(line) - WIDTH)) if len(line) > WIDTH else 0
    cut, more = "…" if first else "", "…" if first + WIDTH < len(line) else ""
    shown = printable(line[first : first + WIDTH]).rstrip()
    return f"{cut}{shown}{more}", f"{cut}{printable(line[first:column])}"


def _width(text: str) -> int:
    """Return the number of columns that a text takes in a terminal."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) > 0 for sign in text)


def as_annotation(problem: Problem, level: str = "error") -> str:
    """Return a GitHub workflow command: https://docs.github.com/actions/reference/workflow-commands."""
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(problem.rule)}"
    return f"::{level} {place}::{_data(problem.words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Iterable[Problem], advice: Iterable[Problem], rules: Sequence[Rule], home: str = "") -> str:
    """Return a log in SARIF 2.1.0, in which problems are errors and advice is notes."""
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    driver: dict[str, object] = {"name": "how-it-scaled", "rules": [_sarif_rule(rule, home) for rule in rules]}
    if home:
        driver["informationUri"] = f"{home.rstrip('/')}{addresses.CHECKS}"
    results = [
        *(_sarif_result(problem, numbers, "error") for problem in problems),
        *(_sarif_result(problem, numbers, "note") for problem in advice),
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _sarif_rule(rule: Rule, home: str) -> dict[str, object]:
    described: dict[str, object] = {
        "id": rule.name,
        "shortDescription": {"text": rule.sentence},
        "help": {"text": rule.sentence},
    }
    return described | ({"helpUri": rule_address(rule.name, home)} if home else {})


def _sarif_result(problem: Problem, numbers: dict[str, int], level: str) -> dict[str, object]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    place = {"artifactLocation": {"uri": _uri(problem.path)}, "region": region}
    return {
        "ruleId": problem.rule, "ruleIndex": numbers[problem.rule], "level": level,
        "message": {"text": problem.words}, "locations": [{"physicalLocation": place}],
    }  # fmt: skip


def _uri(path: str) -> str:
    """Return a path as a relative URI."""
    return UNSAFE.sub(lambda byte: b"%%%02X" % ord(byte[0]), path.encode("utf-8", "surrogateescape")).decode()


UNSAFE = re.compile(rb"[^A-Za-z0-9_.~/-]")
