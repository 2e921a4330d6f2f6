"""Models share what is equal: they say the same, and hold one set of names where each part held its own."""

from handbook.library import Library
from handbook.model.evidence import Citation
from handbook.model.structure import parts
from handbook.model.thrift import thrifty


def test_a_thrifty_model_says_the_same_with_fewer_sets(library: Library) -> None:
    case = library.case_studies["examplebook"].data
    copy = type(case).model_validate_json(case.model_dump_json(by_alias=True, exclude_unset=True))
    before = [id(part.__pydantic_fields_set__) for _, part in parts(copy, Citation)]
    thrifty(copy)
    sets = [part.__pydantic_fields_set__ for _, part in parts(copy, Citation)]
    assert len(before) == len(set(before)) > 20
    assert len({id(names) for names in sets}) == len({frozenset(names) for names in sets}) < 5
    assert repr(copy) == repr(case)
    assert copy == case
    assert copy.model_dump_json(exclude_unset=True) == case.model_dump_json(exclude_unset=True)


def test_parts_of_different_models_share(library: Library) -> None:
    one, other = (library.case_studies[name].data for name in ("examplebook", "samplemail"))
    sets = [part.__pydantic_fields_set__ for model in (one, other) for _, part in parts(model, Citation)]
    assert len({id(names) for names in sets}) == len({frozenset(names) for names in sets})
