"""A YAML text as a tree of nodes with the offsets of every value, so that a fix can replace a value in its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from handbook.scalar import resolve_plain
from handbook.source import read_source
from handbook.yaml_parser import EventParser


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: its offsets in the text, its quotes or block sign, and its value without them."""

    start: int
    end: int
    style: str
    text: str

    @property
    def value(self) -> str | int | float | bool | None:
        """The value as the reader resolves it: `10` is a number, `"10"` a text."""
        return self.text if self.style else resolve_plain(self.text)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of nodes."""

    start: int
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping: its keys and values in the order of the text; `flow` is true for one in braces."""

    start: int
    pairs: tuple[tuple[Scalar, "Node"], ...]
    flow: bool


Node = Scalar | Items | Pairs
Event = Any
"""An event of libyaml or PyYAML. The type stubs do not declare that all events have marks."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of the text from `start` to `end`."""

    start: int
    end: int
    text: str


CURLY = re.compile("[“„‟][^“”„‟]*[”“]|‘[^‘’]*’")


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with all edits made. The edits must not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def in_quotes(text: str) -> str:
    """Return `text` in double quotes, or in single ones if it contains a double quote or a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def is_in_curly_quotes(text: str) -> bool:
    """Return whether curly quotes are around the whole of `text`, and none are inside."""
    return bool(CURLY.fullmatch(text))


@lru_cache(maxsize=64)
def parse(text: str) -> Node | None:
    """Return the tree of `text`, or None if the reader refuses it: the reader has the limits of size and depth."""
    if read_source("", text.encode()).data is None:
        return None
    events: Iterator[Event] = iter(EventParser(text).get_event, None)
    try:
        return _node(next(event for event in events if isinstance(event, yaml.NodeEvent)), events)
    except yaml.YAMLError:
        return None


def meaning(node: Node | None) -> object:
    """Return what a tree says, to compare it: the same for another order of keys, other quotes and other comments."""
    if isinstance(node, Items):
        return [meaning(item) for item in node.items]
    if isinstance(node, Pairs):
        said = [(key.text, meaning(value)) for key, value in node.pairs]
        return tuple(sorted(said, key=lambda pair: pair[0]))
    return (type(node.value), node.value) if node else None


def _node(event: Event, events: Iterator[Event]) -> Node:
    start = int(event.start_mark.index)
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(start, tuple(_until(yaml.SequenceEndEvent, events)))
    if isinstance(event, yaml.MappingStartEvent):
        nodes = list(_until(yaml.MappingEndEvent, events))
        return Pairs(start, tuple(zip(map(_word, nodes[::2]), nodes[1::2], strict=True)), bool(event.flow_style))
    return Scalar(start, int(event.end_mark.index), event.style or "", str(event.value))


def _word(key: Node) -> Scalar:
    if not isinstance(key, Scalar):
        raise yaml.YAMLError("a key is a list or a mapping")
    return key


def _until(end: type, events: Iterator[Event]) -> Iterator[Node]:
    while not isinstance(event := next(events), end):
        yield _node(event, events)
