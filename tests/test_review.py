"""The review of a change: its words for each kind of change, and what it keeps out of a comment."""

import re
from pathlib import Path

import pytest

from handbook.library import Library
from handbook.reading import read_library
from handbook.review.lines import Piece, reworded
from handbook.review.report import Review, as_markdown, as_text, code, review

CASE = "case-studies/examplebook.yml"
WORDS = (
    ("value: 600000000", "value: 650000000", "figure Requests in a day: about 600 → 650 million requests a day"),
    ("    value: 100\n", "    value: 110\n", "figure Servers: 100 → 110 servers"),
    ("precision: at-least", "precision: exact",
     "figure Requests in the busiest second: at least 9,000 to 11,000 requests a second → 9,000 to"),
    ("status: goal", "status: measured", "status of figure Growth in two years: goal → measured"),
    ("what: Servers", "what: Machines", "what of figure Machines: Servers → Machines"),
    ("at: preface", "at: coda", "place in source interview of event end: preface → coda"),
    ("sources: [{id: interview, at: preface}]", "sources: [{id: post}]",
     "source of event end: interview (preface) → post"),
    ("at: table 1}", "at: table 1}, {id: interview}", "source of figure Servers: added interview"),
    ("[Ada Example]", "[Ada Example, Bob]", "authors of source How we invented it: added Bob"),
    ("[ExB]", "[EB]", "also known as: ExB → EB"),
    ("date: 2011-03", "date: 2011-04", "date of decision cache-first: March → April 2011"),
    ("in_house: true", "in_house: false", "in house of component Friend finder: yes → no"),
    ("id: own-finder", "id: our-finder", "renamed decision our-finder: own-finder → our-finder"),
    ("state: full", "state: thin", "state of record: full → thin"),
    ("    against: [{case_study: samplemail, lesson: no-cache}]\n", "",
     "removed other lesson samplemail of lesson cache-everything"),
    ("    why: It was there.\n", "", "why of technology use cache-of-pages: removed It was there."),
    ("It was given before", "The interview was given before", "why not of dispute 1 of lesson cache-everything: [It →"),
    ("level: advanced", "level: beginner", "level: advanced → beginner"),
    ("  - {id: launch,",
     "  - {id: x, date: 2009, what: It began., kind: launch, sources: [{id: post}]}\n  - {id: launch,",
     "new event x: It began."),
    ("[cache-everything, measure-first, start-small]", "[measure-first, cache-everything, start-small]",
     "takeaways of brief: another order"),
)  # fmt: skip
"""Changes of a case study, each with what is said about it."""


@pytest.fixture
def case(content: Path) -> Path:
    return content / CASE


def changed(library: Library, content: Path, with_pages: bool = False) -> Review:
    """Return the review of the change from the sample to a content folder."""
    new = read_library(content).library
    assert new
    return review(library, new, with_pages)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(("old", "new", "words"), WORDS)
def test_a_change_is_told_in_words(old: str, new: str, words: str, library: Library, case: Path, content: Path) -> None:
    change(case, old, new)
    first, *told = as_text(changed(library, content)).splitlines()
    assert first == "case-study examplebook: changed"
    assert [line for line in told if line.startswith(f"  {words}")], told


STEP = '        - {{from: {}, to: {}, mode: sync, carries: "{}", text: "{}"}}\n'
FIRST = STEP.format("web", "copies", "page id, 8 bytes", "Web asks for a copy.")


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (STEP.format("web", "copies", "a lock", "It waits for its turn.") + FIRST,
         ["new step a lock of flow Read path: It waits for its turn."]),
        (FIRST + STEP.format("web", "copies", "a lock", "It waits for its turn."),
         ["new step a lock of flow Read path: It waits for its turn."]),
        (STEP.format("web", "copies", "a lock", "It waits for its turn.") + FIRST.replace("8 bytes", "9 bytes"),
         ["new step a lock of flow Read path: It waits for its turn.",
          "carries of step page id, 9 bytes of flow Read path: page id, 8 → 9 bytes"]),
        (FIRST.replace("to: copies", "to: own-finder"),
         ["to of step page id, 8 bytes of flow Read path: copies → own-finder"]),
    ],
)  # fmt: skip
def test_a_step_is_recognised_by_what_it_says(
    new: str, told: list[str], library: Library, case: Path, content: Path
) -> None:
    change(case, FIRST, new)
    assert as_text(changed(library, content)).splitlines()[1:-1] == [f"  {line}" for line in told]


def test_a_dispute_is_recognised_by_what_it_says(library: Library, case: Path, content: Path) -> None:
    first = "      - value: 500000000\n"
    change(case, first, f"      - {{value: 1000, sources: [{{id: post}}], why_not: It was a joke.}}\n{first}")
    (told,) = as_text(changed(library, content)).splitlines()[1:-1]
    assert told == "  new dispute 1 of figure Requests in a day: It was a joke."


def test_the_same_content_has_no_changes(library: Library, content: Path) -> None:
    for name in ("case-studies/examplebook.yml", "technologies/mock-store.yml"):
        path = content / name
        path.write_text(path.read_text(encoding="utf-8") + "\n# A comment.\n", encoding="utf-8")
    assert as_text(changed(library, content, with_pages=True)) == "  The meaning of the content is unchanged.\n"


def test_a_text_is_told_word_by_word(library: Library, case: Path, content: Path) -> None:
    change(case, "Copies were up to a minute old.\n    before", "Copies were up to an hour old.\n    before")
    assert "cost of decision cache-first: Copies were up to [a minute → an hour] old.\n" in as_text(
        changed(library, content)
    )
    pieces = reworded(
        "one two three four five six seven eight nine ten", "one two three four five six 7 eight nine ten"
    )
    assert "".join(piece.text for piece in pieces) == "… three four five six [seven → 7] eight nine ten"
    assert reworded("all of it", "another thing entirely")[0] == Piece("gone", "all of it")


def test_claims_without_a_primary_source_are_named_once_they_are_new(
    library: Library, case: Path, content: Path
) -> None:
    change(case, "at: table 1}", "at: table 1}]\n    disputed: [{value: 90, why_not: No., sources: [{id: interview}]}")
    change(case, "sources: [{id: post, at: Why}]", "sources: [{id: interview}]")
    change(case, "id: own-finder", "id: our-finder")
    (entry,) = changed(library, content).entries
    assert ["".join(piece.text for piece in line) for line in entry.weak] == ["decision cache-first"]


def test_entries_come_go_and_are_renamed(library: Library, content: Path) -> None:
    technologies = content / "technologies"
    renamed = (technologies / "second-cache.yml").read_text(encoding="utf-8")
    (technologies / "other-cache.yml").write_text(f"{renamed}formerly: [second-cache]\n", encoding="utf-8")
    (technologies / "second-cache.yml").unlink()
    (technologies / "third-cache.yml").rename(technologies / "new-cache.yml")
    (technologies / "mock-store.yml").write_text("name: [\n", encoding="utf-8")
    organisation = content / "organisations" / "example-corp.yml"
    text = organisation.read_text(encoding="utf-8").replace("name: ", "name: New ", 1)
    (content / "organisations" / "new.yml").write_text(text, encoding="utf-8")
    (content / "patterns" / "warm-up.yml").unlink()
    told = {entry.id: entry.how for entry in changed(library, content).entries}
    assert told == {
        "mock-store": "unreadable",
        "new-cache": "renamed",
        "other-cache": "renamed",
        "warm-up": "removed",
        "new": "added",
    }
    assert (
        "id: third → new-cache" in (words := as_text(changed(library, content))) or "third-cache → new-cache" in words
    )
    assert "  New Example Corporation: 1 source\n" in words
    assert words.count("its old address is lost: add it to `formerly`") == 1


def test_the_pages_that_change_are_listed(library: Library, case: Path, content: Path) -> None:
    change(case, "    against: [{case_study: samplemail, lesson: no-cache}]\n", "")
    change(case, "id: own-finder", "id: our-finder")
    change(content / "technologies" / "third-cache.yml", "name: ", "name: New ")
    found = changed(library, content, with_pages=True).touched
    assert found
    assert found.gone_pairs == (("examplebook:cache-everything", "samplemail:no-cache"),)
    assert (found.new, found.gone, found.new_pairs) == ((), (), ())
    assert {"/case-studies/examplebook/", "/case-studies/samplemail/", "/technologies/third-cache/"} < {*found.changed}
    assert "/technologies/dummy-log/" not in found.changed


def test_a_page_appears_with_its_pair(library: Library, content: Path) -> None:
    more = "alternatives:\n  - {technology: dummy-log, choose_this: A., choose_that: B., sources: [{id: home}]}\n"
    change(content / "technologies" / "mock-store.yml", "depth:", f"{more}depth:")
    found = changed(library, content, with_pages=True)
    assert found.touched
    assert found.touched.new == ("/compare/dummy-log-vs-mock-store/",)
    assert "Pages that appear: 1\n  /compare/dummy-log-vs-mock-store/\n" in as_text(found)


SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
"""A code span: https://spec.commonmark.org/0.31.2/#code-spans."""
HOSTILE = (
    "@octocat see #1 and https://evil.example",
    "`@octocat` ``x`` ```",
    "<img src=x onerror=alert(1)> <!-- ",
    "[click](https://evil.example) ![x](https://evil.example/x.png)",
    "~~**| --- |** $`x`$ \\` &lt; :tada:",
    "` ` `",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_contributors_write_stays_in_code_spans(text: str, library: Library, case: Path, content: Path) -> None:
    single = text.replace("'", "''")
    change(case, "Copies were up to a minute old.\n    before", f"'{single}\n\n      # {single}'\n    before")
    change(case, "authors: [Ada Example]", f"authors: ['{single}']")
    change(case, "    what: Servers", f"    what: '{single}'")
    comment = as_markdown(changed(library, content))
    assert comment.startswith("\n### case-study `examplebook`: changed\n\n")
    outside = SPAN.sub("", comment)
    assert not re.search(r"[@<&\\`$!#]|https?:|\]\(", outside.replace("### ", ""))
    assert all(re.match(r"- |#{3,4} |$", line) for line in comment.splitlines())


@pytest.mark.parametrize("text", ["", "`", "a``b`", "x\n- y", "\u202e"])
def test_a_code_span_cannot_be_left(text: str) -> None:
    assert SPAN.fullmatch(code(text))
    assert code(text).isprintable()


def test_a_comment_is_bounded(library: Library, case: Path, content: Path) -> None:
    change(case, "Copies were up to a minute old.\n    before", f"{'é ' * 700}\n    before")
    found = changed(library, content)
    whole, cut = as_markdown(found), as_markdown(found, 200)
    assert "too long" not in whole
    assert len(cut.encode()) <= 200
    assert cut.endswith("`make diff` prints all of it.\n")
    change(case, "timeline:\n", "timeline:\n" + "".join(
        f"  - {{id: e-{n}, date: 2009, what: It began., kind: launch, sources: [{{id: post}}]}}\n" for n in range(90)
    ))  # fmt: skip
    assert "  … and 31 more\n" in as_text(changed(library, content))
