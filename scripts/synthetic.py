"""Synthetic content for benchmarks: entries of the usual depth, generated from a fixed seed."""

import re
from collections.abc import Iterator
from itertools import count as counting
from pathlib import Path
from random import Random
from typing import Any

import yaml

from handbook.model.kinds import KIND_BY_NAME, schema_comment

WORDS = [
    "request", "cache", "replica", "shard", "queue", "writer", "reader", "index", "latency", "server", "cluster",
    "stream", "batch", "page", "user", "region", "deploy", "failover", "primary", "log", "table", "memory", "disk",
    "network", "balance", "timeline", "upload", "image", "feed", "search", "node", "lease",
]  # fmt: skip
FAMILIES = ("caching", "sharding", "queues", "microservices", "replication", "resilience")
NAMED_BY_TERM = re.compile(r"^(    see: (technology|pattern):).*$", re.MULTILINE)
NAMED_AT_HOME = re.compile(r"^(  systems: ).*$", re.MULTILINE)
MOST_SYSTEMS = 6
CATEGORIES = ("cache", "relational-database", "message-queue", "search-engine", "load-balancer", "language")


def write_content(folder: Path, cases: int, vocabulary: Path) -> None:
    """Write `cases` case studies, with their technologies, patterns and organisations, to `folder`."""
    random = Random(f"how it scaled, {cases}")
    count = max(30, cases // 20)
    text = _about_synthetic(vocabulary.read_text(encoding="utf-8"), count, cases)
    (folder / "vocabulary.yml").write_text(text, encoding="utf-8")
    for n in range(count):
        write_entry(folder, "technology", f"technology-{n}", _technology(random, n, count))
        write_entry(folder, "pattern", f"pattern-{n}", _pattern(random, n, count))
        write_entry(folder, "organisation", f"organisation-{n}", {"name": f"Organisation {n}", **_home(random)})
    for n in range(cases):
        write_entry(folder, "case-study", f"case-{n}", _case(random, n, count))


def _about_synthetic(vocabulary: str, count: int, cases: int) -> str:
    """Return a vocabulary whose terms and home page name synthetic entries in place of real ones."""
    numbers = counting()
    vocabulary = NAMED_BY_TERM.sub(lambda term: f"{term[1]}{term[2]}-{next(numbers) % count}", vocabulary)
    systems = ", ".join(f"case-{n}" for n in range(min(cases, MOST_SYSTEMS)))
    return NAMED_AT_HOME.sub(rf"\1[{systems}]", vocabulary)


def write_entry(folder: Path, kind: str, name: str, entry: dict[str, Any]) -> None:
    """Write an entry of `kind` below `folder`."""
    path = folder / KIND_BY_NAME[kind].folder / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{schema_comment(kind)}\n{yaml.dump(entry, sort_keys=False, Dumper=Dumper)}", encoding="utf-8")


class Dumper(yaml.CSafeDumper):
    """A dumper without aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write repeated values in full, because content must not have aliases."""
        return True


def _text(random: Random, words: int, link: str = "") -> str:
    chosen = " ".join(random.choices(WORDS, k=words))
    return f"{chosen.capitalize()}{f' and [[{link}]]' if link else ''}."


def _home(random: Random) -> dict[str, str]:
    return {"what": _text(random, 8), "website": "https://example.org/"}


def _source(n: int) -> dict[str, Any]:
    return {
        "id": f"source-{n}", "title": f"How it was built, part {n}", "url": f"https://example.org/{n}",
        "kind": "engineering-blog", "publisher": "Example", "date": 2015, "primary": n == 0, "read": "full",
    }  # fmt: skip


def _cited(random: Random) -> dict[str, Any]:
    return {"sources": [{"id": f"source-{random.randrange(3)}", "at": f"section {random.randrange(9)}"}]}


def _statement(random: Random) -> dict[str, Any]:
    return {"text": _text(random, 40), **_cited(random)}


def _points(random: Random) -> list[dict[str, Any]]:
    return [{"id": f"point-{n}", "text": _text(random, 14), **_cited(random)} for n in range(3)]


def _sources(entry: dict[str, Any]) -> dict[str, Any]:
    cited = str(entry)
    return {**entry, "sources": [_source(n) for n in range(3) if f"'source-{n}'" in cited]}


def _technology(random: Random, n: int, count: int) -> dict[str, Any]:
    others = random.sample([other for other in range(count) if other != n], 2)
    return _sources({
        "name": f"Technology {n}", "category": CATEGORIES[n % len(CATEGORIES)], "availability": "open-source",
        **_home(random), "depth": "full", "status": {"state": "active", **_statement(random)},
        "solves": _statement(random), "how_it_works": _statement(random),
        "excels": _points(random), "fails": _points(random),
        "alternatives": [
            {"technology": f"technology-{other}", "choose_this": _text(random, 12), "choose_that": _text(random, 12),
             **_cited(random)} for other in others
        ],
        "patterns": [f"pattern-{n}"],
    })  # fmt: skip


def _pattern(random: Random, n: int, count: int) -> dict[str, Any]:
    return _sources({
        "name": f"Pattern {n}", "family": FAMILIES[n % len(FAMILIES)], "what": _text(random, 8),
        "problem": _statement(random), "solution": _statement(random),
        "principle": {"name": "A law", **_statement(random)},
        "costs": _points(random), "use_when": _points(random), "avoid_when": _points(random),
        "related": [{"pattern": f"pattern-{(n + 1) % count}", "how": _text(random, 10)}],
    })  # fmt: skip


def _case(random: Random, n: int, count: int) -> dict[str, Any]:
    technologies = [f"technology-{m}" for m in random.sample(range(count), 6)]
    patterns = [f"pattern-{m}" for m in random.sample(range(count), 6)]
    return {
        "title": f"System {n}: {_text(random, 5)}", "name": f"System {n}",
        "organisation": f"organisation-{random.randrange(count)}", "summary": _text(random, 50, technologies[0]),
        "domain": "social-network", "level": "intermediate", "period": {"from": 2010, "until": 2016},
        "record": {"state": "full"},
        "figures": list(_figures(random)),
        "architecture": _architecture(random, technologies),
        "decisions": [
            {"id": f"decision-{d}", "chose": _text(random, 8, technologies[d]), "instead_of": [_text(random, 5)],
             "because": _text(random, 30), "cost": _text(random, 15), "patterns": [patterns[d]],
             "technologies": [technologies[d]], "outcome": "kept", **_cited(random)} for d in range(4)
        ],
        "patterns": [
            {"pattern": name, "stance": random.choice(("uses", "avoids")), "how": _text(random, 25), **_cited(random)}
            for name in patterns
        ],
        "technologies": [
            {"technology": name, "role": _text(random, 12), "stance": "uses", **_cited(random)}
            for name in technologies
        ],
        "lessons": [
            {"id": f"lesson-{m}", "theme": "performance", "lesson": _text(random, 12), "because": _text(random, 25),
             **_cited(random)} for m in range(5)
        ],
        "timeline": [
            {"id": f"event-{m}", "date": 2007 + 2 * m, "what": _text(random, 10), "kind": "change", **_cited(random)}
            for m in range(5)
        ],
        "questions": [
            {"id": f"question-{m}", "question": _text(random, 10), "answer": _text(random, 25)} for m in range(3)
        ],
        "not_published": [{"what": _text(random, 8), "looked_in": _text(random, 8)}],
        "sources": [{**_source(m), "read": "full"} for m in range(3)],
        "brief": _brief(random),
    }  # fmt: skip


def _brief(random: Random) -> dict[str, Any]:
    sentences = {
        part: {"text": _text(random, 15), "claims": [f"decision:decision-{n}"]}
        for n, part in enumerate(("problem", "idea", "cost", "outcome"))
    }
    return {**sentences, "number": "figure-0", "takeaways": ["lesson-0", "lesson-1", "lesson-2"]}


def _figures(random: Random) -> Iterator[dict[str, Any]]:
    for n in range(8):
        yield {
            "id": f"figure-{n}", "what": _text(random, 4), "measure": "requests", "value": random.randrange(1, 10**7),
            "unit": "request", "per": "second", "precision": "about", "statistic": "average", "status": "measured",
            "as_of": 2014, "sources": [{"id": f"source-{n % 3}", "at": f"table {n}"}],
        }  # fmt: skip


def _architecture(random: Random, technologies: list[str]) -> dict[str, Any]:
    return {
        "sources": [{"id": "source-0"}],
        "groups": [{"id": "front", "name": "Front"}, {"id": "back", "name": "Back"}],
        "components": [
            {"id": f"part-{n}", "name": f"Part {n}", "kind": "service", "group": "front" if n < 3 else "back",
             "technologies": [technologies[n]], "role": _text(random, 10), "state": _text(random, 6)}
            for n in range(6)
        ],
        "flows": [
            {"id": f"flow-{f}", "name": f"Flow {f}", "what": _text(random, 8),
             "steps": [
                 {"from": f"part-{s}", "to": f"part-{s + 1}", "mode": "sync", "carries": _text(random, 2),
                  "text": _text(random, 12)} for s in range(5)
             ],
             "sources": [{"id": "source-1", "at": "figure 1"}]} for f in range(2)
        ],
    }  # fmt: skip
