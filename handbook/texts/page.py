"""The text of a finished page: its title, and its parts by the places to which a result can lead."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from handbook import addresses
from handbook.exports.data import SiteFile, call
from handbook.exports.text_records import PagePart, PageText
from handbook.texts.words import stem, words

ARTICLE = "article[data-searched]"
LAST = "data-searched-last"
NOT_TEXT = ", ".join((
    "[data-unsearched]", "svg", "script", ".hs-cite", ".hs-cited", ".hs-sources", ".hs-breadcrumbs", ".hs-permalink",
    ".hs-on-this-page", ".hs-neighbours", ".hs-edit", ".hs-player", ".hs-player__step", ".hs-diagram figcaption",
    ".hs-chosen", ".hs-follow", ".hs-ways", ".hs-skip", ".hs-print", ".hs-back", ".hs-eras", ".hs-facets",
    ".headerlink",
))  # fmt: skip
"""The parts of an article that the search leaves out: they are no text, or repeat that of another page."""
HEADINGS = ("h2", "h3")
FRAMES = ("section", "details")
TITLES = "h2, h3, h4, summary"
"""What names a part: a heading that can be linked to, or the first heading of such a frame."""
INLINE = frozenset(("a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time"))
"""Elements that do not end a word."""
IN_TITLE = 5
"""How often a word of the title counts."""
MOST = 255


@dataclass(frozen=True, slots=True)
class Indexed:
    """The words of a page: the stems, separated by blanks, and how often each occurs, up to `MOST` times."""

    url: str
    stems: str
    counts: bytes
    length: int
    """The number of words."""
    is_last: bool = False
    """Whether pages with the same words come before it, because it repeats them."""


def page_text(html: str) -> PageText | None:
    """Return the text of a page, or None if the search does not have it."""
    article = LexborHTMLParser(html).css_first(ARTICLE)
    if article is None:
        return None
    for node in article.css(NOT_TEXT):
        node.decompose()
    title = article.css_first("h1")
    return PageText(_plain(title), tuple(_parts(article)))


def text_file(url: str, text: PageText) -> SiteFile:
    """Return the file with the text of the page at `url`."""
    path = f"{addresses.path(url)}text.js"
    return SiteFile(path, call(path, text))


def indexed(url: str, html: str, text: PageText) -> Indexed:
    """Return the words of the page at `url`, from the root of the site."""
    found = words(" ".join(f"{part.title} {part.text}" for part in text.parts))
    counts = Counter(map(stem, found))
    for word in words(text.title):
        counts[stem(word)] += IN_TITLE
    most = bytes(min(count, MOST) for count in counts.values())
    return Indexed(url, " ".join(counts), most, len(found), LAST in html)


def _parts(article: LexborNode) -> Iterator[PagePart]:
    anchor, title, pieces = "", "", list[str]()
    for node in article.traverse(include_text=True):
        if node.tag == "-text":
            pieces.append(node.text_content or "")
            continue
        if begins := _begins_part(node):
            yield from _part(anchor, title, pieces)
            anchor, title, pieces = *begins, []
        if node.tag not in INLINE:
            pieces.append(" ")
    yield from _part(anchor, title, pieces)


def _begins_part(node: LexborNode) -> tuple[str, str] | None:
    """Return the anchor and the title of the part that begins with `node`, if one does."""
    if node.tag not in HEADINGS and node.tag not in FRAMES:
        return None
    anchor = node.attributes.get("id")
    named = node if node.tag in HEADINGS else node.css_first(TITLES)
    return (anchor, _plain(named)) if anchor else None


def _part(anchor: str, title: str, pieces: list[str]) -> Iterator[PagePart]:
    if text := " ".join("".join(pieces).split()):
        yield PagePart(anchor, title, text)


def _plain(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""
