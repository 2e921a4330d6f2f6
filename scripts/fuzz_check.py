"""Check mutated and hostile files, and print for each kind trials, failures, the longest time and the most problems.

A failure is a traceback, a problem without place or rule, too many problems or parsing steps, a file that is refused
without a word, or a file that has a problem and is an entry all the same although its data was repaired.

Exit status: 0 without failures.
"""

import argparse
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from attacks.mutants import ODD_VALUES, mutant
from attacks.payloads import PAYLOADS
from attacks.slow_files import SLOW_FILES
from handbook.checks.catalogue import RULES, find_problems
from handbook.files import MAX_BYTES, MAX_PROBLEMS
from handbook.library import Entry, Library
from handbook.model.kinds import KINDS, Kind
from handbook.problem import printable
from handbook.reading import Reading, read_library
from handbook.shape import fit
from handbook.source import YamlFile, read_source
from handbook.yaml_parser import EventParser
from handbook.yaml_repair import MOST_REPAIRS, MOST_TEXT

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 12, 1)
NAMES = {rule.name for rule in RULES}
SIGNS = "abz019 \t\n\n:#-?|>&*!%@`'\"[]{},\\~<=$/.\u00a0\u200b\u201c\u201d\uff1a\ufeff\u0430é🚀"
KEYS = ("name", "what", "sources", "id", "title", "url", "value", "depth", "figures")


@dataclass
class Tally:
    """The results of the trials of one kind."""

    trials: int = 0
    failures: int = 0
    seconds: float = 0.0
    problems: int = 0


class Steps:
    """Counts how often a text is parsed, and how many characters."""

    parses = characters = 0

    def parser(self, text: str) -> Any:
        """Return a parser, as the reader would use it."""
        self.parses += 1
        self.characters += len(text)
        return EventParser(text)


class Fuzz:
    """The trials: each checks one file as an entry of a kind, beside the entries of a library."""

    def __init__(self, library: Library) -> None:
        """Start without results."""
        self._library = library
        self.tallies: dict[str, Tally] = {}

    def check(self, name: str, kind: Kind, content: bytes) -> None:
        """Check a file, and keep and print what fails."""
        tally = self.tallies.setdefault(name, Tally())
        tally.trials += 1
        begun = time.perf_counter()
        try:
            fault, count = self._fault(kind, content)
        except Exception as error:
            fault, count = repr(error), 0
        tally.seconds = max(tally.seconds, time.perf_counter() - begun)
        tally.problems = max(tally.problems, count)
        if fault:
            tally.failures += 1
            print(f"  FAILED: {fault}: {content[:300]!r}", flush=True)

    def _fault(self, kind: Kind, content: bytes) -> tuple[str | None, int]:
        steps = Steps()
        with patch("handbook.yaml_reader.EventParser", steps.parser):
            source = read_source("x.yml", content)
        data, problems = fit(source, kind.shape)
        entry = None if data is None else Entry(kind.name, "x", "x.yml", data, source)
        alone = {one.name: {"x": entry} if entry and one is kind else {} for one in KINDS}
        reading = Reading(Library(self._library.vocabulary_file, alone, self._library.ids), tuple(problems))
        found = find_problems(reading, TODAY)
        lines = content.count(b"\n") + content.count(b"\r") + 2
        wrong = [one for one in found if one.rule not in NAMES or not 1 <= one.line <= lines or one.column < 1]
        unprintable = [one for one in found if str(one) != printable(str(one))]
        faults = {
            f"no place or rule: {wrong[:1]}": bool(wrong),
            f"not printable: {unprintable[:1]}": bool(unprintable),
            f"{len(found)} problems": len(found) > MAX_PROBLEMS + 1,
            "refused without a word": data is None and not found,
            "an entry made of repaired data": _is_repaired(source) and entry is not None,
            f"{steps.parses} parses": steps.parses > MOST_REPAIRS,
            f"{steps.characters} characters": steps.characters > MOST_TEXT + 2 * MAX_BYTES,
        }
        return next((fault for fault, holds in faults.items() if holds), None), len(found)


def _is_repaired(source: YamlFile) -> bool:
    return source.data is not None and source.repaired is not None


def texts() -> st.SearchStrategy[str]:
    """Return texts that look like YAML from afar: signs, lines with keys, and data in one line."""
    signs = st.text(SIGNS, max_size=200)
    value = st.one_of(st.sampled_from((*ODD_VALUES, *PAYLOADS)), st.text(SIGNS, max_size=30))
    line = st.tuples(st.integers(0, 6), st.sampled_from(("", "- ", "-", "* ")), st.sampled_from(KEYS), value)
    lines = st.lists(line.map(lambda parts: f"{' ' * parts[0]}{parts[1]}{parts[2]}: {parts[3]}"), max_size=12)
    return st.one_of(signs, lines.map("\n".join))


def hostile(fuzz: Fuzz, count: int, number: int) -> None:
    """Check files that hypothesis makes."""

    @seed(number)
    @settings(
        max_examples=max(count, 1), database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.sampled_from(KINDS), st.one_of(texts().map(lambda text: text.encode()), st.binary(max_size=100)))
    def check(kind: Kind, content: bytes) -> None:
        fuzz.check("made by hypothesis", kind, content)

    if count:
        check()


def mutated(fuzz: Fuzz, count: int, number: int, files: list[tuple[Kind, str]]) -> None:
    """Check mutants of entries."""
    chance = Random(number)
    for _ in range(count):
        kind, text = chance.choice(files)
        fuzz.check("mutants of entries", kind, mutant(text, chance))


def run(content: Path, mutants: int, made: int, number: int, *, slow: bool) -> Fuzz:
    """Check this many files of each kind."""
    library = read_library(content).library
    assert library
    fuzz = Fuzz(library)
    paths = [(kind, content / entry.file) for kind in KINDS for entry in library.of(kind.name).values()]
    mutated(fuzz, mutants, number, [(kind, path.read_text(encoding="utf-8")) for kind, path in paths])
    hostile(fuzz, made, number)
    for file in SLOW_FILES.values() if slow else ():
        fuzz.check("large files", KINDS[0], file)
    return fuzz


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Check mutated and hostile files.")
    parser.add_argument("--files", type=int, default=10_000, help="how many files (10,000)")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins (1)")
    parser.add_argument("--content", type=Path, default=ROOT / "content", help="the content whose entries are mutated")
    arguments = parser.parse_args()
    half = arguments.files // 2
    fuzz = run(arguments.content, arguments.files - half, half, arguments.seed, slow=True)
    for name, tally in fuzz.tallies.items():
        print(
            f"{name:20} {tally.trials:6} files {tally.failures:4} failed  {tally.seconds:6.2f} s the longest  "
            f"{tally.problems:4} problems at most"
        )
    return 1 if any(tally.failures for tally in fuzz.tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
