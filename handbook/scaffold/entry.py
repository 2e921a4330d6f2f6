"""The text of a new entry: a filled example of each shape, with the words to choose from and what is expected."""

import json
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import cast

from handbook.checks.completeness import FULL
from handbook.library import Entry, Library
from handbook.model.case_study import CaseStudy
from handbook.model.entry import EntryShape
from handbook.model.evidence import Citation
from handbook.model.fields import Form, InlineMarkdown, PartialDate, Reference, Shape, Term
from handbook.model.kinds import KIND_BY_NAME, editor_comment
from handbook.model.structure import Field, fields_of
from handbook.report import DEPTH, in_words
from handbook.salvage import plain
from handbook.scaffold.example import Mapped, Wishes, example_of_kind, filled
from handbook.scaffold.structure import in_structure_of, with_cited_sources
from handbook.source import read_source
from handbook.wording import listing
from handbook.yaml_reader import Data

WIDTH = 116
BRIEF = "brief"
OF_FULL = (*FULL, "alternatives", "no_alternatives")
"""The keys of which a brief entry has none, and a full one has most."""
MOST_WORDS = 14
"""The maximum number of words to choose from that a line lists."""


def new_entry(wishes: Wishes, library: Library | None, like: Entry[EntryShape] | None = None) -> str:
    """Return the text of a new entry, a draft; `like` is an entry whose structure it takes."""
    data = filled(example_of_kind(wishes.kind), wishes, library)
    if "depth" in data:
        data = _of_depth(wishes.depth or getattr(like and like.data, "depth", BRIEF), data)
    if like:
        data = in_structure_of(like, data)
    return _text(wishes, data, library, like)


def _of_depth(depth: str, data: Mapped) -> Mapped:
    """Return the data of an entry of this depth: a brief one has no key that only a full one needs."""
    return {key: value for key, value in data.items() if depth != BRIEF or key not in OF_FULL} | {"depth": depth}


def new_stub(wishes: Wishes, library: Library | None) -> str:
    """Return the text of a draft that has only what its kind requires."""
    data = filled(example_of_kind(wishes.kind), wishes, library)
    required = {one.key for one in fields_of(KIND_BY_NAME[wishes.kind].shape) if one.required}
    kept = with_cited_sources({key: data[key] for key in data if key in required | {"sources"}})
    return _text(wishes, kept, library, None)


def named_in(kind: str, text: str) -> set[tuple[str, str]]:
    """Return the kind and id of each entry that the text of an entry names in a field."""
    return set(_named(read_source(kind, text.encode()).data, KIND_BY_NAME[kind].shape))


def _named(data: Data, shape: type[Shape]) -> Iterator[tuple[str, str]]:
    for one in fields_of(shape) if isinstance(data, dict) else ():
        given = cast("Mapped", data).get(one.key)
        for item in given if isinstance(given, tuple) else () if given is None else (given,):
            if one.shape:
                yield from _named(item, one.shape)
            elif isinstance(one.mark, Reference):
                kind, _, name = str(item).rpartition(":")
                yield kind or one.mark.kind, name


def item_lines(shape: type[Shape], item: Mapped) -> Iterator[str]:
    """Yield the lines of one item of a list, indented as below the key of the list."""
    return _item(shape, item, {}, full=False)


def _text(wishes: Wishes, data: Mapped, library: Library | None, like: Entry[EntryShape] | None) -> str:
    shape, terms = KIND_BY_NAME[wishes.kind].shape, _terms(library)
    counts = _counts(like)
    of_full = OF_FULL if data.get("depth") == BRIEF else ()
    left_out = ("draft", *of_full)
    lines = [editor_comment(wishes.kind), *_opening(wishes, shape, like), *_of_full(wishes, of_full)]
    for one in fields_of(shape):
        if one.key not in left_out:
            lines += [
                "",
                *_about(one, terms, counts, DEPTH if shape is CaseStudy else {}),
                *_lines(one, data.get(one.key), terms),
            ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _opening(wishes: Wishes, shape: type[Shape], like: Entry[EntryShape] | None) -> Iterator[str]:
    yield f"# Replace every TODO; everything here is an example, and nothing is true of {wishes.id} yet."
    yield "# A line such as `# scope:` is an optional key: delete the `# ` to use it. Delete items that you do not use."
    if issubclass(shape, CaseStudy):
        counted = f'`make check ARGS="--report content/case-studies/{wishes.id}.yml"` counts what yours has.'
        yield from (f"# {line}" for line in _wrapped(f"A full case study has at least: {in_words(DEPTH)}."))
        yield f"# {counted}"
    if like:
        yield f"# The structure is that of `{like.id}`."
    yield ""
    yield "# Delete this line to publish the entry. Until then only `make serve` shows it."
    yield "draft: true"


def _of_full(wishes: Wishes, keys: tuple[str, ...]) -> Iterator[str]:
    """Yield which keys a brief entry lacks, and how to get them."""
    if keys:
        yield f"# A full entry also has {listing(keys)}:"
        yield f"# `make new KIND={wishes.kind} ID=other-id DEPTH=full` shows them."


def _counts(like: Entry[EntryShape] | None) -> Mapping[str, str]:
    """Return how many items the lists of an entry have, in words."""
    data = cast("Mapped", plain(like.data)) if like else {}
    return {key: f" `{like.id}` has {len(value)}." for key, value in data.items() if isinstance(value, tuple) and like}


def _about(
    one: Field, terms: Mapping[str, list[str]], counts: Mapping[str, str], depth: Mapping[str, int]
) -> list[str]:
    need = "" if one.required else " Optional."
    words = f" {words}" if (words := _words(one, terms)) else ""
    expected = f" Expected: {depth[one.key]}." if one.key in depth else ""
    text = f"{one.description}{words}{need}{expected}{counts.get(one.key, '')}"
    return [f"# {line}" for line in _wrapped(text)]


def _wrapped(text: str) -> list[str]:
    return wrap(text, WIDTH, break_on_hyphens=False)


def _terms(library: Library | None) -> Mapping[str, list[str]]:
    vocabulary = library.vocabulary if library else None
    sections = ("families", "categories", "themes", "domains", "levels", "measures", "units")
    return {section: [term.id for term in getattr(vocabulary, section)] if vocabulary else [] for section in sections}


def _words(one: Field, terms: Mapping[str, list[str]]) -> str:
    """Return the words to choose from."""
    if one.choices:
        return f"One of: {', '.join(one.choices)}."
    if isinstance(one.mark, Term):
        known = terms[one.mark.section]
        more = f" … (all: `make ids Q={one.mark.section}`)" if len(known) > MOST_WORDS else ""
        return f"One of: {', '.join(known[:MOST_WORDS])}{more}."
    if isinstance(one.mark, Reference):
        return "`make ids Q=word` finds ids."
    return ""


def _lines(one: Field, given: Data, terms: Mapping[str, list[str]], full: bool = True) -> Iterator[str]:
    """Yield a key with its value; `full` adds the optional keys inside it as comments."""
    if given is None:
        yield f"# {one.key}: {_blank(one)}"
    elif one.shape is None:
        yield f"{one.key}: {_scalars(given, one)}"
    elif one.many and isinstance(given, tuple):
        yield f"{one.key}:"
        for number, item in enumerate(given):
            yield from _item(one.shape, cast("Mapped", item), terms, full and number == 0)
    else:
        yield f"{one.key}:"
        yield from (f"  {line}" for line in _mapping(one.shape, cast("Mapped", given), terms, full))


def _item(shape: type[Shape], item: Mapped, terms: Mapping[str, list[str]], full: bool) -> Iterator[str]:
    if shape is Citation:
        pairs = ", ".join(f"{one.key}: {_scalars(item[one.key], one)}" for one in fields_of(shape) if one.key in item)
        yield f"  - {{{pairs}}}"
        return
    lead = "  - "
    for line in _mapping(shape, item, terms, full):
        yield f"{'    ' if line.startswith('#') else lead}{line}"
        lead = lead if line.startswith("#") else "    "


def _mapping(shape: type[Shape], data: Mapped, terms: Mapping[str, list[str]], full: bool) -> Iterator[str]:
    """Yield the keys of a mapping; what a line leaves to choose stands in a comment at its end."""
    for one in sorted(fields_of(shape), key=lambda one: one.key != "id"):
        given = data.get(one.key)
        if given is not None:
            first, *others = _lines(one, given, terms, full)
            words = _words(one, terms) if full and not one.shape else ""
            yield f"{first}  # {words}" if words else first
            yield from others
        elif full:
            yield f"# {one.key}: {_blank(one)}  # {one.description} {_words(one, terms)}".rstrip()


def _blank(one: Field) -> str:
    return "[]" if one.many else ""


def _scalars(given: Data, one: Field) -> str:
    return f"[{', '.join(_scalar(item, one) for item in given)}]" if isinstance(given, tuple) else _scalar(given, one)


def _scalar(given: Data, one: Field) -> str:
    """Return a value as YAML: a text in quotes, in which a colon or `#` does no harm."""
    is_free = one.mark is None or isinstance(one.mark, InlineMarkdown | Form)
    if isinstance(given, str) and (":" in given or " " in given or (is_free and not one.choices and one.key != "id")):
        return given if one.type is PartialDate else json.dumps(given, ensure_ascii=False)
    return json.dumps(given) if not isinstance(given, str) else given
