"""Fixes of single values and keys: dates, ids, words of a list, units, numbers, `true`, and texts like `1.10`."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from handbook.fixes.meant import meant
from handbook.fixes.nodes import Edit, Items, Node, Pairs, Scalar, in_quotes, is_in_curly_quotes
from handbook.intended import plain_date, plain_digits, true_or_false
from handbook.known import Known
from handbook.model.fields import ID_FORM, Local, PartialDate, Reference, Shape, Term, read_date
from handbook.model.structure import Field, fields_of
from handbook.nearest import Spellings, slug

NO_NAMES = Spellings({})
Own = Mapping[str, Spellings]
"""The ids that a file defines, by the name of the shape that they belong to."""


@dataclass(frozen=True)
class Fixer:
    """Yields the edits of a file: its own ids, the ids that it may name, and its text."""

    known: Known
    own: Own
    text: str

    def edits(self, node: Node, shape: type[Shape]) -> Iterator[Edit]:
        """Yield the edits of a mapping that has the keys of `shape`."""
        fields = {field.key: field for field in fields_of(shape)}
        if not isinstance(node, Pairs):
            return
        for key, value in node.pairs:
            if key.text not in fields:
                yield from _key(key, node, fields)
            elif field := fields[key.text]:
                for item in value.items if field.many and isinstance(value, Items) else (value,):
                    yield from self._item(item, field)

    def _item(self, node: Node, field: Field) -> Iterator[Edit]:
        if field.shape:
            yield from self.edits(node, field.shape)
        elif isinstance(node, Scalar) and node.style in ("", '"', "'") and node.text:
            fixed = self._fixed(node, field)
            if fixed is not None and fixed != self.text[node.start : node.end]:
                yield Edit(node.start, node.end, fixed)
        elif field.many and field.type is str and isinstance(node, Pairs) and (whole := self._sentence(node)):
            yield whole

    def _sentence(self, node: Pairs) -> Edit | None:
        """Return the edit that quotes an item with a `: ` that was meant as a text, or None."""
        (key, value), *more = node.pairs or ((None, None),)
        if more or node.flow or not isinstance(value, Scalar) or value.style or not value.text or key is None:
            return None
        return Edit(key.start, value.end, in_quotes(self.text[key.start : value.end]))

    def _fixed(self, node: Scalar, field: Field) -> str | None:
        """Return the value as it should be written, or None if it is well or nobody can tell."""
        if field.choices:
            return _other(node.text, Spellings(dict.fromkeys(field.choices, ())), closed=True)
        if field.type is str:
            return self._fixed_text(node, field)
        return next((fix(node) for kind, fix in FIXES if issubclass(field.type, kind)), None)

    def _fixed_text(self, node: Scalar, field: Field) -> str | None:
        if isinstance(field.mark, Reference | Term | Local):
            return self._named(node.text, field.mark)
        if field.mark is ID_FORM:
            return slug(node.text) or None if slug(node.text) != node.text else None
        if not node.style and is_in_curly_quotes(node.text):
            return in_quotes(self.text[node.start + 1 : node.end - 1])
        return None if isinstance(node.value, str) or node.value is None else f'"{node.text}"'

    def _named(self, word: str, mark: Reference | Term | Local) -> str | None:
        if isinstance(mark, Term):
            return _other(word, self.known.groups[mark.section], closed=True)
        if isinstance(mark, Reference) and mark.kind != "any":
            return _other(word, self.known.groups[mark.kind])
        if isinstance(mark, Local) and mark.what != "claim":
            return _other(word, self._ids_of(mark.what), closed=True)
        return self._address(word, isinstance(mark, Local))

    def _address(self, word: str, is_claim: bool) -> str | None:
        """Return the address of a claim of this file, or of an entry, that `word` must mean."""
        kind, colon, name = (part.strip() for part in word.partition(":"))
        kind = slug(kind)
        names = self._ids_of(kind) if is_claim else self.known.groups.get(kind, NO_NAMES)
        found = meant(name, names, closed=is_claim) if colon else None
        return f"{kind}:{found}" if found and f"{kind}:{found}" != word else None

    def _ids_of(self, what: str) -> Spellings:
        """Return the ids of the file by the word for them: a `pattern` is a use of one."""
        name = "".join(part.capitalize() for part in what.split("-"))
        return self.own.get(name) or self.own.get(f"{name}Use", NO_NAMES)


def _other(word: str, names: Spellings, closed: bool = False) -> str | None:
    return None if word in names else meant(word, names, closed)


def _key(key: Scalar, owner: Pairs, fields: Mapping[str, Field]) -> Iterator[Edit]:
    """Yield the edit of an unknown key that must be one of the `fields` that the mapping lacks."""
    present = {other.text for other, _ in owner.pairs}
    missing = Spellings({name: () for name in fields if name not in present})
    if found := meant(key.text, missing, closed=True):
        yield Edit(key.start, key.end, found)


def _date(node: Scalar) -> str | None:
    try:
        read_date(node.value)
    except ValueError:
        return plain_date(node.text)
    return None


def _answer(node: Scalar) -> str | None:
    return None if isinstance(node.value, bool) else true_or_false(node.text) or None


def _number(node: Scalar) -> str | None:
    return (plain_digits(node.text) or None) if isinstance(node.value, str) else None


FIXES: tuple[tuple[type, Callable[[Scalar], str | None]], ...] = (
    (PartialDate, _date), (bool, _answer), (int, _number), (float, _number),
)  # fmt: skip
"""The fix of a value by the type of its field; `bool` comes before `int`, of which it is a subclass."""


def own_ids(node: Node, shape: type[Shape]) -> Own:
    """Return the ids that a file defines, as they will be written, by the name of the shape that they belong to."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for name, word in _own(node, shape):
        found[name][slug(word)] = ()
    return {name: Spellings(ids) for name, ids in found.items()}


def _own(node: Node, shape: type[Shape]) -> Iterator[tuple[str, str]]:
    if not isinstance(node, Pairs):
        return
    words = {key.text: value.text for key, value in node.pairs if isinstance(value, Scalar)}
    if name := words.get("id") or words.get("pattern") or words.get("technology"):
        yield shape.__name__, name
    fields = {field.key: field for field in fields_of(shape)}
    for key, value in node.pairs:
        field = fields.get(key.text)
        for item in value.items if isinstance(value, Items) else (value,):
            if field and field.shape:
                yield from _own(item, field.shape)
