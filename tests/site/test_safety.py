"""Hostile input in any field is either rejected with its place or printed as plain text."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import html5lib
import pytest

from handbook.checks.catalogue import find_problems
from handbook.model.fields import Shape
from handbook.model.structure import fields_of
from handbook.publishing.hashed_names import hashed_folder
from handbook.reading import read_library
from handbook.shape import fit
from handbook.source import read_source
from sample_files import Files, Leaf, as_file, leaves, read_files, with_leaves

PLAIN = "=plain="
"""Harmless text for plain-text fields. Like the payloads, it starts with no letter, so lists sort the same."""
MARKDOWN = "=markdown="
"""Harmless text for inline Markdown fields."""

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    '{% include "x" %}',
    "</title><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "1' onmouseover='alert(1)",
    "</textarea>",
    "-->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)
REFUSED = {
    "[x](javascript:alert(1))": "unsafe-link",
    "[x](data:text/html,<script>alert(1)</script>)": "unsafe-link",
    "[[redis|<b>x</b>]]": "unknown-link",
}
"""Inline Markdown that is rejected, and the rule that rejects it."""

ALL_REFUSED = " ".join(REFUSED)
MARKED_UP = {
    "[[example-cache|<b>x</b>]]": "<b>x</b>",
    "[<img src=x onerror=alert(1)>](https://a.example/?onload=%22javascript:x%22)": "<img src=x onerror=alert(1)>",
    "*<script>alert(1)</script>*": "<script>alert(1)</script>",
    "`</code><script>alert(1)</script>`": "</code><script>alert(1)</script>",
}
"""Inline Markdown that is allowed, and the text that must appear on the page."""

MADE_FROM_WORDS = re.compile(r"(variant)-[a-z0-9-]+-(?=\d{5})|(assets/\w+)-[0-9a-f]{10}(?=/)")
"""Values derived from text: the id of a variant, which keeps letters and digits, and hashed asset names."""

MEASURED = re.compile(r"\b\d+ minutes?\b|\b[\d.]+ (?:bytes|KB)\b")
"""Reading times and sizes of files, which depend on the length of the texts."""

Build = Callable[..., "CompletedProcess[str]"]
SiteOf = Callable[[str, str], Path]
Token = str | tuple[str, dict[str, str]]
Pages = dict[str, tuple[Token, ...]]


@pytest.fixture(scope="session")
def files(sample: Path) -> Files:
    return read_files(sample)


def write_texts(files: Files, content: Path, plain: str, markdown: str) -> None:
    """Write the files with `plain` or `markdown` in every text field, followed by a unique number."""
    numbers = iter(range(10_000, 100_000))

    def words(leaf: Leaf) -> Any:
        return f"{markdown if leaf.is_markdown else plain} {next(numbers)}" if leaf.is_text else leaf.value

    for name, (shape, source) in files.items():
        (content / name).write_bytes(as_file(name, with_leaves(shape, source.data, words)))


@pytest.fixture(scope="session")
def site_of(files: Files, sample_project: Path, build: Build, tmp_path_factory: pytest.TempPathFactory) -> SiteOf:
    """Build the sample with the given text in every text field, once for each pair of texts."""

    @cache
    def build_with(plain: str, markdown: str) -> Path:
        project = tmp_path_factory.mktemp("words") / "project"
        shutil.copytree(sample_project, project, ignore=shutil.ignore_patterns("site"))
        write_texts(files, project / "content", plain, markdown)
        done = build(project, project / "site")
        assert done.returncode == 0, done.stdout
        return project / "site"

    return build_with


@pytest.fixture(scope="session")
def harmless(site_of: SiteOf) -> Pages:
    return pages(site_of(PLAIN, MARKDOWN))


def pages(site: Path) -> Pages:
    """Return every page of a site as a browser parses it: elements with attributes, and the text between them."""
    return {path.relative_to(site).as_posix(): parse(path.read_bytes()) for path in sorted(site.rglob("*.html"))}


@cache
def parse(html: bytes) -> tuple[Token, ...]:
    return tuple(tokens(html5lib.parse(html, namespaceHTMLElements=False)))


def tokens(element: Any) -> Iterator[Token]:
    """Yield elements and texts; for an SVG, whose line breaks depend on the text, yield only tags and attributes."""
    if str(element.tag).endswith("}svg"):
        parts = list(element.iter())
        yield ("picture", dict.fromkeys(sorted({str(part.tag) for part in parts}), ""))
        yield ("attributes", dict.fromkeys(sorted({name for part in parts for name in part.attrib}), ""))
        return
    if element.get("type") == "application/ld+json":
        yield from strings(json.loads(element.text))
        return
    yield (str(element.tag), {key: MADE_FROM_WORDS.sub(r"\1\2-", value) for key, value in element.attrib.items()})
    yield MEASURED.sub("measured", element.text or "")
    for child in element:
        yield from tokens(child)
        yield MEASURED.sub("measured", child.tail or "")
    yield "end"


def strings(data: Any) -> Iterator[str]:
    """Yield the texts of JSON data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from strings(part)


def with_words(page: tuple[Token, ...], change: Callable[[str], str]) -> tuple[Token, ...]:
    """Return a page with `change` applied to its texts and attribute values."""
    return tuple(
        change(token) if isinstance(token, str) else (token[0], {key: change(value) for key, value in token[1].items()})
        for token in page
    )


def test_the_sample_fills_every_text_field(files: Files) -> None:
    found = [leaf.field for shape, source in files.values() for leaf in leaves(shape, source.data)]
    filled = {(field.key, field.description) for field in found}
    shapes = {inner for shape, _ in files.values() for inner in shapes_below(shape)}
    wanted = {
        (field.key, field.description) for shape in shapes for field in fields_of(shape) if Leaf((), field, "").is_text
    }
    assert len(wanted) > 30
    assert wanted - filled == set()


def shapes_below(shape: type[Shape]) -> Iterator[type[Shape]]:
    yield shape
    for field in fields_of(shape):
        if field.shape:
            yield from shapes_below(field.shape)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_fields_that_are_no_text_refuse_it_at_its_place(payload: str, files: Files) -> None:
    for name, (shape, source) in files.items():
        data = with_leaves(shape, source.data, lambda leaf: leaf.value if leaf.is_text else payload)
        changed = read_source(name, as_file(name, data))
        fitted, problems = fit(changed, shape)
        assert fitted is None
        wanted = {changed.place(leaf.steps) for leaf in leaves(shape, data) if not leaf.is_text}
        assert {(problem.line, problem.column) for problem in problems} == wanted, name


@pytest.mark.parametrize(("payload", "rule"), REFUSED.items())
def test_inline_markdown_refuses_it_at_its_place(payload: str, rule: str, files: Files, content: Path) -> None:
    write_texts(files, content, PLAIN, payload)
    problems = find_problems(read_library(content), date(2026, 1, 1))
    wanted = set()
    for name, (shape, _) in files.items():
        changed = read_source(name, (content / name).read_bytes())
        markdown = [leaf for leaf in leaves(shape, changed.data) if leaf.is_markdown]
        wanted |= {(f"content/{name}", *changed.place(leaf.steps), rule) for leaf in markdown}
    assert len(wanted) > 100
    assert {(problem.path, problem.line, problem.column, problem.rule) for problem in problems} == wanted


@pytest.mark.parametrize(
    ("payload", "markdown"), [*((payload, payload) for payload in PAYLOADS), (ALL_REFUSED, MARKDOWN)]
)
def test_it_comes_out_as_text_and_nothing_else(payload: str, markdown: str, harmless: Pages, site_of: SiteOf) -> None:
    site = site_of(payload, markdown)
    made = pages(site)
    assert list(made) == list(harmless)
    assert sum(PLAIN in token or MARKDOWN in token for page in harmless.values() for token in page) > 300
    for name, page in harmless.items():
        expected = with_words(page, lambda text: text.replace(PLAIN, payload).replace(MARKDOWN, markdown))
        assert made[name] == expected, name
    assert_data_is_inert(site)


def test_markup_around_it_changes_nothing(harmless: Pages, site_of: SiteOf) -> None:
    site = site_of(PLAIN, " ".join(MARKED_UP))
    made = pages(site)
    for name, page in made.items():
        assert scripts(page) == scripts(harmless[name]), name
        assert [token for token in page if is_dangerous(token)] == [], name
    for text in MARKED_UP.values():
        assert sum(text in token for page in made.values() for token in page if isinstance(token, str)) > 100
    assert_data_is_inert(site)


def scripts(page: tuple[Token, ...]) -> list[Any]:
    """Return the script elements of a page with their contents."""
    return [(token, text) for token, text in pairwise(page) if isinstance(token, tuple) and token[0] == "script"]


def is_dangerous(token: Token) -> bool:
    if isinstance(token, str):
        return False
    attributes = token[1]
    addresses = [attributes.get(key, "").strip().lower() for key in ("href", "src", "action", "formaction", "srcdoc")]
    handlers = [key for key in attributes if key.lower().startswith("on")]
    return bool(handlers) or any(address.startswith(("javascript:", "data:", "vbscript:")) for address in addresses)


def test_danger_would_be_seen() -> None:
    for html in ("<img onerror=x>", "<a href=' javascript:x'>", "<iframe src=DATA:x>"):
        assert [token for token in tokens(html5lib.parse(html, namespaceHTMLElements=False)) if is_dangerous(token)]


def assert_data_is_inert(site: Path) -> None:
    """Assert that each data file only calls one function with a name and a JSON value."""
    files = list(hashed_folder(site, "data").glob("*.js"))
    assert len(files) >= 3
    for path in files:
        call = re.fullmatch(r'hsData\("([a-z]+(?:-\d+)?)",(.*)\)\n', path.read_text(encoding="utf-8"))
        assert call, path
        assert call[1] == path.stem
        json.loads(call[2])


def test_the_title_is_exactly_the_name(site_of: SiteOf) -> None:
    payload = "</title><script>alert(1)</script>"
    site = site_of(payload, payload)
    for name in ("patterns/read-cache", "technologies/example-cache", "organisations/samplemail", "paths/first-steps"):
        page = html5lib.parse((site / name / "index.html").read_bytes(), namespaceHTMLElements=False)
        heading = "".join(page.find(".//h1").itertext())
        assert heading.startswith(payload)
        assert [title.text for title in page.iter("title")][:1] == [f"{heading} - How It Scaled"]
