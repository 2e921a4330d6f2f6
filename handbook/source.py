"""A YAML file: its data, and the place of every value."""

import marshal
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from handbook.faulty_signs import FaultySign, conflict_marks, hidden_signs, look_alikes
from handbook.files import FileRule, RefusedError, refuse_large
from handbook.problem import TOP, Lines, Place, Problem, Steps
from handbook.yaml_reader import Data, Places, YamlReader, unpack, unshifted
from handbook.yaml_repair import Faults, UnreadableError

MAX_HIDDEN = 10_000
"""The maximum number of hidden characters that are reported for a file."""
FASTEST = 1
"""The level of compression of places, which few need."""


def pack_places(places: Places) -> bytes:
    """Return places as bytes, a third of the size of the file."""
    return zlib.compress(marshal.dumps(tuple(places)), FASTEST)


NO_PLACES = pack_places(Places({}, {}, {}))


class RepairedData(NamedTuple):
    """What a file with mistakes seems to say, to find further problems in it."""

    data: Data
    doubtful: frozenset[int]
    """The lines about which nothing more can be said."""
    is_torn: bool
    """Whether lines were left out, so that something may seem to be missing."""


@dataclass(frozen=True)
class YamlFile:
    """A file that was read: plain data, places and problems.

    `data` is None if the file could not be read; then `repaired` has what it seems to say. The places are kept as bytes
    to save memory, because there are many and few are used. `digest` is the SHA-256 of the content.
    """

    path: str
    data: Data
    packed_places: bytes = NO_PLACES
    first_line: str = ""
    problems: tuple[Problem, ...] = ()
    repaired: RepairedData | None = None
    digest: bytes = b""

    @cached_property
    def _places(self) -> Places:
        return Places(*marshal.loads(zlib.decompress(self.packed_places)))

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
    return replace(_parsed(path, content), digest=sha256(content).digest())


def _parsed(path: str, content: bytes) -> YamlFile:
    faults = Faults(path)
    try:
        text = _without_faulty_signs(_decode(content, faults), faults)
        reader = YamlReader(faults, text)
        data = reader.read()
    except RefusedError as refused:
        faults.report(refused.rule, refused.place, refused.message)
        return YamlFile(path, None, problems=tuple(sorted(faults.problems)))
    except UnreadableError:
        return YamlFile(path, None, problems=tuple(sorted(faults.problems)))
    if faults.shifts:
        marks, key_marks, written = reader.places
        reader.places = Places(unshifted(marks, faults.shifts), unshifted(key_marks, faults.shifts), written)
    places, first_line = pack_places(reader.places), text.partition("\n")[0]
    problems = tuple(sorted(faults.problems))
    if faults.is_refused:
        repaired = RepairedData(data, frozenset(faults.doubtful), bool(faults.torn))
        return YamlFile(path, None, places, first_line, problems, repaired)
    return YamlFile(path, data, places, first_line, problems)


def _decode(content: bytes, faults: Faults) -> str:
    """Return the text with every line terminated by a line feed."""
    refuse_large(len(content))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _from_another_encoding(content, error, faults)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return text if text.endswith("\n") or not text else f"{text}\n"


def _from_another_encoding(content: bytes, error: UnicodeDecodeError, faults: Faults) -> str:
    """Report the first byte that is not UTF-8, and read such bytes as Windows does, unless they are many."""
    before = content[: error.start].decode("utf-8", "replace")
    found = f"the byte 0x{content[error.start]:02X} is not UTF-8"
    place, message = Lines(before).place(len(before)), f"{found}; save the file with the encoding UTF-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content:
        raise RefusedError(FileRule.NOT_UTF_8, place, message)
    faults.report(FileRule.NOT_UTF_8, place, message)
    lines = content.decode("utf-8-sig", "surrogateescape").split("\n")
    faults.repair(number for number, line in enumerate(lines, 1) if ESCAPED_BYTE.search(line))
    return ESCAPED_BYTE.sub(_from_windows, "\n".join(lines))


def _from_windows(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace").replace("\ufffd", "?")


ESCAPED_BYTE = re.compile("[\udc80-\udcff]")


def _without_faulty_signs(text: str, faults: Faults) -> str:
    """Report characters that no file may have, and return the text with what was meant."""
    for find in (conflict_marks, hidden_signs, look_alikes):
        found = find(text)
        if found.signs:
            lines = Lines(text)
            for sign in found.signs[:MAX_HIDDEN]:
                faults.report(sign.rule, lines.place(sign.offset), sign.message)
            places = [lines.place(sign.offset) for sign in found.signs]
            faults.repair(place.line for place in places)
            signs = zip(found.signs, places, strict=True)
            faults.torn += [place.line for sign, place in signs if _loses(text, sign, place)]
            text = found.text
    return text


def _loses(text: str, sign: FaultySign, place: Place) -> bool:
    """Return whether nobody knows where the line belongs: it is indented with tabs, or one side of a conflict."""
    return place.column == 1 and (text[sign.offset] == "\t" or sign.rule is FileRule.CONFLICT_MARK)
