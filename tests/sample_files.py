"""The files of the sample handbook as plain data: list every single value with its field, or replace values."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from handbook.model.fields import InlineMarkdown, Shape
from handbook.model.kinds import KINDS
from handbook.model.structure import Field, fields_of
from handbook.model.vocabulary import Vocabulary
from handbook.problem import Steps
from handbook.source import YamlFile, read_source
from handbook.survey import VOCABULARY_FILE

Files = dict[str, tuple[type[Shape], YamlFile]]


class Leaf(NamedTuple):
    """A single value of a file."""

    steps: Steps
    field: Field
    value: Any

    @property
    def is_text(self) -> bool:
        """Whether the field takes free text."""
        return self.field.type is str and self.field.max_length is not None and not self.is_bound

    @property
    def is_bound(self) -> bool:
        return self.field.mark is not None and not self.is_markdown

    @property
    def is_markdown(self) -> bool:
        return isinstance(self.field.mark, InlineMarkdown)


def read_files(folder: Path) -> Files:
    """Return the files of a content folder by path, each with its shape."""
    shapes: dict[str, type[Shape]] = {VOCABULARY_FILE: Vocabulary}
    for kind in KINDS:
        shapes |= {f"{kind.folder}/{path.name}": kind.shape for path in (folder / kind.folder).iterdir()}
    return {name: (shape, read_source(name, (folder / name).read_bytes())) for name, shape in sorted(shapes.items())}


def leaves(shape: type[Shape], data: Any, steps: Steps = ()) -> Iterator[Leaf]:
    """Yield every single value of `data`, which fits `shape`."""
    for field in fields_of(shape):
        items = data.get(field.key, ()) if field.many else [data[field.key]] if field.key in data else []
        for number, item in enumerate(items):
            here = (*steps, field.key, number) if field.many else (*steps, field.key)
            if field.shape:
                yield from leaves(field.shape, item, here)
            else:
                yield Leaf(here, field, item)


def with_leaves(shape: type[Shape], data: Any, change: Callable[[Leaf], Any]) -> Any:
    """Return a copy of `data` in which `change` replaces every single value."""
    copy = json.loads(json.dumps(data))
    for leaf in leaves(shape, data):
        *way, last = leaf.steps
        part = copy
        for step in way:
            part = part[step]
        part[last] = change(leaf)
    return copy


def kind_of(name: str) -> str:
    """Return the kind of entry in a file, or `vocabulary`."""
    kinds = {kind.folder: kind.name for kind in KINDS}
    return kinds[name.split("/")[0]] if "/" in name else "vocabulary"


def as_file(name: str, data: Any) -> bytes:
    """Return `data` as the bytes of a YAML file, written as JSON."""
    schema = f"{'../' * name.count('/')}.schema/{kind_of(name)}.json"
    return f"# yaml-language-server: $schema={schema}\n{json.dumps(data, ensure_ascii=False)}\n".encode()
