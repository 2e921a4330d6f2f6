"""Print the facts that a rewrite changed: numbers, dates, qualifiers and names of each text, before and after.

    git worktree add /tmp/before main~20
    python scripts/compare_texts.py /tmp/before/content content             all entries
    python scripts/compare_texts.py /tmp/before/content content tumblr      entries whose path contains this

A text that states the same facts in other words prints nothing. Exit status: 0 without changes, 1 with changes.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from handbook.source import read_source

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "bn": 1e9}
NUMERALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen",
)  # fmt: skip
COUNTED = {word: float(number) for number, word in enumerate(NUMERALS)} | {
    "twice": 2, "double": 2, "half": 0.5, "quarter": 0.25, "third": 1 / 3, "dozen": 12, "hundred": 100,
}  # fmt: skip
NUMBER = re.compile(
    r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:[ -]?(thousand|million|billion|trillion|[km](?=\b)|bn))?"
    r"(?: (thousand|million|billion))?(?![\w])|\b(" + "|".join(COUNTED) + r")\b",
    re.IGNORECASE,
)
QUALIFIERS = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "some",
    "at least": "at least", "or more": "at least", "over": "over", "more than": "over", "above": "over",
    "up to": "up to", "at most": "up to", "no more than": "up to", "under": "under", "less than": "under",
    "fewer than": "under", "below": "under", "nearly": "nearly", "almost": "nearly", "close to": "nearly",
    "average": "average", "mean": "average", "median": "median", "peak": "peak", "p95": "p95", "p99": "p99",
    "planned": "planned", "goal": "goal", "estimated": "estimated", "estimate": "estimated",
}  # fmt: skip
QUALIFIER = re.compile(r"\b(" + "|".join(QUALIFIERS) + r")\b", re.IGNORECASE)
NAME = re.compile(r"(?<=[^.!?:;>\s\"“] )(?:[A-Z][\w.+#-]*[\w+#]|[a-z]+[A-Z]\w*)")
LINK = re.compile(r"\[\[([^]|]+)")
Leaves = dict[tuple[str, ...], object]


def leaves(data: object, steps: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield every value with the steps to it; list items are identified by their ids if they have any."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from leaves(value, (*steps, str(key)))
    elif isinstance(data, list | tuple):
        for number, item in enumerate(data):
            known = isinstance(item, Mapping) and item.get("id")
            yield from leaves(item, (*steps, str(known or number)))
    else:
        yield steps, data


def facts(text: str) -> Counter[str]:
    """Return the facts of a text, which a rewrite must keep."""
    return Counter([*_numbers(text), *_qualifiers(text), *_names(text)])


def _numbers(text: str) -> Iterator[str]:
    for digits, scale, again, word in NUMBER.findall(text):
        value = COUNTED[word.lower()] if word else float(digits.replace(",", ""))
        yield f"{value * SCALES.get(scale.lower(), 1) * SCALES.get(again.lower(), 1):.6g}"


def _qualifiers(text: str) -> Iterator[str]:
    return (QUALIFIERS[found.lower()] for found in QUALIFIER.findall(text))


def _names(text: str) -> Iterator[str]:
    yield from sorted(set(NAME.findall(text)))
    yield from sorted({f"[[{link}]]" for link in LINK.findall(text)})


def read(folder: Path, words: str) -> dict[str, Leaves]:
    """Return the values of each file below `folder` whose path contains `words`."""
    files = sorted(path for path in folder.rglob("*.yml") if words in path.as_posix())
    names = [path.relative_to(folder).as_posix() for path in files]
    return {
        name: dict(leaves(read_source(name, path.read_bytes()).data)) for name, path in zip(names, files, strict=True)
    }


def moved(old: Leaves, new: Leaves) -> Iterator[str]:
    """Yield a line for each value that was removed, added or changed."""
    for steps in dict.fromkeys((*old, *new)):
        before, after = old.get(steps), new.get(steps)
        if before == after:
            continue
        if not (isinstance(before, str) and isinstance(after, str) and " " in before + after):
            yield f"{'.'.join(steps)}: {before!r} -> {after!r}"
        elif (lost := facts(before) - facts(after)) | (gained := facts(after) - facts(before)):
            yield f"{'.'.join(steps)}: {_listed('-', lost)} {_listed('+', gained)}"


def _listed(sign: str, counts: Counter[str]) -> str:
    return " ".join(f"{sign}{fact}" for fact in counts.elements())


def main() -> int:
    """Run the command."""
    if len(sys.argv) not in (3, 4):
        print(__doc__)
        return 2
    words = sys.argv[3] if len(sys.argv) == 4 else ""
    old, new = (read(Path(folder), words) for folder in sys.argv[1:3])
    count = 0
    for name in dict.fromkeys((*old, *new)):
        lines = list(moved(old.get(name, {}), new.get(name, {})))
        count += len(lines)
        print("\n".join([name, *(f"  {line}" for line in lines)]) if lines else "", end="\n" if lines else "")
    print(f"{count} texts or values moved", file=sys.stderr)
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
