"""The YAML reader: it turns text into plain data with the place of each value, and refuses unsupported features."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

import yaml

from handbook.characters import hidden_characters
from handbook.faulty_signs import latin_key, wrapped_in_curly_quotes
from handbook.files import MAX_DEPTH, MAX_VALUES, FileRule, RefusedError
from handbook.problem import TOP, Lines, Place, Steps
from handbook.scalar import resolve_plain
from handbook.yaml_errors import A_TAG, CUT, CUT_SHORT, Mark, place_of
from handbook.yaml_parser import EventParser
from handbook.yaml_repair import Faults, repaired

COLUMN_BITS = 20
"""Enough bits for a file that is a single line."""
LINE = -1 << COLUMN_BITS
"""The bits of the line."""
SIZES: dict[type, tuple[int, int]] = {
    yaml.SequenceStartEvent: (1, 1), yaml.MappingStartEvent: (1, 1), yaml.SequenceEndEvent: (-1, 0),
    yaml.MappingEndEvent: (-1, 0), yaml.ScalarEvent: (0, 1), yaml.AliasEvent: (0, 1),
}  # fmt: skip
"""What an event adds to the depth and to the number of values."""
NOTHING = (0, 0)
DIRECTIVE = re.compile("^%", re.MULTILINE)
A_DIRECTIVE = "this is not YAML: a line that begins with `%` is a directive; indent it, or put the text in quotes"
BLANK = r"[ \t]*(?:#[^\n]*)?\n"
ENDED = re.compile(rf"^\.\.\.(?=\s){BLANK}(?!(?:{BLANK})*+(?:---\s|\Z))", re.MULTILINE)
"""Matches a line that ends the document although more than comments follows."""
UNREAD = "this line ends the document, so nothing reads the text below it; delete the line `...`"
ANOTHER = "this line begins another document, but a file holds one entry; delete the line `---`"
AND_MORE = "; if another entry is below it, give that a file of its own"
COLON = re.compile(" *:?")
JOINED = re.compile(r"(?<![\\ ])(?:\\\\)*\\\n *(?=[^\s\"])")


class Places(NamedTuple):
    """The places of values and keys, as packed line and column, and plain scalars as written."""

    marks: dict[Steps, int]
    key_marks: dict[Steps, int]
    written: dict[Steps, str]


Data = dict[str, "Data"] | tuple["Data", ...] | str | int | float | bool | None
Event = Any
"""An event of libyaml or PyYAML. The type stubs do not declare that all events have marks."""


class YamlReader:
    """Builds data from the events of one YAML document."""

    def __init__(self, faults: Faults, text: str) -> None:
        """Start reading `text`, in which every line ends in a line feed."""
        self.faults, self._text = faults, text
        self.places = Places({}, {}, {})
        self._end_of_key = 0

    def read(self) -> Data:
        """Return the data, or raise a RefusedError if nothing can be read."""
        if found := DIRECTIVE.search(self._text):
            raise RefusedError(FileRule.NOT_YAML, self._lines.place(found.start()), A_DIRECTIVE)
        if found := ENDED.search(self._text):
            raise RefusedError(FileRule.SEVERAL_DOCUMENTS, self._lines.place(found.start()), UNREAD)
        events, self._text = repaired(self._text, self.faults, _events)
        self._may_be_cut, self._may_be_joined = " #" in self._text, "\\\n" in self._text
        self._may_be_curly = not self._text.isascii()
        return self._document(iter(events))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    def _document(self, events: Iterator[Event]) -> Data:
        data: Data = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    is_empty = isinstance(first := next(events), yaml.ScalarEvent) and not first.value
                    message = f"{ANOTHER}{'' if is_empty else AND_MORE}"
                    raise RefusedError(FileRule.SEVERAL_DOCUMENTS, place_of(event.start_mark), message)
                data = self._value(next(events), events, ())
        if data is None and not self.faults.problems:  # `~` is a document of nothing
            message = "the file is empty; `make new` writes an entry to start from"
            raise RefusedError(FileRule.EMPTY_FILE, TOP, message)
        return data

    def _value(self, event: Event, events: Iterator[Event], steps: Steps) -> Data:
        if event.anchor or event.tag:
            self._refuse(_indirection(event))
        self.places.marks[steps] = _pack(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, steps)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, steps)
        return self._mapping(events, steps)

    def _refuse(self, refused: RefusedError) -> None:
        """Report why a value cannot be what the file says, and read on."""
        self.faults.report(refused.rule, refused.place, refused.message)
        self.faults.repair([refused.place.line])

    def _scalar(self, event: Event, steps: Steps) -> Data:
        if event.style:
            self._check_quoted(event)
            return str(event.value)
        if not event.value and steps in self.places.key_marks:  # as for an empty key
            self.places.marks[steps] = self.places.key_marks[steps]
        if self._may_be_cut:
            self._check_cut(event, steps)
        if self._may_be_curly and (message := wrapped_in_curly_quotes(event.value)):
            self.faults.report(FileRule.LOOK_ALIKE, place_of(event.start_mark), message)
        value = resolve_plain(event.value)
        if not isinstance(value, str):
            self.places.written[steps] = event.value
        return value

    def _sequence(self, events: Iterator[Event], steps: Steps) -> Data:
        items: list[Data] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*steps, len(items))))
        return tuple(items)

    def _mapping(self, events: Iterator[Event], steps: Steps) -> Data:
        mapping: dict[str, Data] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, mapping, steps)
            here = (*steps, f"{key} (again)" if key in mapping else key)
            empty = not event.value and not event.style  # libyaml and PyYAML give different places
            self.places.key_marks[here] = self.places.marks[steps] if empty else _pack(event.start_mark)
            value = self._value(next(events), events, here)
            mapping.setdefault(key, value)
        return mapping

    def _key(self, event: Event, mapping: dict[str, Data], steps: Steps) -> str:
        if event.anchor or event.tag:
            raise _indirection(event)
        if not isinstance(event, yaml.ScalarEvent):
            message = "a key has to be a word, not a list or a mapping"
            raise RefusedError(FileRule.KEY_NOT_TEXT, place_of(event.start_mark), message)
        self._check_quoted(event)
        self._end_of_key = _end(event)
        key = str(event.value)
        if not key.isascii():
            key = self._latin(key, place_of(event.start_mark))
        if key in mapping:
            first = unpack(self.places.key_marks[(*steps, key)]).line
            message = f"`{key}` appears here a second time (first on line {first}); keep one of the two"
            self.faults.report(FileRule.DUPLICATE_KEY, place_of(event.start_mark), message)
        return key

    def _latin(self, key: str, place: Place) -> str:
        """Return the key with Latin letters in place of those that look like them."""
        if not (found := latin_key(key)):
            return key
        self.faults.report(FileRule.LOOK_ALIKE, place, found.message)
        self.faults.repair([place.line])
        return found.key

    def _check_quoted(self, event: Event) -> None:
        """Refuse hidden characters written as escapes, and report escaped line ends that join two words."""
        if event.style == '"':
            for _, message in islice(hidden_characters(event.value), 1):
                self._refuse(RefusedError(FileRule.HIDDEN_CHARACTER, place_of(event.start_mark), message))
            if self._may_be_joined:
                self._check_joined(event.start_mark, event.end_mark)

    def _check_joined(self, start: Mark, end: Mark) -> None:
        for found in JOINED.finditer(self._text, start.index, end.index):
            backslash = self._text.rindex("\\", start.index, found.end())
            message = "the backslash at the end of this line joins two words; delete it, or write a space before it"
            self.faults.report(FileRule.WORDS_JOINED, self._lines.place(backslash), message)

    def _check_cut(self, event: Event, steps: Steps) -> None:
        """Report a `#` that was probably not meant as a comment: `slide #3`."""
        end = _end(event)
        if not event.value and steps in self.places.key_marks and (colon := COLON.match(self._text, self._end_of_key)):
            end = colon.end()
        if found := CUT.match(self._text, end):
            self.faults.report(FileRule.TEXT_CUT_SHORT, self._lines.place(found.end()), CUT_SHORT)


def _events(text: str) -> list[Event]:
    """Return all events at once, because a syntax error would leave the data incomplete."""
    try:
        return list(_bounded(iter(EventParser(text).get_event, None)))
    except UnicodeDecodeError:  # `!%C0%80`: the parser accepts it, but Python cannot decode it
        raise RefusedError(FileRule.TAG, TOP, A_TAG) from None


def _bounded(events: Iterator[Event]) -> Iterator[Event]:
    """Yield the events; raise a RefusedError if they are nested too deep or too many."""
    depth = values = 0
    for event in events:
        deeper, counts = SIZES.get(type(event), NOTHING)
        depth += deeper
        values += counts
        if depth > MAX_DEPTH:
            raise RefusedError(FileRule.NESTED_TOO_DEEP, place_of(event.start_mark), TOO_DEEP)
        if values > MAX_VALUES:
            raise RefusedError(FileRule.FILE_TOO_LARGE, place_of(event.start_mark), TOO_MANY)
        yield event


TOO_DEEP = f"this is nested more than {MAX_DEPTH} levels deep; no entry needs that, so check the indentation"
TOO_MANY = f"the file has more than {MAX_VALUES:,} keys and values; summarise, and leave the rest to the sources"


def _end(event: Event) -> int:
    """Return the end offset of an event."""
    return int(event.end_mark.index)


def _indirection(event: Event) -> RefusedError:
    place = place_of(event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        return RefusedError(FileRule.ALIAS, place, f"`*{event.anchor}` is an alias; write the value out")
    if event.tag:
        return RefusedError(FileRule.TAG, place, A_TAG)
    message = f"`&{event.anchor}` is an anchor; write the value out wherever it is needed"
    return RefusedError(FileRule.ANCHOR, place, message)


def unshifted(marks: Mapping[Steps, int], shifts: Mapping[int, int]) -> dict[Steps, int]:
    """Return packed places as they are in the file, before lines moved."""
    return {steps: max(mark - shifts.get(unpack(mark).line, 0), mark & LINE) for steps, mark in marks.items()}


def _pack(mark: Mark) -> int:
    return int(mark.line << COLUMN_BITS | mark.column)


def unpack(packed: int) -> Place:
    """Return the place that a packed number holds."""
    return Place((packed >> COLUMN_BITS) + 1, (packed & (1 << COLUMN_BITS) - 1) + 1)
