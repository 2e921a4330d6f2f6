"""What pages ask: a page whose questions are answered as before is the same as before."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from conftest import TODAY
from handbook.answers import Answers
from handbook.asked import ALL, COUNT, LookUp, WatchedCasebook, watched
from handbook.checks.catalogue import find_problems
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.model.kinds import KIND_BY_NAME
from handbook.problem import Steps
from handbook.reading import Reading, read_library, with_file
from handbook.renderer import Renderer
from handbook.site import make_site
from handbook.source import read_source
from handbook.survey import VOCABULARY_FILE
from sample_files import Leaf, as_file, kind_of, leaves, read_files, with_leaves

Content = tuple[str, str]
"""What is made of a page: its content and its linked data."""
RENDERER = Renderer()
STEP = 5
"""Only one of so many changes is tried, to save time."""


class Asked(NamedTuple):
    """What a page asked, a hash of the answers, and what was made of them."""

    questions: tuple[LookUp, ...]
    answers: str
    content: Content


class Made(NamedTuple):
    """The answers of a site, and what makes the content of each page that asks, by address."""

    answers: Answers
    pages: dict[str, Callable[[], Asked]]


def make(library: Library) -> Made:
    site = make_site(library)
    assert site.answers
    answers = site.answers

    def asked(page: Any) -> Asked:
        with page.ear.listening() as heard:
            content = RENDERER.unfinished(page).html, page.linked()
        return Asked(tuple(heard), answers.to(heard), content)

    return Made(answers, {page.url: lambda page=page: asked(page) for page in site.pages if page.ear})


@pytest.fixture(scope="module")
def before(library: Library) -> dict[str, Asked]:
    return {url: page() for url, page in make(library).pages.items()}


def changed(library: Library, sample: Path) -> Iterator[tuple[str, Library]]:
    """Yield the library after changes of one file each: of all texts, of one text, and of the length of a list."""
    for name, (shape, source) in read_files(sample).items():
        if name == VOCABULARY_FILE:
            continue
        texts = [leaf.steps for leaf in leaves(shape, source.data) if leaf.is_text]
        for steps in (texts, *([one] for one in texts)):
            yield str(steps), with_data(library, name, with_leaves(shape, source.data, partial(_longer, steps)))
        for key, value in source.data.items():
            if isinstance(value, list):
                yield f"{name} without the last of {key}", with_data(library, name, {**source.data, key: value[:-1]})
    for entry in library.entries():
        yield f"no {entry.address}", library.without({entry.address})


def _longer(steps: list[Steps], leaf: Leaf) -> object:
    return f"{leaf.value}z" if leaf.steps in steps else leaf.value


def with_data(library: Library, name: str, data: Any) -> Library:
    kind = KIND_BY_NAME[kind_of(name)]
    reading = with_file(library, kind, read_source(f"content/{name}", as_file(name, data)))
    assert reading.library
    return reading.library


def is_good(library: Library) -> bool:
    return not find_problems(Reading(library, ()), TODAY)


def test_pages_are_the_same_if_the_answers_are(library: Library, sample: Path, before: dict[str, Asked]) -> None:
    """Each change is tried whose number is a multiple of STEP, and that no check finds fault with."""
    seen = 0
    for what, other in islice(changed(library, sample), 0, None, STEP):
        if is_good(other):
            seen += 1
            now = make(other)
            same = [
                url
                for url, asked in before.items()
                if url in now.pages and now.answers.to(asked.questions) == asked.answers
            ]
            assert {url: now.pages[url]().content for url in same} == {url: before[url].content for url in same}, what
    assert seen > 50


CACHE = "example-cache"
ASKED: tuple[tuple[Callable[[Casebook], object], LookUp], ...] = (
    (lambda book: book.library.technologies[CACHE], LookUp("technology", CACHE)),
    (lambda book: book.library.technologies.get("nothing"), LookUp("technology", "nothing")),
    (lambda book: "nothing" in book.library.patterns, LookUp("pattern", "nothing")),
    (lambda book: next(iter(book.library.patterns)), LookUp("pattern", ALL)),
    (lambda book: len(book.library.case_studies), LookUp("case-study", COUNT)),
    (lambda book: CACHE in book.library.ids["technology"], LookUp("ids of technology", CACHE)),
    (lambda book: book.links.uses_of_technology.get(CACHE), LookUp("uses_of_technology", CACHE)),
    (lambda book: book.links.pairs[0], LookUp("pairs", ALL)),
    (lambda book: len(book.links.contradictions), LookUp("contradictions", ALL)),
    (lambda book: book.face("technology", CACHE), LookUp("faces", ("technology", CACHE))),
    (lambda book: book.link("technology", CACHE), LookUp("chips", ("technology", CACHE))),
    (lambda book: book.chip("pattern", "batching", "uses"), LookUp("chips", ("pattern", "batching"))),
    (lambda book: book.case_neighbours["examplebook"], LookUp("neighbours", "examplebook")),
    (lambda book: book.case_order, LookUp("order", ALL)),
    (lambda book: book.html(f"See [[{CACHE}]]."), LookUp("targets", CACHE)),
    (lambda book: book.plain(f"See [[technology:{CACHE}|it]]."), LookUp("targets", f"technology:{CACHE}")),
    (lambda book: book.texts.markdown("See [[nothing]].", str), LookUp("targets", "nothing")),
)


@pytest.fixture(scope="module")
def book(library: Library) -> WatchedCasebook:
    return watched(make_casebook(library))


@pytest.mark.parametrize(("ask", "question"), ASKED)
def test_a_question_is_heard(ask: Callable[[Casebook], object], question: LookUp, book: WatchedCasebook) -> None:
    for _ in range(2):
        with book.ear.listening() as heard:
            ask(book)
        assert tuple(heard) == (question,)


@pytest.mark.parametrize(("ask", "question"), ASKED)
def test_a_watched_casebook_answers_as_any(
    ask: Callable[[Casebook], object], question: LookUp, book: WatchedCasebook
) -> None:
    assert ask(book) == ask(book.whole)


def test_whoever_gets_what_was_made_once_asks_the_same(book: WatchedCasebook) -> None:
    for _ in range(2):
        with book.ear.listening() as heard:
            book.chip("pattern", "batching")
            assert book.once("x", lambda: book.link("technology", CACHE)) == book.whole.link("technology", CACHE)
        assert tuple(heard) == (LookUp("chips", ("pattern", "batching")), LookUp("chips", ("technology", CACHE)))


@pytest.mark.parametrize("question", {question for _, question in ASKED})
def test_an_answer_is_the_same_for_the_same_content(question: LookUp, library: Library, sample: Path) -> None:
    again = read_library(sample).library
    assert again
    one, other = (Answers(make_casebook(content)).to([question]) for content in (library, again))
    assert one == other


OTHER = "name: Example Cache", "name: Other Cache"
TOLD = (
    LookUp("technology", CACHE), LookUp("technology", ALL), LookUp("faces", ("technology", CACHE)),
    LookUp("chips", ("technology", CACHE)), LookUp("targets", CACHE), LookUp("alternative_to", "mock-store"),
)  # fmt: skip


def test_an_answer_differs_with_the_name(sample: Path, tmp_path: Path, library: Library) -> None:
    content = Path(shutil.copytree(sample, tmp_path / "content"))
    file = content / "technologies" / f"{CACHE}.yml"
    text = file.read_text(encoding="utf-8")
    assert OTHER[0] in text
    file.write_text(text.replace(*OTHER), encoding="utf-8")
    renamed = read_library(content).library
    assert renamed
    before, after = (Answers(make_casebook(one)) for one in (library, renamed))
    told = [
        question
        for question in {*TOLD, *(question for _, question in ASKED)}
        if before.to([question]) != after.to([question])
    ]
    assert set(told) == {*TOLD, LookUp("targets", f"technology:{CACHE}")}


def test_home_and_vocabulary_are_part_of_each_answer(library: Library) -> None:
    book = make_casebook(library)
    vocabulary = replace(library.vocabulary_file, data=library.vocabulary.model_copy(update={"wanted": ()}))
    others = [replace(book, home="https://x.example/"), replace(book, editing="https://y.example/")]
    others.append(make_casebook(replace(library, vocabulary_file=vocabulary)))
    assert len({Answers(one).to([]) for one in (book, *others)}) == 4
