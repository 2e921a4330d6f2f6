"""Contributed text: a small, safe subset of inline Markdown, with `[[id]]` for links to entries."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from handbook.model.fields import shows_something

ALLOWED_LINK = re.compile(r"^(?:https?://[^/?#@\\]+(?:[/?#]|$)|mailto:)", re.IGNORECASE)
ENTRY_LINK = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")
HALF_LINK = re.compile(r"\[\[[^\[\]]*\]?|\[[^\[\]]+\]\]")
SENTENCE_END = re.compile(r"(?<=[^.\s]{2}[.!?])\s+(?=[\"“]?[A-Z])")
MARKED_UP = re.compile(r"[*_`\[\\]")
ACTIVE = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|!$|<(?=[A-Za-z/!?])|&(?=[A-Za-z#])")
"""Characters of a text that mean something in Markdown, including HTML and the sign before an image."""
MAY_BE_ACTIVE = re.compile(r"[*_`\[\]\\~<&]")
OPENS_BLOCK = re.compile(r"(\d{0,9})([#>=+.)-]|~~~)")


class Target(NamedTuple):
    """The target of `[[id]]`: the name to show, and the address from the site root."""

    name: str
    url: str


@dataclass(frozen=True)
class EntryLink:
    """A `[[id|words]]` in a text."""

    target: str
    words: str | None


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, or the whole text if the cut would split markup."""
    first = SENTENCE_END.split(text, maxsplit=1)[0]
    whole = first.count("[") == first.count("]") and not any(first.count(sign) % 2 for sign in "*_`")
    return first if whole else text


def entry_links(text: str) -> Iterator[EntryLink]:
    """Yield the `[[…]]` links of a text, except those in code."""
    if "[[" in text:
        for token in _tokens(text):
            if token.type == "entry_link":
                yield EntryLink(token.meta["target"], token.meta["words"])


def unclosed_links(text: str) -> Iterator[str]:
    """Yield the beginning of each `[[link]]` that lacks a bracket, except in code."""
    if "[[" in text or "]]" in text:
        for token in _tokens(text):
            if token.type == "text":
                yield from (found[0][:30].strip() for found in HALF_LINK.finditer(token.content))


def unsafe_links(text: str) -> Iterator[str]:
    """Yield the addresses of links that are not http, https or mailto, or that contain a user name."""
    if "](" in text or "]:" in text:
        for token in _tokens(text):
            if token.type == "link_open" and not _is_allowed(token):
                yield str(token.attrs["href"])


def empty_words(text: str) -> Iterator[str]:
    """Yield a description of each link or piece of code without visible text."""
    words: list[str] = []
    for token in _tokens(text) if "[" in text or "`" in text else ():
        if token.type == "link_open":
            words = []
        elif token.type == "link_close" and not shows_something("".join(words)):
            yield "a link"
        elif token.type == "entry_link" and token.meta["words"] and not shows_something(token.meta["words"]):
            yield f"the link to `{token.meta['target']}`"
        elif token.type == "code_inline" and not shows_something(token.content):
            yield "a piece of code"
        words.append(token.content or (token.meta.get("target", "")))


def candidates(target: str, ids: Mapping[str, frozenset[str]]) -> list[str]:
    """Return the addresses (`kind:id`) that `[[target]]` matches, given the ids by kind."""
    kind, colon, name = target.partition(":")
    if colon:
        return [target] if name in ids.get(kind, ()) else []
    return [f"{kind}:{target}" for kind, known in ids.items() if target in known]


class TextRenderer:
    """Renders texts as HTML. `targets` has all entries by address (`kind:id`)."""

    def __init__(self, targets: Mapping[str, Target], ids: Mapping[str, frozenset[str]]) -> None:
        """Keep the targets; rendered texts are cached."""
        self._targets, self._ids = targets, ids
        self._rendered: dict[str, Markup] = {}

    def html(self, text: str) -> Markup:
        """Return `text` as HTML with links from the site root; everything that is not known markup is escaped."""
        if not MARKED_UP.search(text):
            return escape(text)
        if text not in self._rendered:
            self._rendered[text] = Markup("".join(self._pieces(_tokens(text))))
        return self._rendered[text]

    def plain(self, text: str) -> str:
        """Return `text` without its markup."""
        if not MARKED_UP.search(text):
            return text
        return Markup("".join(self._pieces(_tokens(text)))).striptags()

    def markdown(self, text: str, absolute: Callable[[str], str]) -> str:
        """Return `text` on one line as Markdown that other programs read alike; nothing in it is HTML or an image.

        `absolute` turns an address from the site root into one for use outside the site.
        """
        text = "".join(self._markdown(_tokens(text), absolute)) if MARKED_UP.search(text) else literal(text)
        return " ".join(text.split()) if "\n" in text else text

    def _markdown(self, tokens: Sequence[Token], absolute: Callable[[str], str]) -> Iterator[str]:
        hrefs: list[str] = []
        for token in tokens:
            if token.type == "link_open":
                hrefs.append(str(token.attrs["href"]) if _is_allowed(token) else "")
                yield "[" if hrefs[-1] else ""
            elif token.type == "link_close":
                yield f"](<{href}>)" if (href := hrefs.pop()) else ""
            elif token.type == "entry_link":
                name, url = self._shown(token.meta["target"], token.meta["words"])
                yield f"[{literal(name)}]({absolute(url)})" if url else literal(name)
            else:
                yield SIGNS.get(token.type) or _markdown_leaf(token)

    def _pieces(self, tokens: Sequence[Token]) -> Iterator[str]:
        open_links: list[bool] = []
        for token in tokens:
            if token.type == "link_open":
                open_links.append(_is_allowed(token))
                yield f'<a href="{escape(token.attrs["href"])}" rel="nofollow noopener">' if open_links[-1] else ""
            elif token.type == "link_close":
                yield "</a>" if open_links.pop() else ""
            elif token.type == "entry_link":
                yield self._entry_link(token.meta["target"], token.meta["words"])
            else:
                yield TAGS.get(token.type) or _leaf(token)

    def _entry_link(self, target: str, words: str | None) -> str:
        name, url = self._shown(target, words)
        return f'<a href="{escape(url)}">{escape(name)}</a>' if url else escape(name)

    def target(self, link: str) -> Target | None:
        """Return the entry to which `[[link]]` leads, or None if there is no such entry, or more than one."""
        found = candidates(link, self._ids)
        return self._targets.get(found[0]) if len(found) == 1 else None

    def _shown(self, link: str, words: str | None) -> Target:
        """Return the text of a link to an entry and its address, which is empty if there is no such entry."""
        entry = self.target(link)
        return Target(words or entry.name, entry.url) if entry else Target(words or link, "")


def literal(text: str) -> str:
    """Return plain text as inline Markdown that shows the same text."""
    if not MAY_BE_ACTIVE.search(text) and not text.endswith("!"):  # a fast test for the usual text
        return text
    return ACTIVE.sub(r"\\\g<0>", text)


def as_block(markdown: str) -> str:
    """Return inline Markdown so that it can begin a paragraph: it does not open a heading, a list or a quotation."""
    return OPENS_BLOCK.sub(r"\1\\\2", markdown, count=1) if OPENS_BLOCK.match(markdown) else markdown


SIGNS = {"em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**"}
TAGS = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}


def _leaf(token: Token) -> str:
    content = escape(token.content or ("\n" if token.type == "hardbreak" else ""))
    return f"<code>{content}</code>" if token.type == "code_inline" else content


def _markdown_leaf(token: Token) -> str:
    if token.type != "code_inline":
        return literal(token.content or ("\n" if token.type == "hardbreak" else ""))
    fence = "`" * (max((len(run) for run in re.findall("`+", token.content)), default=0) + 1)
    space = " " if token.content.startswith("`") or token.content.endswith("`") else ""
    return f"{fence}{space}{token.content}{space}{fence}"


def _is_allowed(token: Token) -> bool:
    return bool(ALLOWED_LINK.match(str(token.attrs["href"])))


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    MARKDOWN.inline.parse(text, MARKDOWN, {}, tokens)
    return tokens


def _entry_link_rule(state: StateInline, silent: bool) -> bool:
    """Parse `[[target|words]]`, as a rule of markdown-it."""
    match = ENTRY_LINK.match(state.src, state.pos) if state.src.startswith("[[", state.pos) else None
    if not match:
        return False
    if not silent:
        token = state.push("entry_link", "", 0)
        token.meta = {"target": match[1].strip(), "words": match[2].strip() if match[2] else None}
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False}).enable(["backticks", "emphasis", "link", "escape", "balance_pairs"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # checked when it is rendered
    parser.inline.ruler.before("link", "entry_link", _entry_link_rule)
    return parser


MARKDOWN = _parser()
