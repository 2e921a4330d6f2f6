"""One YAML file: its data, and the place of every value in it."""

import marshal
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from handbook.problem import TOP, Place, Problem, Steps
from handbook.scalar import resolve_plain

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: the same events, more slowly
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
COLUMN_BITS = 20
"""Enough for a file of one line."""


class Places(NamedTuple):
    """Where values and keys stand, each as line and column in one number, and what plain scalars looked like."""

    marks: Mapping[Steps, int]
    key_marks: Mapping[Steps, int]
    written: Mapping[Steps, str]


NO_PLACES = marshal.dumps(({}, {}, {}))


@dataclass(frozen=True)
class Source:
    """A file that was read: plain data (dict, tuple, str, int, float, bool, None), places, and the problems found.

    `data` is None where the file could not be read at all. The places are kept as bytes, for there are many, and few
    are ever asked for.
    """

    path: str
    data: Any
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
        """The plain scalars that are not text, as they stand in the file."""
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

    def __init__(self, place: Place, message: str, rule: str) -> None:
        """Keep what a Problem needs, the path apart."""
        super().__init__(message)
        self.place, self.message, self.rule = place, message, rule


def read_source(path: str, content: bytes) -> Source:
    """Parse `content`; what is wrong with it becomes a Problem of the result, never an exception."""
    reader = _Reader(path)
    try:
        text = _decode(content)
        data = reader.read(text)
    except RefusedError as refused:
        return Source(path, None, problems=(Problem(path, *refused.place, refused.message, refused.rule),))
    first_line = text.partition("\n")[0].rstrip("\r")
    places = marshal.dumps((reader.marks, reader.key_marks, reader.written))
    return Source(path, data, places, first_line, tuple(reader.problems))


def _decode(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        found = f"the file has {-(-len(content) // 1024)} KB, and {MAX_BYTES // 1024} KB is the limit"
        raise RefusedError(
            TOP, f"{found}; an entry is a summary: leave out what the sources tell better", "file-too-large"
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace").split("\n")
        place = Place(len(before), len(before[-1]) + 1)
        found = f"the byte 0x{content[error.start]:02X} is not UTF-8"
        raise RefusedError(place, f"{found}; save the file with the encoding UTF-8", "not-utf-8") from None


class _Reader:
    """Builds data from the events of one YAML document, in one pass."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.marks: dict[Steps, int] = {}
        self.key_marks: dict[Steps, int] = {}
        self.written: dict[Steps, str] = {}
        self.problems: list[Problem] = []

    def read(self, text: str) -> Any:
        try:
            return self._document(iter(Loader(text).get_event, None))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise RefusedError(_place(mark) if mark else TOP, _explain(error), "not-yaml") from None
        except yaml.reader.ReaderError as error:
            raise RefusedError(_character_place(text, error), _explain_character(_code(error)), "not-yaml") from None
        except (ValueError, OverflowError):  # only without libyaml: `"\UFFFFFFFF"`
            raise RefusedError(TOP, "this is not YAML: an escape names no character; take it out", "not-yaml") from None

    def _document(self, events: Iterator[Any]) -> Any:
        data, documents = None, 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "a second document begins here; one file holds one entry: take out the line `---`"
                    raise RefusedError(_place(event.start_mark), message, "several-documents")
                data = self._value(next(events), events, ())
        if documents == 0:
            raise RefusedError(TOP, "the file is empty; `scripts/new.py` writes an entry to start from", "empty-file")
        return data

    def _value(self, event: Any, events: Iterator[Any], steps: Steps) -> Any:
        if event.anchor or event.tag:
            self._refuse_indirection(event)
        mark = event.start_mark
        self.marks[steps] = mark.line << COLUMN_BITS | mark.column
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, steps)
        if len(steps) >= MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} levels deep; no entry needs that: check the indentation"
            raise RefusedError(_place(event.start_mark), message, "nested-too-deep")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, steps)
        return self._mapping(events, steps)

    def _scalar(self, event: Any, steps: Steps) -> Any:
        if event.style:
            self._refuse_control_character(event)
            return event.value
        value = resolve_plain(event.value)
        if not isinstance(value, str):
            self.written[steps] = event.value
        return value

    def _sequence(self, events: Iterator[Any], steps: Steps) -> tuple[Any, ...]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*steps, len(items))))
        return tuple(items)

    def _mapping(self, events: Iterator[Any], steps: Steps) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, mapping, steps)
            again = key in mapping
            value = self._value(next(events), events, (*steps, f"{key} (again)" if again else key))
            mapping.setdefault(key, value)
        return mapping

    def _key(self, event: Any, mapping: dict[str, Any], steps: Steps) -> str:
        if event.anchor or event.tag:
            self._refuse_indirection(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise RefusedError(_place(event.start_mark), "a key is a word, not a list or a mapping", "key-not-text")
        self._refuse_control_character(event)
        key = str(event.value)
        if key in mapping:
            first = _unpack(self.key_marks[(*steps, key)]).line
            message = f"`{key}` stands here a second time (first in line {first}); keep one of the two"
            self.problems.append(Problem(self.path, *_place(event.start_mark), message, "duplicate-key"))
        else:
            self.key_marks[(*steps, key)] = _pack(event.start_mark)
        return key

    @staticmethod
    def _refuse_indirection(event: Any) -> None:
        place = _place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            raise RefusedError(place, f"`*{event.anchor}` is an alias; write the value out", "alias")
        if event.anchor:
            raise RefusedError(
                place, f"`&{event.anchor}` is an anchor; write the value out where it is needed", "anchor"
            )
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"`{tag}` is a tag; take it out (a text that looks like a number is put in quotes)"
        raise RefusedError(place, message, "tag")

    @staticmethod
    def _refuse_control_character(event: Any) -> None:
        if event.style == '"' and (found := CONTROL.search(event.value)):
            raise RefusedError(_place(event.start_mark), _explain_character(ord(found[0])), "not-yaml")


CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML refuses as it stands, and lets in as an escape in double quotes: `"\\u0007"`. HTML has no place for it."""


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _pack(mark: Any) -> int:
    return int(mark.line << COLUMN_BITS | mark.column)


def _unpack(packed: int) -> Place:
    return Place((packed >> COLUMN_BITS) + 1, (packed & (1 << COLUMN_BITS) - 1) + 1)


def _explain(error: yaml.MarkedYAMLError) -> str:
    found = error.problem or error.context or "this is not YAML"
    for words, remedy in REMEDIES.items():
        if words in found:
            return f"this is not YAML: {found}; {remedy}"
    return f"this is not YAML: {found}; check the indentation and the quotes here and in the line above"


REMEDIES = {
    "mapping values are not allowed": "put a text that holds `: ` in quotes",
    "cannot start any token": "indent with blanks, not tabs, and put a text that begins with a special sign in quotes",
    "found undefined tag": "take the `!` out, or put the text in quotes",
    "expected <block end>": "the indentation does not fit the lines above, or a quote is not closed",
    "did not find expected": "the indentation does not fit the lines above, or a quote is not closed",
    "unexpected end of stream": "a quote is not closed",
    "could not find expected ':'": "a key needs a colon and a blank behind it",
}


def _explain_character(code: int) -> str:
    return f"the character U+{code:04X} may not stand in a text; take it out"


def _character_place(text: str, error: yaml.reader.ReaderError) -> Place:
    position = text.find(chr(_code(error)))
    before = text[: max(position, 0)].split("\n")
    return Place(len(before), len(before[-1]) + 1)


def _code(error: yaml.reader.ReaderError) -> int:
    character = error.character
    return ord(character) if isinstance(character, str) else int(character)
