"""The book as EPUB 3."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ebooklib import epub

from bookbinding.chapters import Chapter, Part
from bookbinding.links import resolve
from bookbinding.markup import SVG, to_text

PAGE = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB" xml:lang="en-GB">'
    '<head><title>{title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>'
    "<body>{body}</body></html>\n"
)


class _Page(epub.EpubHtml):  # type: ignore[misc]
    """A page whose markup is written as it is; the library's own parser would fold the case of SVG attributes."""

    def get_content(self, default: object = None) -> bytes:
        """Return the markup."""
        return bytes(self.content)


def write_epub(parts: Sequence[Part], style: str, about: dict[str, str], changed: datetime, path: Path) -> None:
    """Write the book; `about` has its title, author, rights and address, and `changed` is the date that it states."""
    resolve([chapter for part in parts for chapter in part.chapters], _address, about["address"])
    book = _book(about)
    book.add_item(epub.EpubItem("style", "book.css", "text/css", style.encode()))
    pages = {chapter.name: _page(chapter) for part in parts for chapter in part.chapters}
    for page in pages.values():
        book.add_item(page)
    book.toc = [(epub.Section(part.title), [pages[one.name] for one in part.chapters]) for part in parts]
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    book.spine = ["nav", *pages.values()]
    epub.write_epub(str(path), book, {"mtime": changed, "raise_exceptions": True})


def _address(chapter: str, anchor: str) -> str:
    return f"{chapter}.xhtml#{anchor}"


def _book(about: dict[str, str]) -> epub.EpubBook:
    book = epub.EpubBook()
    book.set_identifier(about["address"])
    book.set_title(about["title"])
    book.set_language("en-GB")
    book.add_author(about["author"])
    book.add_metadata("DC", "description", about["description"])
    book.add_metadata("DC", "rights", about["rights"])
    return book


def _page(chapter: Chapter) -> _Page:
    page = _Page(uid=chapter.name, file_name=f"{chapter.name}.xhtml", title=chapter.title, lang="en-GB")
    page.content = PAGE.format(title=_escaped(chapter.title), body=to_text(chapter.body)).encode()
    if any(str(element.tag).startswith(f"{{{SVG}}}") for element in chapter.body.iter()):
        page.properties = ["svg"]
    return page


def _escaped(text: str) -> str:
    element = ET.Element("x")
    element.text = text
    return ET.tostring(element, encoding="unicode")[3:-4]
