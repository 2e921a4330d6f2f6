"""The Markdown twins: one of each kind is as expected, and none leaves out a text of its entry."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from handbook.exports.catalogue import catalogue
from handbook.exports.claims import addressed
from handbook.exports.twin import twin
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.model.fields import InlineMarkdown
from handbook.model.structure import leaves

EXPECTED = Path(__file__).parent / "exports"
HOME = "https://handbook.example/"
ONE_A_KIND = (
    "case-study:examplebook", "technology:example-cache", "pattern:read-cache", "organisation:example-corp",
    "path:first-steps",
)  # fmt: skip


@pytest.fixture(scope="module")
def book(library: Library) -> Casebook:
    return replace(make_casebook(library), home=HOME)


@pytest.fixture(scope="module")
def texts(book: Casebook) -> dict[str, str]:
    return {entry.address: twin(book, entry) for entry in book.library.entries()}


@pytest.mark.parametrize("address", ONE_A_KIND)
def test_a_twin_is_as_expected(address: str, texts: dict[str, str], compare: Callable[[str, Path], None]) -> None:
    compare(texts[address], EXPECTED / f"{address.replace(':', '-')}.md")


def test_no_text_of_an_entry_is_left_out(book: Casebook, texts: dict[str, str]) -> None:
    for entry in book.library.entries():
        said = [book.texts.markdown(text, book.absolute) for _, _, text in leaves(entry.data, InlineMarkdown)]
        assert [text for text in said if text not in texts[entry.address]] == []


def test_every_claim_has_its_address_and_every_source_is_a_footnote(book: Casebook, texts: dict[str, str]) -> None:
    for entry in book.library.entries():
        text = texts[entry.address]
        addresses = [f"<{book.absolute(url)}>" for _, url in addressed(entry)]
        assert [address for address in addresses if text.count(address) != 1] == []
        assert [source.id for source in entry.sources if text.count(f"\n[^{source.id}]: ") != 1] == []


def test_a_twin_has_no_html(texts: dict[str, str]) -> None:
    reader = MarkdownIt("commonmark")
    for text in texts.values():
        tokens = [token for block in reader.parse(text) for token in (block, *(block.children or ()))]
        assert len(tokens) > 20
        assert {token.type for token in tokens} & {"html_block", "html_inline", "image", "code_block", "fence"} == set()


def test_every_entry_has_a_twin(book: Casebook) -> None:
    twins = {file.path: file for file in catalogue(book).others if file.path.endswith("/index.md")}
    assert len(twins) == 15
    (text,) = twins["paths/first-steps/index.md"].pieces()
    assert text.decode() == twin(book, book.library.paths["first-steps"])
