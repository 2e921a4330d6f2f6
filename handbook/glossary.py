"""Terms of the field in finished HTML: where each first appears, a link to what it means."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import escape

from handbook import addresses
from handbook.model.vocabulary import GlossaryTerm

WORD = re.compile(r"[^\W_]+(?:[-–’'][^\W_]+)*")
GOES_ON = re.compile(r"[^\W_]|-")
NAMES = "a|b|button|cite|code|dt|h1|h2|h3|h4|label|legend|nav|q|small|summary|svg|table|time"
"""Elements in which no term is linked: names, headings, controls and pictures."""
OF_OTHERS = r'class="hs-(?:cited|source)'
"""So begins an element with titles of sources and places in them."""
NOT_PROSE = re.compile(rf"(?:<({NAMES})(?=[\s>]).*?</\1>|<(\w+) {OF_OTHERS}.*?</\2>|<[^>]*>\s*)+", re.DOTALL)
"""Elements whose text is left alone, and tags. None of these elements is ever inside one of its own name."""
SHORTEST = 3
"""How many letters a term has at least."""


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
        done = 0
        for apart in NOT_PROSE.finditer(html):
            text = html[done : apart.start()]
            yield text if len(text) < SHORTEST else self._linked(text, seen)
            yield apart[0]
            done = apart.end()
        yield self._linked(html[done:], seen)

    def _linked(self, text: str, seen: set[str]) -> str:
        linked, done = [], 0
        for word in WORD.finditer(text):
            key = word[0].casefold()
            if key in self._spellings or key[:-1] in self._spellings:
                start, found = word.start(), self._found(text, word.start(), key, seen)
                if found and start >= done:
                    term, end = found
                    seen.add(term)
                    linked += [
                        text[done:start],
                        f'<a class="hs-term" href="{addresses.term(term)}">{text[start:end]}</a>',
                    ]
                    done = end
        return "".join((*linked, text[done:])) if linked else text

    def _found(self, text: str, start: int, key: str, seen: set[str]) -> tuple[str, int] | None:
        """Return the term that begins with the word `key`, in the singular or the plural, and where it ends."""
        for spelling in (*self._spellings.get(key, ()), *self._spellings.get(key.removesuffix("s"), ())):
            end = start + len(spelling.words)
            if spelling.term not in seen and text[start:end].casefold() == spelling.words:
                end += text[end : end + 1] == "s"
                if not GOES_ON.match(text, end):
                    return spelling.term, end
        return None


def _spellings(terms: Iterable[GlossaryTerm]) -> Iterator[Spelling]:
    for term in terms:
        for name in (term.name, *term.also_known_as):
            yield Spelling(escape(name).casefold(), term.id, term.see)
