"""Broken, slow or hostile content: it is refused with its place, or rendered correctly."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from itertools import islice
from pathlib import Path
from random import Random
from unittest.mock import patch

from attacks.mutants import mutant
from attacks.payloads import PAYLOADS
from attacks.sites import dead_links
from attacks.slow_files import SLOW_FILES
from attacks.trials import ROOT, SAMPLE, Attack, Promise, Trials, build, environment, published
from handbook.checks.catalogue import RULES, find_problems
from handbook.files import MAX_PROBLEMS
from handbook.library import Entry, Library
from handbook.model.entry import EntryShape
from handbook.model.kinds import KINDS, Kind
from handbook.problem import Problem, printable
from handbook.reading import Reading, read_library
from handbook.shape import fit
from handbook.source import read_source
from handbook.yaml_parser import PythonParser
from sample_files import Leaf, as_file, leaves, read_files, with_leaves

CONTENT = ROOT / "content"
TODAY = date(2026, 12, 1)
MUTANTS = 200
"""The number of mutants per round."""
AT_ONCE = 25
"""The number of mutants, each of a different entry, that are built into one site."""
SUSPECTS = 5
"""The number of the latest mutants that are exchanged if together they are at fault, but none is named."""
CASES = 0.4
"""The share of mutants that are case studies: these are few, but have the most parts to break."""
File = tuple[Kind, str]


@cache
def _library() -> Library:
    library = read_library(CONTENT).library
    assert library
    return library


def _some_file(chance: Random) -> File:
    kind = KINDS[0] if chance.random() < CASES else chance.choice(KINDS)
    return kind, chance.choice(list(_library().of(kind.name)))


def _path(file: File) -> str:
    kind, name = file
    return f"{kind.folder}/{name}.yml"


def _mutant(attack: Attack) -> tuple[File, bytes]:
    file = _some_file(attack.chance)
    return file, mutant((CONTENT / _path(file)).read_text(encoding="utf-8"), attack.chance)


def _read(file: File, content: bytes) -> tuple[Entry[EntryShape] | None, tuple[Problem, ...]]:
    """Return the entry in a file, and the problems of the file itself."""
    kind, name = file
    source = read_source(_path(file), content)
    data, problems = fit(source, kind.shape)
    entry = None if data is None else Entry(kind.name, name, _path(file), data, source)
    alone = {one.name: {name: entry} if entry and one is kind else {} for one in KINDS}
    reading = Reading(replace(_library(), by_kind=alone), tuple(problems))
    return entry, find_problems(reading, TODAY)


def _fault(problems: tuple[Problem, ...], content: bytes) -> str | None:
    """Return a fault in the reported problems of a file, or None."""
    lines = content.count(b"\n") + content.count(b"\r") + 2
    rules = {rule.name for rule in RULES}
    for problem in problems:
        if problem.rule not in rules or not 1 <= problem.line <= lines or problem.column < 1:
            return f"no place or rule: {problem}"
        if str(problem) != printable(str(problem)):
            return f"what a terminal must not get: {problem!r}"
    return f"{len(problems)} problems" if len(problems) > MAX_PROBLEMS + 1 else None


def _mutants(attack: Attack) -> Trials:
    for _ in range(attack.rounds * MUTANTS):
        file, content = _mutant(attack)
        try:
            entry, problems = _read(file, content)
        except Exception as error:
            yield f"{_path(file)}: {error!r} for {_kept(attack, content)}"
            continue
        silent = f"{_path(file)} is refused without a word" if entry is None and not problems else None
        yield silent or _fault(problems, content)


def _kept(attack: Attack, content: bytes) -> Path:
    """Return a file with this content, outside the temporary folder."""
    path = Path(f"{attack.folder}-mutant-{attack.chance.randrange(10**9)}.yml")
    path.write_bytes(content)
    return path


def _mutants_by_both(attack: Attack) -> Trials:
    for _ in range(attack.rounds):
        file, content = _mutant(attack)
        one = read_source(_path(file), content)
        with patch("handbook.yaml_reader.EventParser", PythonParser):
            other = read_source(_path(file), content)
        yield None if one == other else f"{_path(file)} is read in two ways: {_kept(attack, content)}"


def _mutants_on_the_command_line(attack: Attack) -> Trials:
    for _ in range(attack.few):
        file, content = _mutant(attack)
        folder = _content_with(attack, {file: content})
        command = [sys.executable, str(ROOT / "scripts" / "check.py"), "--content", str(folder)]
        done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
        told = done.returncode == 0 or ": " in done.stdout
        good = done.returncode in (0, 1) and told and "Traceback" not in done.stdout + done.stderr
        yield None if good else f"{_path(file)}: {done.returncode} {done.stdout[-500:]} {done.stderr[-2000:]}"


def _content_with(attack: Attack, files: dict[File, bytes]) -> Path:
    """Return a copy of the content with some files replaced."""
    project = attack.new_project_of(CONTENT)
    for file, content in files.items():
        (project / "content" / _path(file)).write_bytes(content)
    return project / "content"


def _mutants_that_pass(attack: Attack) -> Trials:
    for _ in range(max(1, attack.few // 2)):
        mutants = _passing(attack)
        project = _content_with(attack, mutants).parent
        done = build(project, project / "site")
        names = ", ".join(map(_path, mutants))
        fault = published(done) or dead_links(project / "site")
        yield f"{names}: {fault}" if fault else None


def _passing(attack: Attack) -> dict[File, bytes]:
    """Return mutants of different entries, with all of which together the check finds no problem."""
    found: dict[File, tuple[Entry[EntryShape], bytes]] = {}
    while len(found) < AT_ONCE:
        found |= dict(islice(_passing_alone(attack), AT_ONCE - len(found)))
        entries = {file: entry for file, (entry, _) in found.items()}
        paths = {problem.path for problem in find_problems(Reading(_with(entries), ()), TODAY)}
        at_fault = [file for file, entry in entries.items() if entry.source.path in paths]
        for file in at_fault or (list(found)[-SUSPECTS:] if paths else ()):
            del found[file]
    return {file: content for file, (_, content) in found.items()}


def _passing_alone(attack: Attack) -> Iterator[tuple[File, tuple[Entry[EntryShape], bytes]]]:
    """Yield mutants that say something else than the entry, and have no problem of their own."""
    while True:
        file, content = _mutant(attack)
        entry, problems = _read(file, content)
        if entry and not problems and entry.data != _library().of(entry.kind)[entry.id].data:
            yield file, (entry, content)


def _with(entries: Mapping[File, Entry[EntryShape]]) -> Library:
    """Return the library with some entries replaced."""
    by_kind = {kind: dict(of_kind) for kind, of_kind in _library().by_kind.items()}
    for entry in entries.values():
        by_kind[entry.kind][entry.id] = entry
    return replace(_library(), by_kind=by_kind)


def _slow_files(attack: Attack) -> Trials:
    times = []
    for name, content in SLOW_FILES.items():
        begun = time.perf_counter()
        _, problems = _read((KINDS[0], "twitter-timeline"), content)
        times.append((time.perf_counter() - begun, name, len(problems)))
        yield _fault(problems, content) or (None if problems else f"{name} passes")
    for seconds, name, count in sorted(times, reverse=True)[:3]:
        print(f"  {seconds:.1f} s for {name}, {count} problems told", flush=True)


def _file_names(attack: Attack) -> Trials:
    project = attack.new_project()
    for name in attack.some([*PAYLOADS, "a\x1b[31mb", "a\nb", "a\u202eb", "aux", "é", "🚀", "-rf", "a b", "%2e%2e"]):
        path = project / "content" / "patterns" / f"{name.replace('/', '∕')}.yml"
        path.write_text("name: Of an odd name\n", encoding="utf-8")
        problems = find_problems(read_library(project / "content"), TODAY)
        path.unlink()
        yield _fault(problems, b"\n") or (None if problems else f"{name!r} is taken for the name of an entry")


def _unless_text(payload: str, leaf: Leaf) -> object:
    return leaf.value if leaf.is_text else payload


def _no_texts(attack: Attack) -> Trials:
    """Put each payload into every id, address, number, date and choice of the sample."""
    for payload in attack.some(PAYLOADS):
        for name, (shape, source) in read_files(SAMPLE).items():
            data = with_leaves(shape, source.data, partial(_unless_text, payload))
            changed = read_source(name, as_file(name, data))
            _, problems = fit(changed, shape)
            wanted = {changed.place(leaf.steps) for leaf in leaves(shape, data) if not leaf.is_text}
            missed = wanted - {(problem.line, problem.column) for problem in problems}
            yield f"{name}: {payload} is let in at {sorted(missed)[:3]}" if missed else None


PROMISES = (
    Promise("a mutant of a real entry is told of at its place, without a traceback", _mutants),
    Promise("both readers of YAML give the same for a mutant", _mutants_by_both),
    Promise("the check of a mutant ends in words", _mutants_on_the_command_line),
    Promise("mutants that the check lets pass become a whole site", _mutants_that_pass),
    Promise("a file made to be slow gets a bounded number of problems", _slow_files),
    Promise("a payload where no text may stand is refused at its place: ids, addresses, former ids", _no_texts),
    Promise("an odd name of a file is refused, and does not reach the terminal", _file_names),
)
