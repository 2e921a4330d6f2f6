"""Mutants: content files with damaged bytes, lines, values or order."""

import re
from collections.abc import Callable
from random import Random

ODD_CHARACTERS: tuple[str, ...] = (
    *"\x00\x07\x1b\x7f\x85\t\r\n\f:#-?|>&*!%@`'\"[]{},\\~<$", "\u00a0", "\u200b", "\u200f", "\u2028", "\u202e",
    "\u2066", "\u2800", "\u3164", "\ufeff", "\ufffe", "\U000e0041", "\U0001f680", "e\u0301" * 9,
)  # fmt: skip
ODD_VALUES = (
    "1e308", "-1e308", "1e309", "5e-324", ".inf", "-.inf", ".nan", "-0", "0x10", "0o17", "1_000", "9" * 400, "~",
    "null", "yes", "true", "[]", "{}", '""', "''", "[[[[]]]]", "{a: {b: {c: 1}}}", "- 1", "&a 1", "*a",
    "!!python/object:os.system x", "!!binary aGk=", "<<: *a", "? a", "| ", ">-", "2024-02-30", "9999-12-31",
    "0000-01-01", "2016-13", "1969", "2038-01-19", "aux", "nul", "con.txt", "../../etc/passwd", "x" * 5000, "[" * 60,
    "`" * 120, "*" * 120, "[[redis]]", "[[nothing|x]]", "[x](javascript:alert(1))",
    "[x](https://user:pass@example.org/)", "http://[::1", "https://\u202eexample.org/", "\\", '"a\\\n  b"', "Redis",
    "redis", "0", "-1", "100%", "1,000,000",
)  # fmt: skip
VALUE = re.compile(r"(?<=: )\S.*$|(?<=- )\S.*$", re.MULTILINE)
KEY = re.compile(r"^( *(?:- )?)([a-z_]+)(?=:)", re.MULTILINE)


def mutant(text: str, chance: Random) -> bytes:
    """Return `text` with one to three mutations."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = chance.choice(CHANGES)(text, chance)
    return _bytes(text, chance)


def _bytes(text: str, chance: Random) -> bytes:
    content = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.03:
        place = chance.randrange(len(content) + 1)
        return content[:place] + bytes([chance.randrange(128, 256)]) + content[place:]
    return content.replace(b"\n", b"\r\n") if chance.random() < 0.02 else content


def _without_span(text: str, chance: Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.randint(1, 40) :]


def _cut_off(text: str, chance: Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _span_again(text: str, chance: Random) -> str:
    start = chance.randrange(len(text) + 1)
    span = text[start : start + chance.randint(1, 400)]
    return "".join((text[:start], *[span] * chance.randint(2, 5), text[start:]))


def _odd_character(text: str, chance: Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(ODD_CHARACTERS) + text[place:]


def _odd_value(text: str, chance: Random) -> str:
    if not (values := list(VALUE.finditer(text))):
        return text
    value = chance.choice(values)
    return text[: value.start()] + chance.choice(ODD_VALUES) + text[value.end() :]


def _value_of_another(text: str, chance: Random) -> str:
    if not (values := list(VALUE.finditer(text))):
        return text
    value, other = chance.choice(values), chance.choice(values)
    return text[: value.start()] + other[0] + text[value.end() :]


def _other_key(text: str, chance: Random) -> str:
    if not (keys := list(KEY.finditer(text))):
        return text
    key, other = chance.choice(keys), chance.choice(keys)
    return text[: key.start()] + key[1] + other[2] + text[key.end() :]


def _lines(change: Callable[[list[str], Random], None]) -> Callable[[str, Random], str]:
    def changed(text: str, chance: Random) -> str:
        lines = text.split("\n")
        change(lines, chance)
        return "\n".join(lines)

    return changed


def _drop_line(lines: list[str], chance: Random) -> None:
    lines.pop(chance.randrange(len(lines)))


def _move_line(lines: list[str], chance: Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))


def _double_line(lines: list[str], chance: Random) -> None:
    place = chance.randrange(len(lines))
    lines.insert(place, lines[place])


def _indent_line(lines: list[str], chance: Random) -> None:
    place = chance.randrange(len(lines))
    lines[place] = lines[place][1:] if chance.random() < 0.5 else " " * chance.randint(1, 4) + lines[place]


CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _without_span, _cut_off, _span_again, _odd_character, _odd_value, _odd_value, _odd_value, _value_of_another,
    _value_of_another, _other_key, _lines(_drop_line), _lines(_move_line), _lines(_double_line), _lines(_indent_line),
)  # fmt: skip
"""All mutations; those that find the most faults are listed several times."""
