"""Terms of the field in finished HTML: where each first appears, a link to what it means."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import escape

from handbook import addresses
from handbook.model.vocabulary import GlossaryTerm

TAG = re.compile(r"(<[^>]*>)")
WORD = re.compile(r"[^\W_]+(?:[-–’'][^\W_]+)*")
GOES_ON = re.compile(r"[^\W_]|-")
CLOSED = frozenset((
    "a", "b", "button", "cite", "code", "dt", "h1", "h2", "h3", "h4", "label", "legend", "nav", "q", "small", "summary",
    "svg", "table", "time",
))  # fmt: skip
"""Elements in which no term is linked: names, headings, controls and pictures."""
OF_OTHERS = re.compile(r'class="hs-(?:cited|source)')
"""So begins an element with titles of sources and places in them."""


class Spelling(NamedTuple):
    """A way to write a term, in small letters and as HTML."""

    words: str
    term: str
    home: str | None


class Glossary:
    """Finds terms by their first words: the time grows with the text, and not with the number of terms."""

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        """Keep every spelling of each term."""
        self._spellings: dict[str, list[Spelling]] = {}
        for spelling in _spellings(terms):
            first = WORD.search(spelling.words)
            self._spellings.setdefault(first[0] if first else spelling.words, []).append(spelling)
        for spellings in self._spellings.values():
            spellings.sort(key=lambda spelling: -len(spelling.words))

    def mark(self, html: str, home: str) -> str:
        """Return `html` with the first appearance of each term linked, except those explained at `home` itself."""
        if not self._spellings:
            return html
        seen = {
            spelling.term for spellings in self._spellings.values() for spelling in spellings if spelling.home == home
        }
        return "".join(self._pieces(html, seen))

    def _pieces(self, html: str, seen: set[str]) -> Iterator[str]:
        closed: list[str] = []
        for number, piece in enumerate(TAG.split(html)):
            if number % 2:
                _follow(piece, closed)
                yield piece
            else:
                yield piece if closed or not piece.strip() else self._linked(piece, seen)

    def _linked(self, text: str, seen: set[str]) -> str:
        linked, done = [], 0
        for word in WORD.finditer(text):
            found = self._found(text, word, seen) if word.start() >= done else None
            if found:
                term, end = found
                seen.add(term)
                words = text[word.start() : end]
                linked += [text[done : word.start()], f'<a class="hs-term" href="{addresses.term(term)}">{words}</a>']
                done = end
        return "".join((*linked, text[done:]))

    def _found(self, text: str, word: re.Match[str], seen: set[str]) -> tuple[str, int] | None:
        """Return the term that begins at a word, and where it ends."""
        key = word[0].casefold()
        for spelling in (*self._spellings.get(key, ()), *self._spellings.get(key.removesuffix("s"), ())):
            end = word.start() + len(spelling.words)
            if spelling.term not in seen and text[word.start() : end].casefold() == spelling.words:
                end += text[end : end + 1] == "s"
                if not GOES_ON.match(text, end):
                    return spelling.term, end
        return None


def _spellings(terms: Iterable[GlossaryTerm]) -> Iterator[Spelling]:
    for term in terms:
        for name in (term.name, *term.also_known_as):
            yield Spelling(escape(name).casefold(), term.id, term.see)


def _follow(tag: str, closed: list[str]) -> None:
    """Keep track of the elements, outermost first, in which nothing is linked."""
    name = tag[1:].lstrip("/").split(None, 1)[0].rstrip("/>")
    if tag.startswith("</"):
        if closed and closed[-1] == name:
            closed.pop()
    elif name in (*CLOSED, *closed[-1:]) or OF_OTHERS.search(tag):
        closed.append(name)
