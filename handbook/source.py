"""A YAML file: its data, and the place of every value."""

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from handbook.characters import hidden_characters
from handbook.files import FileRule, RefusedError, refuse_large
from handbook.problem import TOP, Lines, Place, Problem, Steps
from handbook.yaml_reader import Data, Places, YamlReader, unpack

MAX_HIDDEN = 10_000
"""The maximum number of hidden characters that are reported for a file."""
NO_PLACES = marshal.dumps(({}, {}, {}))


@dataclass(frozen=True)
class YamlFile:
    """A file that was read: plain data, places and problems.

    `data` is None if the file could not be read. The places are kept as bytes to save memory, because there are many
    and few are used.
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
        """The place of each value, as line and column packed into one number."""
        return self._places.marks

    @property
    def written(self) -> Mapping[Steps, str]:
        """The plain scalars that are not text, as written in the file."""
        return self._places.written

    def place(self, steps: Steps) -> Place:
        """Return the place of the value at `steps`, or of the nearest value around it."""
        while steps not in self.marks and steps:
            steps = steps[:-1]
        return unpack(self.marks[steps]) if steps in self.marks else TOP

    def key_place(self, steps: Steps) -> Place:
        """Return the place of the key that leads to `steps`, or of the value if there is no key."""
        keys = self._places.key_marks
        return unpack(keys[steps]) if steps in keys else self.place(steps)


def read_source(path: str, content: bytes) -> YamlFile:
    """Parse `content`; errors become problems of the result, never exceptions."""
    try:
        text = _decode(content)
        if hidden := tuple(_hidden(path, text)):
            return YamlFile(path, None, problems=hidden)
        reader = YamlReader(path, text)
        data = reader.read()
    except RefusedError as refused:
        return YamlFile(path, None, problems=(refused.problem(path),))
    places = marshal.dumps(tuple(reader.places))
    return YamlFile(path, data, places, text.partition("\n")[0], tuple(reader.problems))


def _decode(content: bytes) -> str:
    """Return the text with every line terminated by a line feed."""
    refuse_large(len(content))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        found = f"the byte 0x{content[error.start]:02X} is not UTF-8"
        message = f"{found}; save the file with the encoding UTF-8"
        raise RefusedError(FileRule.NOT_UTF_8, Lines(before).place(len(before)), message) from None
    return text if text.endswith("\n") or not text else f"{text}\n"


def _hidden(path: str, text: str) -> Iterator[Problem]:
    lines = Lines(text)
    for offset, message in islice(hidden_characters(text), MAX_HIDDEN):
        yield FileRule.HIDDEN_CHARACTER.problem(path, lines.place(offset), message)
