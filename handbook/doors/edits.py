"""Changes of a YAML file that keep everything else of it, comments and layout included."""

from dataclasses import dataclass
from typing import Literal, cast

import yaml

from handbook.doors.refusal import RefusedFormError
from handbook.doors.scalars import Value, block_item, flow, folded
from handbook.problem import Steps
from handbook.source import read_source

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Node = yaml.ScalarNode | yaml.SequenceNode | yaml.MappingNode


@dataclass(frozen=True)
class EntryEdit:
    """A change of the value at `steps`: it becomes `value`, or the list there gets it as its first or last item.

    An item for a list that is not there begins one.
    """

    steps: Steps
    value: Value
    adds: Literal["first", "last"] | None = None


def edited(text: str, changes: tuple[EntryEdit, ...]) -> str:
    """Return the text of a file with the changes, in order. Raise a RefusedFormError if one cannot be made."""
    for change in changes:
        text = _checked(text, change)
    return text


def _checked(text: str, change: EntryEdit) -> str:
    """Make one change, and make sure that the file says the same as before in all other places."""
    new = _Editor(text).change(change)
    before, after = (read_source("", one.encode()) for one in (text, new))
    if after.problems or _plain(after.data) != _changed(_plain(before.data), change.steps, change):
        raise RefusedFormError(
            f"the file is laid out in a way that does not let `{change.steps[-1]}` be changed; edit it"
        )
    return new


class _Editor:
    """One file, to be changed once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = cast("Node", yaml.compose(text, Loader=LOADER))
        self.starts = [0, *(number + 1 for number, sign in enumerate(text) if sign == "\n")]

    def change(self, change: EntryEdit) -> str:
        node = self._at(change.steps)
        if node is None:
            return self._add_key(change)
        if change.adds:
            return self._add_item(node, change)
        return self._replace(self._start(node), self._end(node), self._as(node, change.value))

    def _as(self, node: Node, value: Value) -> str:
        """Return a value in the style of the node that it replaces: folded over several lines, or in one."""
        if not (isinstance(node, yaml.ScalarNode) and node.style in (">", "|") and isinstance(value, str)):
            return flow(value)
        line = self.text[self.starts[node.start_mark.line] :]
        indent = " " * (len(line) - len(line.lstrip(" -")) + 2)
        return "\n".join((">-", *(indent + part for part in folded(value))))

    def _at(self, steps: Steps) -> Node | None:
        node = self.root
        for step in steps:
            inner: dict[str | int, Node] = {}
            if isinstance(node, yaml.SequenceNode):
                inner = dict(enumerate(node.value))
            elif isinstance(node, yaml.MappingNode):
                inner = {key.value: value for key, value in node.value}
            if step not in inner:
                return None
            node = inner[step]
        return node

    def _add_key(self, change: EntryEdit) -> str:
        parent = self._at(change.steps[:-1])
        if not isinstance(parent, yaml.MappingNode):
            raise RefusedFormError(f"there is no place for `{change.steps[-1]}`")
        value: Value = [change.value] if change.adds else change.value
        line = f"{change.steps[-1]}: {flow(value)}"
        end = self._end(parent)
        if parent.flow_style:
            return self._replace(end - 1, end - 1, f", {line}")
        return self._insert_line(end, f"{' ' * self._column(parent)}{line}")

    def _add_item(self, node: Node, change: EntryEdit) -> str:
        value, indent = change.value, " " * self._column(node)
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            return self._replace(self._start(node), self._end(node), flow([value]))
        start, end = self._start(node.value[0]), self._end(node.value[-1])
        if node.flow_style:
            first = change.adds == "first"
            return (
                self._replace(start, start, f"{flow(value)}, ")
                if first
                else self._replace(end, end, f", {flow(value)}")
            )
        neighbour = node.value[0 if change.adds == "first" else -1]
        in_line = isinstance(neighbour, yaml.CollectionNode) and neighbour.flow_style
        lines = [f"- {flow(value)}"] if in_line else list(block_item(value))
        if change.adds == "first":
            start = self._start(node)
            return self._replace(start, start, "".join(f"{line}\n{indent}" for line in lines))
        return self._insert_line(end, "\n".join(indent + line for line in lines))

    def _insert_line(self, after: int, line: str) -> str:
        end = self.text.find("\n", after)
        end = len(self.text) if end < 0 else end
        return self._replace(end, end, f"\n{line}")

    def _replace(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new + self.text[end:]

    def _start(self, node: Node) -> int:
        return self.starts[node.start_mark.line] + node.start_mark.column

    def _column(self, node: Node) -> int:
        return int(node.start_mark.column)

    def _end(self, node: Node) -> int:
        """Return the end of a node; the marks of a block end only where the next value begins."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            end = self.starts[node.end_mark.line] + node.end_mark.column
            return len(self.text[:end].rstrip())
        last = node.value[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)


def _plain(data: object) -> object:
    """Return data with lists for tuples, as a change has them."""
    if isinstance(data, dict):
        return {key: _plain(inner) for key, inner in data.items()}
    return [_plain(inner) for inner in data] if isinstance(data, tuple) else data


def _changed(data: object, steps: Steps, change: EntryEdit) -> object:
    """Return data with a change, as the file should say it afterwards."""
    if not steps:
        return _with_item(data, change) if change.adds else change.value
    step, rest = steps[0], steps[1:]
    if isinstance(data, dict):
        return {**data, step: _changed(data.get(step), rest, change)}
    assert isinstance(data, list)
    return [_changed(item, rest, change) if number == step else item for number, item in enumerate(data)]


def _with_item(data: object, change: EntryEdit) -> object:
    items = data if isinstance(data, list) else []
    return [change.value, *items] if change.adds == "first" else [*items, change.value]
