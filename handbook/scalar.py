"""Plain scalars, resolved by the core schema of YAML 1.2."""

import re
from math import isfinite

FIRST_OF_OTHERS = frozenset("-+.0123456789~nNtTfF")
"""The first characters of scalars that may be something other than text."""

NULL = re.compile(r"^(?:null|Null|NULL|~|)$")
TRUE = re.compile(r"^(?:true|True|TRUE)$")
FALSE = re.compile(r"^(?:false|False|FALSE)$")
WHOLE = re.compile(r"^[-+]?[0-9]{1,300}$")
DECIMAL = re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]{1,300}(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?$")


def resolve_plain(text: str) -> str | int | float | bool | None:
    """Return the value of a plain scalar in the core schema of YAML 1.2: `no` and `1:30` are texts.

    Numbers are decimal. Infinities, not-a-number, `0o` and `0x` stay texts, because no field takes them.
    """
    if text and text[0] not in FIRST_OF_OTHERS:
        return text
    if NULL.match(text):
        return None
    if TRUE.match(text):
        return True
    if FALSE.match(text):
        return False
    if WHOLE.match(text):
        return int(text)
    return float(text) if DECIMAL.match(text) and isfinite(float(text)) else text
