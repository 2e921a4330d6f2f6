"""What a form is about: the entry and the claim that an address, a file name or a name leads to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook import addresses
from handbook.doors.refusal import RefusedFormError
from handbook.exports.claims import parts_of
from handbook.library import Entry, Library
from handbook.model.entry import EntryShape
from handbook.model.fields import Shape
from handbook.model.kinds import KIND_BY_NAME, KINDS
from handbook.model.structure import parts
from handbook.nearest import did_you_mean, one_of
from handbook.problem import Steps

FOLDERS = {kind.folder: kind.name for kind in KINDS}
IN_ADDRESS = re.compile(rf"(?:^|[/\s])({'|'.join(FOLDERS)})/([a-z0-9-]+)(?=[./?#]|$)")
MOST_SHOWN = 60
"""The maximum length of words of a form that a message repeats."""


@dataclass(frozen=True)
class TargetClaim:
    """A claim of an entry: the steps to it in the file, and itself."""

    steps: Steps
    shape: Shape


def find_entry(library: Library, *words: str) -> Entry[EntryShape]:
    """Return the entry that the first of `words` with an address leads to, or that has one of them for a name."""
    for address in words:
        for folder, name in IN_ADDRESS.findall(address):
            if entry := library.of(FOLDERS[folder]).get(name):
                return entry
    return named(library, words[0], tuple(KIND_BY_NAME))


def named(library: Library, words: str, kinds: tuple[str, ...]) -> Entry[EntryShape]:
    """Return the entry of one of `kinds` with this id, name or address."""
    found = find_named(library, words, kinds)
    if len(found) == 1:
        return found[0]
    if found:
        raise RefusedFormError(f"`{short(words)}` may be {one_of(one.file for one in found)}; write one of them")
    known = sorted({name for kind in kinds for one in library.of(kind).values() for name in _names(one)})
    sought = words.rstrip("/").rpartition("/")[2][:MOST_SHOWN]
    raise RefusedFormError(f"there is no entry `{short(words)}`{did_you_mean(sought, known)}")


def find_named(library: Library, words: str, kinds: tuple[str, ...]) -> tuple[Entry[EntryShape], ...]:
    """Return the entries of some of `kinds` with this id, name or address."""
    in_address = {(FOLDERS[folder], name) for folder, name in IN_ADDRESS.findall(words)}
    wanted = words.strip().casefold()
    entries = (entry for kind in kinds for entry in library.of(kind).values())
    return tuple(one for one in entries if wanted in _names(one) or (one.kind, one.id) in in_address)


def _names(entry: Entry[EntryShape]) -> set[str]:
    data = entry.data
    return {name.casefold() for name in (entry.id, entry.address, data.called, *data.also_known_as)}


def short(words: str) -> str:
    """Return words from a form as a message repeats them."""
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN]} …"


def find_claim(entry: Entry[EntryShape], address: str) -> TargetClaim:
    """Return the claim of `entry` that the fragment of `address` leads to."""
    claims = dict(_claims(entry))
    anchor = address.rpartition("#")[2].strip()
    if claim := claims.get(anchor) or claims.get(anchor.removeprefix("evidence-")):
        return claim
    near = did_you_mean(anchor[:MOST_SHOWN], claims) or f"; there are {one_of(claims, 20)}"
    raise RefusedFormError(f"{entry.file} has no claim `#{short(anchor)}`{near}")


def _claims(entry: Entry[EntryShape]) -> Iterator[tuple[str, TargetClaim]]:
    """Yield the fragments of all claims and sources of an entry, and of the parts that it has only once."""
    steps = {id(part): place for place, part in parts(entry.data, Shape)}
    for place, part in parts(entry.data, Shape):
        if place and not any(isinstance(step, int) for step in place):
            yield "-".join(map(str, place)).replace("_", "-"), TargetClaim(place, part)
    for addressed in parts_of(entry):
        kind, name = addressed.kind, addressed.name
        anchor = addresses.anchor(kind, name) if name else kind
        yield anchor, TargetClaim(steps[id(addressed.shape)], addressed.shape)
