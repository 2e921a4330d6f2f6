"""The files of the sample handbook as plain data: each single value with its field, and files with other values."""

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
        """Whether any words may stand here."""
        return self.field.type is str and self.field.max_length is not None and not self.is_bound

    @property
    def is_bound(self) -> bool:
        return self.field.mark is not None and not self.is_markdown

    @property
    def is_markdown(self) -> bool:
        return isinstance(self.field.mark, InlineMarkdown)


def read_files(folder: Path) -> Files:
    """Return the files of a content folder by name, each with its shape."""
    shapes: dict[str, type[Shape]] = {VOCABULARY_FILE: Vocabulary}
    for kind in KINDS:
        shapes |= {f"{kind.folder}/{path.name}": kind.shape for path in (folder / kind.folder).iterdir()}
    return {name: (shape, read_source(name, (folder / name).read_bytes())) for name, shape in sorted(shapes.items())}


def leaves(shape: type[Shape], data: Any, steps: Steps = ()) -> Iterator[Leaf]:
    """Yield every single value of `data`, which has the form of `shape`."""
    for field in fields_of(shape):
        items = data.get(field.key, ()) if field.many else [data[field.key]] if field.key in data else []
        for number, item in enumerate(items):
            here = (*steps, field.key, number) if field.many else (*steps, field.key)
            if field.shape:
                yield from leaves(field.shape, item, here)
            else:
                yield Leaf(here, field, item)


def with_leaves(shape: type[Shape], data: Any, change: Callable[[Leaf], Any]) -> Any:
    """Return a copy of `data`, each single value of it changed."""
    copy = json.loads(json.dumps(data))
    for leaf in leaves(shape, data):
        *way, last = leaf.steps
        part = copy
        for step in way:
            part = part[step]
        part[last] = change(leaf)
    return copy


def kind_of(name: str) -> str:
    """Return the kind of entry that a file holds, or `vocabulary`."""
    kinds = {kind.folder: kind.name for kind in KINDS}
    return kinds[name.split("/")[0]] if "/" in name else "vocabulary"


def as_file(name: str, data: Any) -> bytes:
    """Return the text of a file; JSON is YAML."""
    schema = f"{'../' * name.count('/')}.schema/{kind_of(name)}.json"
    return f"# yaml-language-server: $schema={schema}\n{json.dumps(data, ensure_ascii=False)}\n".encode()
