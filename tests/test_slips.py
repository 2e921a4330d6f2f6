"""Suggestions for plausible slips, over the repository's own content: the list is in `slips.txt`."""

import re
from pathlib import Path
from typing import NamedTuple

from handbook.known import SECTIONS
from handbook.library import Library
from handbook.model.architecture import Component
from handbook.model.case_study import CaseStudy, TechnologyUse
from handbook.model.evidence import Source
from handbook.model.fields import Reference, Term
from handbook.model.figure import Figure
from handbook.model.structure import fields_of
from handbook.nearest import did_you_mean
from handbook.synonyms import with_synonyms

SLIPS = Path(__file__).with_name("slips.txt")
FIXED = {
    "statistic": (Figure, "statistic"), "precision": (Figure, "precision"), "status": (Figure, "status"),
    "component": (Component, "kind"), "source": (Source, "kind"), "stance": (TechnologyUse, "stance"),
}  # fmt: skip
SUGGESTED = re.compile(r"did you mean `([^`]+)`|; `([^`]+)` is an? ([a-z-]+), but|write `unit: ([^`]+)`")


class Slip(NamedTuple):
    """A slip: where, what was written, and what was meant; `understood` is what the list expects."""

    where: str
    written: str
    meant: str
    understood: bool


def slips() -> list[Slip]:
    lines = [line for line in SLIPS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    parts = (line.removeprefix("?").split("\t") for line in lines)
    return [Slip(*part, not line.startswith("?")) for part, line in zip(parts, lines, strict=True)]


def advice(library: Library, where: str, written: str) -> str:
    """Return what the check suggests for a word that is written in a place."""
    if where in SECTIONS:
        return library.known.advice(Term(where), written)
    if where in library.ids:
        return library.known.advice(Reference(where), written)
    shape, key = FIXED.get(where, (CaseStudy, ""))
    words = [word for field in fields_of(shape) if field.key == key for word in field.choices]
    return did_you_mean(written, with_synonyms(words or [field.key for field in fields_of(shape)]))


def first(said: str) -> str:
    found = SUGGESTED.search(said)
    if not found:
        return "-"
    word, elsewhere, kind, unit = found.groups()
    return f"{kind}:{elsewhere}" if elsewhere else word or unit


def test_the_first_suggestion_for_a_slip_is_what_was_meant(real_library: Library) -> None:
    said = {slip: first(advice(real_library, slip.where, slip.written)) for slip in slips()}
    assert len(said) > 200
    assert [slip for slip, word in said.items() if (word == slip.meant) != slip.understood] == []


def test_a_unit_is_never_suggested_in_another_size(real_library: Library) -> None:
    units = {unit.id: unit for unit in real_library.vocabulary.units}
    sizes = ("kilo", "mega", "giga", "tera")
    slips = [f"{size}{end}" for size in sizes for end in ("byts", "byt", "bite", "bti", "bitts", "bt", "bytee")]
    for slip in slips:
        word = first(advice(real_library, "units", slip))
        assert word == "-" or units[word].name.startswith(slip[:4]), (slip, word)
        assert word == "-" or ("byte" in units[word].name) == ("y" in slip or "bite" in slip), (slip, word)
