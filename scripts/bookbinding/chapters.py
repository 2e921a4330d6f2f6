"""The chapters of the book, in order: case studies, patterns, technologies, the glossary, an index and the sources."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin

from bookbinding.markup import XHTML, chapter_of, find
from handbook import addresses, depth
from handbook.faces import Casebook
from handbook.renderer import Renderer
from handbook.site import Site

SITE = "https://book.invalid"
"""Stands for the site in the links of chapters until bookbinding/links.py resolves them."""
INDEX = "index-of-technologies"


@dataclass(frozen=True)
class Chapter:
    """A chapter: its file name without an extension, its title and its content."""

    name: str
    title: str
    body: ET.Element


@dataclass(frozen=True)
class Part:
    """A part of the book."""

    title: str
    chapters: tuple[Chapter, ...]


class Chapters:
    """Makes chapters from the pages of a site; `tick` is called after each."""

    def __init__(self, book: Casebook, site: Site, tick: Callable[[], object]) -> None:
        """Index the pages by address."""
        self.book, self.tick, self.renderer = book, tick, Renderer()
        self.pages = {page.url: page for page in site.pages}

    def parts(self) -> Iterator[Part]:
        """Yield the parts of the book."""
        titles = ("Case studies", "Patterns", "Technologies")
        for title, urls in zip(titles, in_order(self.book), strict=True):
            yield Part(title, tuple(self._page(url) for url in urls))
        sources = (self._sources(name) for name in self.book.case_order)
        yield Part("Reference", (self._page(addresses.GLOSSARY), self._index(), *sources))

    def _page(self, url: str) -> Chapter:
        name = name_of(url)
        chapter = Chapter(name, self.pages[url].title, self._content(url, name))
        if self.pages[url].template == "case_study.html":
            chapter.body.set("class", "chapter long")
        return chapter

    def _content(self, url: str, name: str) -> ET.Element:
        html = self.renderer.page(self.pages[url]).html
        self.tick()
        return chapter_of(html, partial(urljoin, f"{SITE}{url}"), f"{name}-")

    def _sources(self, case: str) -> Chapter:
        """Return the sources of a case study, from its evidence page."""
        url, title = addresses.evidence(case), f"Sources: {self.book.face('case-study', case).name}"
        body = titled(title, name_of(url))
        body.extend(list(find(self._content(url, name_of(url)), "ol", "hs-sources")))
        return Chapter(name_of(url), title, body)

    def _index(self) -> Chapter:
        """Return the index of technologies: where each is explained, and which systems took a stance on it."""
        body = titled("Index of technologies", INDEX)
        listing = ET.SubElement(body, f"{{{XHTML}}}ul", {"class": "index"})
        for url in in_order(self.book)[2]:
            face = self.book.face("technology", url.strip("/").rpartition("/")[2])
            item = ET.SubElement(listing, f"{{{XHTML}}}li")
            _link(item, face.name, face.url)
            for use in self.book.links.uses_of_technology.get(face.id, ()):
                item[-1].tail = f"{item[-1].tail or ''}, "
                words = f"{self.book.face('case-study', use.case.id).name} ({use.part.stance})"
                _link(item, words, depth.claim(use.case, "technology", use.part.claim_id))
        return Chapter(INDEX, "Index of technologies", body)


def in_order(book: Casebook) -> tuple[list[str], list[str], list[str]]:
    """Return the addresses of the case studies by name, the patterns by family, and the technologies by name."""
    technologies = sorted(book.library.technologies, key=lambda name: book.face("technology", name).name.casefold())
    patterns = [entry.id for family in book.families for entry in book.links.patterns_of_family.get(family, ())]
    return (
        [addresses.page("case-study", name) for name in book.case_order],
        [addresses.page("pattern", name) for name in patterns],
        [addresses.page("technology", name) for name in technologies],
    )


def count_of(book: Casebook) -> int:
    """Return how often `tick` is called."""
    return sum(map(len, in_order(book))) + len(book.case_order) + 1


def name_of(url: str) -> str:
    """Return the name of the chapter of a page: `technologies-redis`."""
    return url.strip("/").replace("/", "-")


def titled(title: str, name: str) -> ET.Element:
    """Return an empty chapter with its heading."""
    body = ET.Element(f"{{{XHTML}}}section", {"class": "chapter"})
    ET.SubElement(body, f"{{{XHTML}}}h2", {"id": f"{name}-title"}).text = title
    return body


def _link(parent: ET.Element, words: str, url: str) -> None:
    ET.SubElement(parent, f"{{{XHTML}}}a", {"href": f"{SITE}{url}"}).text = words
