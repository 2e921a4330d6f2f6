"""What `make serve` shows of content with problems: every page of what is left can be rendered."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from handbook.checks.catalogue import find_problems
from handbook.library import Library
from handbook.reading import Reading, read_library
from handbook.renderer import Renderer
from handbook.salvage import HARMLESS, Earlier, Salvage, plain, salvage
from handbook.site import Site, make_site
from last_good import LastGood

CASE, BATCHING, CACHE = "case-studies/examplebook.yml", "patterns/batching.yml", "technologies/example-cache.yml"
PROBLEMS = Path(__file__).parent / "problems"
RENDERER = Renderer()


def change(content: Path, file: str, old: str, new: str) -> None:
    text = (content / file).read_text(encoding="utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def salvaged(content: Path, today: date, earlier: Earlier | None = None) -> Salvage:
    reading = read_library(content)
    problems = find_problems(reading, today)
    assert problems
    found = salvage(content, reading, problems, earlier or {}, today)
    if found.library:
        rendered(make_site(found.library, with_drafts=True))
    return found


def rendered(site: Site) -> dict[str, str]:
    return {page.url: RENDERER.page(page).html for page in site.pages}


def files(site: Site) -> dict[str, bytes]:
    made = {file.path: b"".join(file.pieces()) for file in site.exports}
    return made | {file.path: file.text.encode() for file in site.files}


def earlier_of(library: Library) -> Earlier:
    return {f"content/{entry.file}": entry for entry in library.files()}


def test_an_item_at_fault_is_left_out_and_the_rest_is_shown(content: Path, library: Library, today: date) -> None:
    whole = library.case_studies["examplebook"].data
    change(content, CASE, "precision: ", "precision: x")
    found = salvaged(content, today)
    assert found.library
    assert found.left_out == ()
    data = found.library.case_studies["examplebook"].data
    assert len(data.figures) == len(whole.figures) - 1
    assert data.decisions
    assert data.architecture == whole.architecture


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CASE, "measure: ", "measure: x"),
        (CASE, "- {id: ", "- {idd: "),
        (CASE, "technology: ", "technology: x"),
        (CASE, "organisation: ", "organisation: x"),
        (BATCHING, "family: queues", "family: quees"),
        (CACHE, "name: ", "name: [x"),
        (CACHE, "category: ", "category: x"),
        ("organisations/example-corp.yml", "website: ", "website: x"),
        ("vocabulary.yml", "factor: ", "factor: x"),
        ("vocabulary.yml", "hue: ", "hue: x"),
    ],
)
def test_what_is_left_can_be_rendered(file: str, old: str, new: str, content: Path, today: date) -> None:
    change(content, file, old, new)
    assert salvaged(content, today).library


def test_an_entry_that_cannot_be_shown_is_left_out(content: Path, today: date) -> None:
    change(content, BATCHING, "name: ", "name: [")
    found = salvaged(content, today)
    assert found.library
    assert "batching" not in found.library.patterns
    assert [left.path for left in found.left_out] == ["content/patterns/batching.yml"]


def test_an_entry_is_shown_in_its_earlier_form(content: Path, library: Library, today: date) -> None:
    change(content, BATCHING, "name: ", "name: [")
    found = salvaged(content, today, earlier_of(library))
    assert found.library
    assert found.left_out == ()
    assert found.library.patterns["batching"].data == library.patterns["batching"].data


def test_the_vocabulary_is_shown_in_its_earlier_form(content: Path, library: Library, today: date) -> None:
    (content / "vocabulary.yml").write_text("families: [", encoding="utf-8")
    assert salvaged(content, today).library is None
    found = salvaged(content, today, earlier_of(library))
    assert found.library
    assert found.library.vocabulary == library.vocabulary
    assert len(list(found.library.entries())) == len(list(library.entries()))


def test_what_only_lacks_quality_is_shown_as_it_is(content: Path, library: Library, today: date) -> None:
    change(content, BATCHING, "$schema=", "$schema=x")
    found = salvaged(content, today)
    assert found.library
    assert found.library.patterns["batching"].data == library.patterns["batching"].data


@pytest.mark.parametrize("rule", sorted(HARMLESS))
def test_an_entry_that_breaks_a_harmless_rule_can_be_rendered(rule: str, content: Path, today: date) -> None:
    shutil.copytree(PROBLEMS / rule / "content", content, dirs_exist_ok=True)
    reading = read_library(content)
    found = salvage(content, reading, find_problems(reading, today), {}, today)
    assert found.library
    pages = [page for page in make_site(found.library, with_drafts=True).pages if page.file and "mini" in page.file]
    assert all(RENDERER.page(page).html for page in pages)
    assert rule in {problem.rule for problem in find_problems(Reading(found.library, ()), today)}


def test_the_data_of_a_model_is_read_back_as_the_same_model(library: Library) -> None:
    for entry in library.files():
        assert type(entry.data).model_validate(plain(entry.data)) == entry.data


def served(good: LastGood, content: Path, today: date) -> dict[str, str]:
    reading = read_library(content)
    return rendered(good.site(content, reading, find_problems(reading, today), today, make_site))


def test_it_lists_the_problems_until_the_file_is_saved_without(content: Path, today: date) -> None:
    good = LastGood()
    change(content, BATCHING, "name: ", "name: [")
    page = served(good, content, today)["/patterns/batching/"]
    assert "<code>content/patterns/batching.yml:2</code>" in page
    assert 'contribute/checks/#not-yaml">not-yaml</a>' in page
    change(content, BATCHING, "name: [", "name: ")
    assert "Carry several writes at once." in served(good, content, today)["/patterns/batching/"]
    assert good.lines == ()


def test_it_shows_a_page_when_nothing_else_can_be_shown(content: Path, today: date) -> None:
    good = LastGood()
    change(content, "vocabulary.yml", "families:", "families: [")
    assert list(served(good, content, today)) == ["/"]
    assert {(line.file, line.url) for line in good.lines} == {("content/vocabulary.yml", "")}


def test_drafts_are_shown_only_while_serving(content: Path, today: date) -> None:
    change(content, "paths/first-steps.yml", "draft: false", "draft: true")
    reading = read_library(content)
    assert reading.library
    served, built = (make_site(reading.library, with_drafts=shown) for shown in (True, False))
    (page,) = (page for page in served.pages if page.url == "/paths/first-steps/")
    assert page.draft
    assert page.card.kind == "Draft: Reading path"
    (content / "paths" / "first-steps.yml").unlink()
    without = read_library(content).library
    assert without
    assert rendered(built) == rendered(make_site(without))
    assert files(built) == files(make_site(without))
