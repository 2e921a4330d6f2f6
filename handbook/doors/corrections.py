"""What a report of a wrong fact or a dead link changes in an entry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.doors.cited import FormSource, cited
from handbook.doors.edits import EntryEdit
from handbook.doors.filled import FilledForm
from handbook.doors.forms import CONTRADICTED, OUTDATED
from handbook.doors.refusal import RefusedFormError
from handbook.doors.scalars import Value, date
from handbook.doors.targets import TargetClaim, find_claim, find_entry, named, short
from handbook.intended import numeral, numerals
from handbook.library import Entry, Library
from handbook.model.entry import EntryShape
from handbook.model.evidence import Claim
from handbook.model.fields import InlineMarkdown, PartialDate
from handbook.model.figure import Figure
from handbook.model.structure import Field, fields_of
from handbook.problem import Steps

VALUES = ("value", "range", "before", "ratio", "as_printed")
"""The fields of a figure of which one has the number."""
EXAMPLES = {
    "value": "a number: `300,000`", "range": "two numbers: `200 to 300`", "ratio": "a factor: `10`",
    "before": "two lines: `before: 120` and `after: 35`",
}  # fmt: skip
NUMBERS = ("value", "before", "after", "ratio", "low", "high")


@dataclass(frozen=True)
class Correction:
    """The changes of an entry, and what the form leaves to the reviewer."""

    entry: Entry[EntryShape]
    changes: tuple[EntryEdit, ...]
    notes: tuple[str, ...]


def wrong_fact(library: Library, form: FilledForm) -> Correction:
    """Return the changes that a report of a wrong fact asks for."""
    entry = find_entry(library, form.answer("entry"), form.answer("claim"))
    claim = find_claim(entry, form.answer("claim") or form.answer("entry"))
    source = cited(form, entry.sources)
    is_dispute = form.answer("fault") == CONTRADICTED and isinstance(claim.shape, Claim)
    changes = _dispute(claim, form, source) if is_dispute else (*_values(claim, form), *_citation(claim, source))
    new = () if source.source is None else (EntryEdit(("sources",), _as_value(source.source), adds="last"),)
    return Correction(entry, (*changes, *new), tuple(_notes(library, claim, form, source, is_dispute)))


def _dispute(claim: TargetClaim, form: FilledForm, source: FormSource) -> tuple[EntryEdit, ...]:
    number = numeral(form.answer("correct")) if isinstance(claim.shape, Figure) else None
    says: dict[str, Value] = {"value": number[0]} if number else {"says": form.answer("correct")}
    return (EntryEdit((*claim.steps, "disputed"), {**says, "sources": [_as_value(source.citation)]}, adds="last"),)


def _values(claim: TargetClaim, form: FilledForm) -> Iterator[EntryEdit]:
    """Yield the fields that change: those that the form names, or the main one."""
    fields = {field.key: field for field in fields_of(type(claim.shape))}
    named = [line.partition(":") for line in form.lines("correct")]
    if all(key.strip() in fields and mark for key, mark, _ in named):
        for key, _, words in named:
            yield EntryEdit((*claim.steps, key.strip()), _typed(fields[key.strip()], words.strip()))
    else:
        yield from _main_value(claim, form.answer("correct"))
    dated = next((key for key in ("as_of", "date", "since") if _is_date(fields.get(key))), "")
    if dated and form.answer("as-of"):
        yield EntryEdit((*claim.steps, dated), date(form.answer("as-of")))


def _is_date(field: Field | None) -> bool:
    return field is not None and field.type is PartialDate


def _typed(field: Field, words: str) -> Value:
    """Return an answer as the field takes it. A field with parts of its own has to be edited in the file."""
    if field.shape or field.many:
        raise RefusedFormError(f"`{field.key}` has parts of its own; change it in the file")
    number = numeral(words) if field.key in NUMBERS else None
    return number[0] if number else date(words) if field.type is PartialDate else words


def _main_value(claim: TargetClaim, words: str) -> Iterator[EntryEdit]:
    if not isinstance(claim.shape, Figure):
        yield EntryEdit((*claim.steps, _main_text(claim)), words)
        return
    key = next(key for key in VALUES if getattr(claim.shape, key) is not None)
    number, ends = numeral(words), numerals(words)
    if key == "as_printed":
        yield EntryEdit((*claim.steps, key), words)
    elif key == "range" and ends:
        yield from (
            EntryEdit((*claim.steps, key, end), value) for end, value in zip(("low", "high"), ends, strict=True)
        )
    elif key in ("value", "ratio") and number:
        yield EntryEdit((*claim.steps, key), number[0])
    else:
        raise RefusedFormError(f"`{short(words)}` is not what this figure has; write {EXAMPLES[key]}")


def _main_text(claim: TargetClaim) -> str:
    """Return the key of the sentence that says what a claim claims: the first text that it must have."""
    fields = fields_of(type(claim.shape))
    found = next((one.key for one in fields if one.required and isinstance(one.mark, InlineMarkdown)), "")
    if not found:
        raise RefusedFormError("this claim has no sentence of its own; write the field that is wrong: `title: …`")
    return found


def _citation(claim: TargetClaim, source: FormSource) -> Iterator[EntryEdit]:
    """Yield the changes that cite the source first: the first source is the one that states the value."""
    if not hasattr(claim.shape, "sources"):
        return
    steps = (*claim.steps, "sources")
    old = [(one.id, one.at) for one in claim.shape.sources]
    name, place = str(source.citation["id"]), str(source.citation.get("at") or "") or None
    same = [number for number, (other, _) in enumerate(old) if other == name]
    if not same:
        yield EntryEdit(steps, _as_value(source.citation), adds="first")
        return
    number = next((number for number in same if old[number] == (name, place)), same[0])
    if place and old[number] != (name, place):
        yield EntryEdit((*steps, number, "at"), place)
    if number and (place or old[number][1]) and old[0][1]:
        yield from _swapped(steps, number, old[0], (name, place or str(old[number][1])))


def _swapped(steps: Steps, number: int, first: tuple[str, str | None], other: tuple[str, str]) -> Iterator[EntryEdit]:
    """Yield the changes that swap the first citation and another one; both name a place."""
    for place, (name, at) in ((0, other), (number, first)):
        yield EntryEdit((*steps, place, "id"), name)
        yield EntryEdit((*steps, place, "at"), at or "")


def _as_value(mapping: dict[str, Value]) -> Value:
    return dict(mapping)


def _notes(
    library: Library, claim: TargetClaim, form: FilledForm, source: FormSource, is_dispute: bool
) -> Iterator[str]:
    """Yield what a form cannot say, and a person has to decide."""
    if is_dispute:
        yield "write `why_not`: why the page keeps its value; or swap the two, if the new source is better"
        if when := form.answer("as-of"):
            yield f"the form says when: `{short(when)}`; a contradiction has no date, so say it in `why_not`"
    elif form.answer("fault") == OUTDATED and len(getattr(claim.shape, "sources", ())):
        yield "remove the citations that do not say the new value; if the old one is history, add a claim instead"
    if isinstance(claim.shape, Figure) and claim.shape.scope and not is_dispute:
        yield "`scope` was written for the old value: read it again"
    if isinstance(claim.shape, Figure) and (words := _other_unit(library, claim.shape, form.answer("correct"))):
        unit = " per ".join(filter(None, (claim.shape.unit, claim.shape.per)))
        yield f"the form says `{short(words)}` after the number; the unit is still `{unit}`"
    if source.source is not None:
        yield f"`{source.citation['id']}` is a new source: open it before you merge"


def _other_unit(library: Library, figure: Figure, words: str) -> str:
    """Return the words after a number, unless they are the unit of the figure."""
    number = numeral(words)
    units = [unit for unit in library.vocabulary.units if unit.id in (figure.unit, figure.per)]
    names = {name.casefold() for unit in units for name in (unit.id, unit.name, unit.symbol, unit.singular or "")}
    known = names | {f"{name}s" for name in names} | {"a", "an", "per", "of"}
    rest = number[1] if number else ""
    return "" if set(re.findall(r"[\w-]+", rest.casefold())) <= known else rest


def dead_link(library: Library, form: FilledForm) -> Correction:
    """Return the changes that a report of a dead link asks for."""
    entry = find_entry(library, form.answer("entry"))
    places = [number for number, source in enumerate(entry.sources) if source.url == form.answer("dead")]
    if not places:
        raise RefusedFormError(f"no source of {entry.file} has the address `{short(form.answer('dead'))}`")
    answers = {"url": form.answer("moved"), "archived": form.answer("archived")}
    changes = tuple(
        EntryEdit(("sources", number, key), url) for number in places for key, url in answers.items() if url
    )
    if not changes:
        raise RefusedFormError("the form has no new address and no archived copy; look for one, and add it to the form")
    return Correction(entry, changes, ("open the new address: it must be the same text",))


def comparison(library: Library, form: FilledForm) -> Correction:
    """Return the alternative that a comparison adds to a technology."""
    this, that = (named(library, form.answer(name), ("technology",)) for name in ("this", "that"))
    source = cited(form, this.sources)
    item: dict[str, Value] = {
        "technology": that.id, "choose_this": form.answer("choose-this"), "choose_that": form.answer("choose-that"),
        "sources": [_as_value(source.citation)],
    }  # fmt: skip
    new = () if source.source is None else (EntryEdit(("sources",), _as_value(source.source), adds="last"),)
    return Correction(this, (EntryEdit(("alternatives",), item, adds="last"), *new), ())
