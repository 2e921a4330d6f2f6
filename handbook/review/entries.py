"""The changes between two libraries, entry by entry."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from handbook.library import Entry, Library
from handbook.model.evidence import Citation, Evidence
from handbook.model.fields import Shape
from handbook.model.kinds import KINDS
from handbook.review.changes import Comparer, without_id
from handbook.review.lines import Line, quoted, replaced, said
from handbook.review.parts import Owner, all_parts, kind_of
from handbook.wording import counted

How = Literal["added", "removed", "renamed", "changed", "unreadable"]


@dataclass(frozen=True, slots=True)
class ReviewedEntry:
    """What happened to one entry: the lines, and the new claims without a primary source."""

    kind: str
    id: str
    how: How
    lines: tuple[Line, ...] = ()
    weak: tuple[Line, ...] = ()


def entry_changes(old: Library, new: Library) -> Iterator[ReviewedEntry]:
    """Yield the changes of all entries, kind by kind, and those of the vocabulary."""
    comparer = Comparer(*({unit.id: unit for unit in library.vocabulary.units} for library in (old, new)))
    lines = tuple(comparer.lines(old.vocabulary, new.vocabulary))
    if lines:
        yield ReviewedEntry("vocabulary", "vocabulary", "changed", lines)
    for kind in KINDS:
        for name in sorted(old.ids[kind.name] | new.ids[kind.name]):
            yield from _entry(comparer, old, new, (kind.name, name))


def _entry(comparer: Comparer, old: Library, new: Library, address: tuple[str, str]) -> Iterator[ReviewedEntry]:
    kind, name = address
    before, after = old.of(kind).get(name), new.of(kind).get(name)
    if (name in new.ids[kind] and after is None) or (name in old.ids[kind] and before is None):
        yield ReviewedEntry(kind, name, "unreadable")
    elif before and after:
        lines, weak = tuple(comparer.lines(before.data, after.data)), _newly_weak(before, after)
        if lines or weak:
            yield ReviewedEntry(kind, name, "changed", lines, weak)
    elif before:
        if not _successor(before, old, new):
            yield ReviewedEntry(kind, name, "removed", (_count(before.data),))
    elif after:
        yield _new_entry(comparer, after, old, new)


def _new_entry(comparer: Comparer, entry: Entry[Shape], old: Library, new: Library) -> ReviewedEntry:
    gone = old.of(entry.kind)
    one = next((other for name, other in gone.items() if _is_successor(entry, name, other, new)), None)
    if one is None:
        return ReviewedEntry(entry.kind, entry.id, "added", (_count(entry.data),), _newly_weak(None, entry))
    formerly: tuple[str, ...] = getattr(entry.data, "formerly", ())
    lost = () if one.id in formerly else ((said("its old address is lost: add it to `formerly`"),),)
    lines = ((said("id: "), *replaced(one.id, entry.id)), *lost, *comparer.lines(one.data, entry.data))
    return ReviewedEntry(entry.kind, entry.id, "renamed", lines, _newly_weak(one, entry))


def _successor(entry: Entry[Shape], old: Library, new: Library) -> Entry[Shape] | None:
    """Return the new entry that has replaced `entry`, which is gone."""
    come = (other for name, other in new.of(entry.kind).items() if name not in old.ids[entry.kind])
    return next((other for other in come if _is_successor(other, entry.id, entry, new)), None)


def _is_successor(entry: Entry[Shape], name: str, other: Entry[Shape], new: Library) -> bool:
    """Return whether `entry` is `other` under a new id: it names the old one, or has the same name and sources."""
    if name in new.ids[entry.kind]:
        return False
    same = (getattr(entry.data, "called", ""), entry.sources) == (getattr(other.data, "called", ""), other.sources)
    return name in getattr(entry.data, "formerly", ()) or same


def _count(data: Shape) -> Line:
    """Return the name of an entry, and the number of its parts: `9 figures, 4 decisions`."""
    counts = Counter(kind_of(part) for _, key, part in all_parts(data, Owner()) if _is_counted(key, part))
    words = ", ".join(counted(count, kind) for kind, count in counts.items())
    return (quoted(str(getattr(data, "called", ""))), said(f": {words}" if words else ""))


def _is_counted(key: str, part: Shape) -> bool:
    return bool(key) and not isinstance(part, Citation)


def _newly_weak(old: Entry[Shape] | None, new: Entry[Shape]) -> tuple[Line, ...]:
    """Return the claims that have no primary source, and had one, or were not there, before."""
    before = _weak(old) if old else {}
    same = {repr(without_id(part)) for part in before.values()}
    weak = _weak(new).items()
    return tuple(line for line, part in weak if line not in before and repr(without_id(part)) not in same)


def _weak(entry: Entry[Shape]) -> Mapping[Line, Shape]:
    primary = {source.id for source in entry.sources if source.primary}
    claims = ((owner, part) for owner, _, part in all_parts(entry.data, Owner()) if isinstance(part, Evidence))
    return {owner.words: part for owner, part in claims if primary.isdisjoint(one.id for one in part.sources)}
