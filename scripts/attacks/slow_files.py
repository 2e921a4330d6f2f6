"""Slow files: each has nearly the maximum size, and makes one part of the reader or of the checks work hard."""

from collections.abc import Iterator

from attacks.trials import ROOT
from handbook.files import MAX_BYTES

SIZE = MAX_BYTES - 1024
CASE = (ROOT / "content" / "case-studies" / "twitter-timeline.yml").read_text(encoding="utf-8")


def _filled(begin: str, part: str, end: str = "") -> bytes:
    """Return a text of nearly the maximum size; `{}` in `part` becomes its number."""
    parts, size, number = [begin], len(begin) + len(end), 0
    while size < SIZE:
        parts.append(part.replace("{}", str(number)))
        size += len(parts[-1].encode())
        number += 1
    return "".join([*parts[:-1], end]).encode()


def _files() -> Iterator[tuple[str, bytes]]:
    yield "lists in lists", b"[" * SIZE
    yield "mappings in mappings", b"{a: " * (SIZE // 4)
    yield "indented lists", "".join(f"{' ' * (number % 600)}-\n" for number in range(800)).encode()
    yield "a list of nothing", _filled("lessons:\n", "- \n")
    yield "a list of short texts", _filled("lessons: [", "a,", "]")
    yield "a key again and again", _filled("", "name: a\n")
    yield "many keys", _filled("", "k{}: a\n")
    yield "many nearly known keys", _filled("", "lessns{}: a\n")
    yield "anchors", _filled("", "a{}: &a 1\n")
    yield "aliases", _filled("a: &a 1\n", "b{}: *a\n")
    yield "tags", _filled("", "a{}: !!str 1\n")
    yield "comments", _filled("", "# a\n")
    yield "documents", _filled("", "---\na: b\n")
    yield "one long text", _filled("name: ", "word ")
    yield "one long text in quotes", _filled('name: "', "\\u0041", '"')
    yield "a text over many lines", _filled("name: >\n", "  a\n")
    yield "brackets in a text", _filled("name: '", "[", "'")
    yield "links in texts", _filled("", "lesson{}: '[[redis]] [[redis|x]] [x](https://example.org/)'\n")
    yield "stars in a text", _filled("name: '", "*a**b", "'")
    yield "hidden characters", _filled("name: '", "\u200b", "'")
    yield "carriage returns", _filled("", "\r")
    yield "tabs", _filled("", "\t")
    yield "figures", _filled("figures:\n", "- {id: f{}, what: a, value: 1e308, unit: req/s}\n")
    yield "steps", _filled("flows:\n- steps:\n", "  - {from: a, to: b, what: c}\n")
    yield "formerly", _filled("formerly:\n", "- old-{}\n")
    yield "eras", _filled("eras:\n", "- {id: e{}, name: a, from: 2010}\n")
    yield "sources", _filled("sources:\n", "- {id: s{}, title: a, url: 'https://example.org/{}'}\n")
    yield (
        "a real entry with sources that nobody cites",
        _filled(f"{CASE}\n", "  - {id: s{}, title: a, url: 'https://example.org/{}'}\n"),
    )
    yield "a real entry with many keys that are unknown", _filled(f"{CASE}\n", "lessns{}: a\n")
    yield "dates that are none", _filled("dates: [", "2016-02-31,", "]")
    yield "a number", b"value: " + b"9" * SIZE
    yield "question marks", _filled("", "? a\n")
    yield "mappings in one line", _filled("a: {", "b{}: {c: d},", "}")


SLOW_FILES = dict(_files())
"""The files by description."""
