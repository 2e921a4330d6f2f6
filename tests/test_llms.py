"""`llms.txt`: its form, and that it leads to the Markdown of every entry."""

import re
from dataclasses import replace

from handbook.exports.catalogue import catalogue
from handbook.exports.llms import llms_text
from handbook.faces import make_casebook
from handbook.library import Library

HOME = "https://handbook.example/"


def test_it_has_the_form_of_llmstxt_and_every_twin(library: Library) -> None:
    book = replace(make_casebook(library), home=HOME)
    text = llms_text(book)
    opening, *sections = re.split(r"^## ", text, flags=re.MULTILINE)
    assert re.match(r"# How It Scaled\n\n> An annotated casebook of 2 real architectures: ", opening)
    assert [section.partition("\n")[0] for section in sections] == [
        "Case studies", "Technologies", "Patterns", "Organisations", "Paths", "Optional",
    ]  # fmt: skip
    links = re.findall(r"^- \[[^\]]+\]\((\S+)\): \S.*$", text, re.MULTILINE)
    twins = [HOME + file.path for file in catalogue(book).others if file.path.endswith("/index.md")]
    assert links[:15] == twins
    assert links[15:] == [f"{HOME}{path}" for path in ("api/v1/", "glossary/", "compare/", "api/v1/all.json")]
    assert "- [Read cache](https://handbook.example/patterns/read-cache/index.md): Look for a copy first, and" in text
