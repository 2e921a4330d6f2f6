"""New entries: whatever their kind and their model, they pass the check as drafts and show each shape."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handbook.checks.catalogue import find_problems
from handbook.library import Entry, Library
from handbook.model.evidence import Dispute
from handbook.model.fields import Shape
from handbook.model.figure import Derivation
from handbook.model.kinds import KIND_BY_NAME, KINDS, Kind
from handbook.model.structure import fields_of, parts
from handbook.problem import Problem
from handbook.reading import Reading, read_library
from handbook.renderer import Renderer
from handbook.report import DEPTH
from handbook.scaffold.entry import named_in, new_entry, new_stub
from handbook.scaffold.example import Wishes
from handbook.scaffold.structure import in_structure_of
from handbook.shape import fit
from handbook.site import make_site
from handbook.source import read_source

NAMED = {"organisation": ("new-system",)}


def write(content: Path, wishes: Wishes, text: str) -> None:
    path = content / KIND_BY_NAME[wishes.kind].folder / f"{wishes.id}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def begin(content: Path, wishes: Wishes, library: Library | None, like: str = "") -> None:
    """Write a new entry, and stubs of what it names."""
    model = library.of(wishes.kind)[like] if library and like else None
    text = new_entry(wishes, library, model)
    write(content, wishes, text)
    for kind, name in named_in(wishes.kind, text):
        stub = Wishes(kind, name)
        if not (content / KIND_BY_NAME[kind].folder / f"{name}.yml").exists():
            write(content, stub, new_stub(stub, library))


def problems_of(content: Path, today: date) -> tuple[Problem, ...]:
    return find_problems(read_library(content), today)


def test_new_entries_of_all_kinds_pass_the_check_and_can_be_shown(content: Path, library: Library, today: date) -> None:
    for kind in KINDS:
        begin(content, Wishes(kind.name, "new-system", named=NAMED), library)
    reading = read_library(content)
    assert find_problems(reading, today) == ()
    assert reading.library
    assert {entry.address for entry in reading.library.drafts()} >= {f"{kind.name}:new-system" for kind in KINDS}
    renderer = Renderer()
    pages = {page.url: renderer.page(page).html for page in make_site(reading.library, with_drafts=True).pages}
    assert "TODO: Stores the posts." in pages["/case-studies/new-system/"]


def test_new_entries_pass_the_check_in_a_handbook_without_entries(sample: Path, tmp_path: Path, today: date) -> None:
    shutil.copy(sample / "vocabulary.yml", tmp_path / "vocabulary.yml")
    vocabulary = (tmp_path / "vocabulary.yml").read_text(encoding="utf-8")
    before = problems_of(tmp_path, today)
    begin(tmp_path, Wishes("case-study", "new-system", named=NAMED), read_library(tmp_path).library)
    assert problems_of(tmp_path, today) == before
    assert vocabulary


def test_new_entries_in_the_structure_of_others_pass_the_check(real_library: Library, today: date) -> None:
    problems: list[Problem] = []
    made: dict[str, dict[str, Entry[Any]]] = {kind.name: {} for kind in KINDS}
    for kind in KINDS:
        for name, like in real_library.of(kind.name).items():
            wishes = Wishes(kind.name, f"{name[:50]}-alike", named={"organisation": ("google",)})
            source = read_source(f"content/{name}.yml", new_entry(wishes, real_library, like).encode())
            data, found = fit(source, kind.shape)
            problems += found
            made[kind.name][wishes.id] = Entry(kind.name, wishes.id, "", data, source)
    ids = {kind: names | made[kind].keys() for kind, names in real_library.ids.items()}
    alone = replace(real_library, by_kind=made, ids=ids)
    assert [str(problem) for problem in (*problems, *find_problems(Reading(alone, ()), today))] == []


def test_the_example_of_a_case_study_has_each_shape(library: Library, content: Path) -> None:
    begin(content, Wishes("case-study", "new-system", named=NAMED), library)
    found = read_library(content).library
    assert found
    data = found.case_studies["new-system"].data
    assert data.architecture.flows[0].steps
    assert dict(parts(data, Derivation))
    assert {dispute.value is None for _, dispute in parts(data, Dispute)} == {True, False}
    assert data.brief
    assert data.decisions[0].practise


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_key_is_there_or_in_a_comment(kind: Kind, library: Library) -> None:
    text = new_entry(Wishes(kind.name, "new-system", depth="full"), library)
    for field in fields_of(kind.shape):
        assert re.search(rf"^(?:# )?{field.key}:(?: |$)", text, re.MULTILINE)
        assert field.key == "draft" or f"# {field.description[:40]}" in text


def test_a_brief_technology_begins_with_less_than_a_full_one(content: Path, library: Library, today: date) -> None:
    brief, full = (Wishes("technology", f"{depth}-store", depth=depth) for depth in ("brief", "full"))
    short, long = new_entry(brief, library), new_entry(full, library)
    assert short == new_entry(replace(brief, depth=""), library)
    assert short.count("\n") < 0.7 * long.count("\n")
    assert "excels:" not in short
    assert "# A full entry also has status, how_it_works, excels, fails, alternatives and no_alternatives:\n" in short
    assert "\ndepth: brief\n" in short
    assert "\ndepth: full\n" in long
    for wishes in (brief, full):
        begin(content, wishes, library)
    assert problems_of(content, today) == ()


def test_the_text_says_what_depth_is_expected_and_which_words_there_are(library: Library) -> None:
    text = new_entry(Wishes("case-study", "new-system"), library)
    assert f"{DEPTH['figures']} figures, {DEPTH['technologies']} technologies" in text
    assert "kind: client  # One of: client, service, store, cache" in text
    assert "domain: social" in text
    assert "One of: social, mail." in text


def test_what_is_said_is_in_the_entry(library: Library) -> None:
    named = {"organisation": ("new-system",), "technology": ("new-store", "example-cache"), "pattern": ("write-queue",)}
    wishes = Wishes("case-study", "new-system", "The New System", 2011, None, named)
    text = new_entry(wishes, library)
    assert 'name: "The New System"' in text
    assert "period:\n  from: 2011\n  # until:" in text
    named_there = named_in("case-study", text)
    assert named_there == {
        ("organisation", "new-system"), ("technology", "new-store"), ("technology", "example-cache"),
        ("pattern", "write-queue"),
    }  # fmt: skip


def test_the_structure_of_an_entry_is_taken_without_its_claims(library: Library) -> None:
    like = library.case_studies["samplemail"]
    assert like.data.figures
    assert not like.data.questions
    keys = set(in_structure_of(like, {"name": "TODO", "figures": (), "questions": ()}))
    assert (keys & {"name", "figures", "questions"}) == {"name", "figures"}
    text = new_entry(Wishes("case-study", "new-system"), library, like)
    told = {text for _, part in parts(like.data, Shape) for text in part.model_dump().values() if isinstance(text, str)}
    assert [words for words in told if " " in words and words in text] == []
