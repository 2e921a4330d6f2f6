"""Style advice: words to avoid and long sentences, except in quotations and code; it does not fail the check."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.checks.catalogue import find_advice
from handbook.checks.style import LONGEST, sentences
from handbook.reading import read_library

ROOT = Path(__file__).parents[1]
ENTRY = "patterns/batching.yml"
WHAT = "Carry several writes at once."
Advise = Callable[[str], list[str]]


@pytest.fixture
def advise(content: Path) -> Advise:
    """Put a text into an entry of the sample, and return the advice about it."""

    def advise_on(text: str) -> list[str]:
        file = content / ENTRY
        file.write_text(file.read_text(encoding="utf-8").replace(WHAT, f"'{text}'", 1), encoding="utf-8")
        reading = read_library(content)
        assert reading.library, reading.problems
        return [str(advice).removeprefix(f"content/{ENTRY}:") for advice in find_advice(reading.library)]

    return advise_on


def test_a_word_to_avoid_is_told_with_what_to_write(advise: Advise) -> None:
    (said,) = advise("Dearly bought, and dearly kept.")
    assert said.endswith("`dearly`: write expensively [word-to-avoid]")


def test_a_paraphrase_is_told_with_the_term(advise: Advise) -> None:
    (said,) = advise("A bundle of writes.")
    assert said.endswith("`bundle of writes`: write batch [word-to-avoid]")


@pytest.mark.parametrize(
    "text",
    ["They call it “dearly bought”.", "Set `dearly` to 1.", "[Bought](https://a.example/dearly).", "Dearlyer."],
)
def test_what_others_wrote_is_exempt(text: str, advise: Advise) -> None:
    assert advise(text) == []


@pytest.mark.parametrize(("count", "told"), [(LONGEST, 0), (LONGEST + 1, 1)])
def test_a_long_sentence_is_told_with_its_length(count: int, told: int, advise: Advise) -> None:
    said = advise(f"Short. {' '.join(['Word', *['word'] * (count - 1)])}. Short.")
    assert [f"a sentence of {count} words" in one for one in said] == [True] * told


def test_sentences_end_before_a_capital_and_after_a_colon_only_there() -> None:
    text = "It has 1.5 GB, i.e. much. *Worker* forks: one thread each. “Yes.” And no."
    assert [sentence.split()[0] for sentence in sentences(text)] == ["It", "Quoted", "Quoted.", "And"]


def test_advice_stands_apart_from_problems_and_refuses_nothing(content: Path) -> None:
    file = content / ENTRY
    file.write_text(file.read_text(encoding="utf-8").replace(WHAT, "Dearly bought."), encoding="utf-8")
    command = [sys.executable, str(ROOT / "scripts" / "check.py")]
    for form, begin in (("text", "advice: content/patterns"), ("github", "::notice file=content/patterns")):
        done = subprocess.run([*command, "--format", form], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(begin)


def test_our_own_content_has_none() -> None:
    library = read_library(ROOT / "content").library
    assert library
    assert [str(advice) for advice in find_advice(library)] == []
