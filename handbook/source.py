"""One YAML file: its data, and the place of every value in it."""

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from handbook.files import MAX_BYTES, MAX_DEPTH, FileRule
from handbook.problem import TOP, Place, Problem, Steps
from handbook.scalar import resolve_plain
from handbook.yaml_errors import CONTROL, Mark, explain, explain_character, place_of

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: the same events, more slowly
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

COLUMN_BITS = 20
"""Enough for a file of one line."""


class Places(NamedTuple):
    """Where values and keys are, each as line and column in one number, and what plain scalars looked like."""

    marks: Mapping[Steps, int]
    key_marks: Mapping[Steps, int]
    written: Mapping[Steps, str]


Data = dict[str, "Data"] | tuple["Data", ...] | str | int | float | bool | None
Event = Any
"""An event of libyaml or of PyYAML. The type stubs do not say that each of them has a mark."""
NO_PLACES = marshal.dumps(({}, {}, {}))


@dataclass(frozen=True)
class YamlFile:
    """A file that was read: plain data, places, and the problems found.

    `data` is None where the file could not be read at all. The places are kept as bytes, because there are many,
    and few are ever asked for.
    """

    path: str
    data: Data
    packed_places: bytes = NO_PLACES
    first_line: str = ""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def _places(self) -> Places:
        return Places(*marshal.loads(self.packed_places))

    @property
    def marks(self) -> Mapping[Steps, int]:
        """The place of each value, line and column in one number."""
        return self._places.marks

    @property
    def written(self) -> Mapping[Steps, str]:
        """The plain scalars that are not text, as the file has them."""
        return self._places.written

    def place(self, steps: Steps) -> Place:
        """Return the place of the value at `steps`, or of the nearest value around it."""
        while steps not in self.marks and steps:
            steps = steps[:-1]
        return _unpack(self.marks[steps]) if steps in self.marks else TOP

    def key_place(self, steps: Steps) -> Place:
        """Return the place of the key that leads to `steps`, or of the value where no key does."""
        keys = self._places.key_marks
        return _unpack(keys[steps]) if steps in keys else self.place(steps)


class RefusedError(Exception):
    """A file that holds something which no entry may hold."""

    def __init__(self, rule: FileRule, place: Place, message: str) -> None:
        """Keep what a Problem needs, the path apart."""
        super().__init__(message)
        self.rule, self.place, self.message = rule, place, message


def read_source(path: str, content: bytes) -> YamlFile:
    """Parse `content`; what is wrong with it becomes a Problem of the result, never an exception."""
    reader = _Reader(path)
    try:
        text = _decode(content)
        data = reader.read(text)
    except RefusedError as refused:
        return YamlFile(path, None, problems=(refused.rule.problem(path, refused.place, refused.message),))
    first_line = text.partition("\n")[0].rstrip("\r")
    places = marshal.dumps((reader.marks, reader.key_marks, reader.written))
    return YamlFile(path, data, places, first_line, tuple(reader.problems))


def _decode(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        found = f"the file has {-(-len(content) // 1024)} KB, but the limit is {MAX_BYTES // 1024} KB"
        raise RefusedError(FileRule.FILE_TOO_LARGE, TOP, f"{found}; summarise, and leave the rest to the sources")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace").split("\n")
        place = Place(len(before), len(before[-1]) + 1)
        found = f"the byte 0x{content[error.start]:02X} is not UTF-8"
        raise RefusedError(FileRule.NOT_UTF_8, place, f"{found}; save the file with the encoding UTF-8") from None


class _Reader:
    """Builds data from the events of one YAML document, in one pass."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.marks: dict[Steps, int] = {}
        self.key_marks: dict[Steps, int] = {}
        self.written: dict[Steps, str] = {}
        self.problems: list[Problem] = []

    def read(self, text: str) -> Data:
        try:
            return self._document(iter(Loader(text).get_event, None))
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            raise RefusedError(FileRule.NOT_YAML, *explain(error, text)) from None

    def _document(self, events: Iterator[Event]) -> Data:
        data: Data = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "a second document begins here, but a file holds one entry; delete the line `---`"
                    raise RefusedError(FileRule.SEVERAL_DOCUMENTS, place_of(event.start_mark), message)
                data = self._value(next(events), events, ())
        if documents == 0:
            message = "the file is empty; `scripts/new.py` writes an entry to start from"
            raise RefusedError(FileRule.EMPTY_FILE, TOP, message)
        return data

    def _value(self, event: Event, events: Iterator[Event], steps: Steps) -> Data:
        if event.anchor or event.tag:
            self._refuse_indirection(event)
        mark = event.start_mark
        self.marks[steps] = mark.line << COLUMN_BITS | mark.column
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, steps)
        if len(steps) >= MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} levels deep; no entry needs that, so check the indentation"
            raise RefusedError(FileRule.NESTED_TOO_DEEP, place_of(event.start_mark), message)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, steps)
        return self._mapping(events, steps)

    def _scalar(self, event: yaml.ScalarEvent, steps: Steps) -> Data:
        if event.style:
            self._refuse_control_character(event)
            return event.value
        value = resolve_plain(event.value)
        if not isinstance(value, str):
            self.written[steps] = event.value
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
            again = key in mapping
            value = self._value(next(events), events, (*steps, f"{key} (again)" if again else key))
            mapping.setdefault(key, value)
        return mapping

    def _key(self, event: Event, mapping: dict[str, Data], steps: Steps) -> str:
        mark = event.start_mark
        if event.anchor or event.tag:
            self._refuse_indirection(event)
        if not isinstance(event, yaml.ScalarEvent):
            message = "a key has to be a word, not a list or a mapping"
            raise RefusedError(FileRule.KEY_NOT_TEXT, place_of(mark), message)
        self._refuse_control_character(event)
        key = str(event.value)
        if key in mapping:
            first = _unpack(self.key_marks[(*steps, key)]).line
            message = f"`{key}` appears here a second time (first on line {first}); keep one of the two"
            self.problems.append(FileRule.DUPLICATE_KEY.problem(self.path, place_of(mark), message))
        else:
            self.key_marks[(*steps, key)] = _pack(mark)
        return key

    @staticmethod
    def _refuse_indirection(event: Event) -> None:
        place = place_of(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            raise RefusedError(FileRule.ALIAS, place, f"`*{event.anchor}` is an alias; write the value out")
        if event.anchor:
            message = f"`&{event.anchor}` is an anchor; write the value out wherever it is needed"
            raise RefusedError(FileRule.ANCHOR, place, message)
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"`{tag}` is a tag; remove it (put a text that looks like a number in quotes)"
        raise RefusedError(FileRule.TAG, place, message)

    @staticmethod
    def _refuse_control_character(event: Event) -> None:
        if event.style == '"' and (found := CONTROL.search(event.value)):
            raise RefusedError(FileRule.NOT_YAML, place_of(event.start_mark), explain_character(ord(found[0])))


def _pack(mark: Mark) -> int:
    return int(mark.line << COLUMN_BITS | mark.column)


def _unpack(packed: int) -> Place:
    return Place((packed >> COLUMN_BITS) + 1, (packed & (1 << COLUMN_BITS) - 1) + 1)
