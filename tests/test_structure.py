"""The fields of shapes, and the sample handbook, which has every one of them."""

from collections.abc import Iterator
from typing import Any

import pytest

from handbook.library import Library
from handbook.model.architecture import Component, Step
from handbook.model.case_study import CaseStudy
from handbook.model.evidence import Citation, Source
from handbook.model.fields import InlineMarkdown, Local, Reference, Shape, Term
from handbook.model.figure import Figure
from handbook.model.kinds import KIND_BY_NAME, KIND_BY_SHAPE, KINDS, schema_comment
from handbook.model.structure import Field, fields_of, leaves, parts, shape_at
from handbook.model.technology import Technology
from handbook.model.vocabulary import Vocabulary, VocabularyTerm


def field(shape: type[Shape], key: str) -> Field:
    return next(field for field in fields_of(shape) if field.key == key)


def test_a_field_tells_what_it_takes() -> None:
    start = field(Step, "from")
    assert (start.name, start.required, start.many, start.mark) == ("start", True, False, Local("component"))
    patterns = field(Technology, "patterns")
    assert (patterns.required, patterns.many, patterns.default, patterns.mark) == (
        False,
        True,
        (),
        Reference("pattern"),
    )
    assert field(Technology, "category").mark == Term("categories")
    assert field(Technology, "depth").choices == ("full", "brief")
    assert field(CaseStudy, "figures").shape is Figure
    assert field(Component, "role").mark == InlineMarkdown()


def shapes_below(shape: type[Shape]) -> Iterator[type[Shape]]:
    yield shape
    for field in fields_of(shape):
        if field.shape:
            yield from shapes_below(field.shape)


@pytest.mark.parametrize(("key", "length"), [("role", 400), ("name", 120), ("id", 64), ("in_house", None)])
def test_a_field_tells_how_long_it_may_be(key: str, length: int | None) -> None:
    assert field(Component, key).max_length == length


SHAPES = sorted({inner for shape in (*KIND_BY_SHAPE, Vocabulary) for inner in shapes_below(shape)}, key=str)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_list_and_every_text_has_a_maximum(shape: type[Shape]) -> None:
    fields = fields_of(shape)
    assert [field.key for field in fields if field.many and not field.most] == []
    texts = [field for field in fields if field.type is str and not field.choices]
    assert [field.key for field in texts if not field.max_length] == []


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_number_has_bounds(shape: type[Shape]) -> None:
    properties = shape.model_json_schema()["properties"]
    for field in fields_of(shape):
        if field.type in (float, int):
            forms = properties[field.key].get("anyOf", [properties[field.key]])
            numbers = [form for form in forms if form["type"] in ("number", "integer")]
            assert [form for form in numbers if "maximum" not in form] == []
            assert [form for form in numbers if not {"minimum", "exclusiveMinimum"} & set(form)] == []


def test_the_shape_at_a_place_is_found_through_lists() -> None:
    assert shape_at(CaseStudy, ("figures", 3, "sources", 0)) is Citation
    assert shape_at(CaseStudy, ("architecture", "flows", 0, "steps", 1)) is Step
    assert shape_at(CaseStudy, ()) is CaseStudy


def test_leaves_are_the_texts_that_bear_a_mark(library: Library) -> None:
    data = library.organisations["samplemail"].data
    assert list(leaves(data, Reference)) == [(("parent",), Reference("organisation"), "example-corp")]
    cited = ["farewell", "notice"]
    assert list(leaves(data, Local)) == [
        (("status", "sources", number, "id"), Local("source"), name) for number, name in enumerate(cited)
    ]
    assert list(leaves(data, Term)) == []
    assert [steps for steps, _, _ in leaves(data, InlineMarkdown)] == [
        ("what",), ("status", "inferred_from"), ("status", "text"),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", [Reference, Term, Local, InlineMarkdown])
def test_the_places_of_leaves_are_those_of_the_file(mark: type, library: Library) -> None:
    found = [(entry, steps) for entry in library.entries() for steps, _, _ in leaves(entry.data, mark)]
    assert found
    assert [steps for entry, steps in found if steps not in entry.source.marks] == []


def test_parts_are_found_wherever_they_are(library: Library) -> None:
    data = library.case_studies["examplebook"].data
    found = dict(parts(data, Source))
    assert found == {("sources", number): source for number, source in enumerate(data.sources)}
    assert ("figures", 0, "disputed", 0, "sources", 0) in dict(parts(data, Citation))
    assert dict(parts(data, CaseStudy)) == {(): data}


def test_every_field_has_a_description() -> None:
    lacking = [
        f"{shape.__name__}.{field.key}" for shape in all_shapes() for field in fields_of(shape) if not field.description
    ]
    assert lacking == []


def test_references_terms_and_lists_name_what_there_is() -> None:
    marks = [field.mark for shape in all_shapes() for field in fields_of(shape)]
    assert {mark.kind for mark in marks if isinstance(mark, Reference)} <= {*KIND_BY_NAME, "any"}
    lists = {field.key for field in fields_of(Vocabulary) if field.shape and issubclass(field.shape, VocabularyTerm)}
    assert {mark.section for mark in marks if isinstance(mark, Term)} == lists
    assert schema_comment("path") == "# yaml-language-server: $schema=../.schema/path.json"


def test_the_sample_has_every_field_of_every_kind(library: Library) -> None:
    used = {name for entry in library.entries() for name in fields_in(entry.data)} | set(fields_in(library.vocabulary))
    lacking = {owned(shape, field) for shape in all_shapes() for field in fields_of(shape)} - used
    assert lacking == set(), "add it to an entry of tests/sample/content"


def owned(shape: type[Shape], field: Field) -> tuple[str, str]:
    """Return the name of the shape that defines a field, which may be a base class, and the key."""
    owners = [owner for owner in shape.__mro__ if issubclass(owner, Shape) and field.name in owner.model_fields]
    return owners[-1].__name__, field.key


def all_shapes() -> set[type[Shape]]:
    found: set[type[Shape]] = set()
    waiting: list[type[Shape]] = [Vocabulary, *(kind.shape for kind in KINDS)]
    while waiting:
        shape = waiting.pop()
        if shape not in found:
            found.add(shape)
            waiting += [field.shape for field in fields_of(shape) if field.shape]
    return found


def fields_in(value: Any) -> Iterator[tuple[str, str]]:
    """Yield (shape, key) for each field that is set in the file, at any depth."""
    for item in value if isinstance(value, tuple) else (value,):
        for field in fields_of(type(item)) if isinstance(item, Shape) else ():
            if field.name in item.model_fields_set:
                yield owned(type(item), field)
                yield from fields_in(getattr(item, field.name))
