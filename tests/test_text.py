"""Rendering of contributors' text: the supported Markdown, and escaping of everything else."""

import sys
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import urljoin

import html5lib
import pytest
from markdown_it import MarkdownIt

from handbook.text import (
    SIGNS,
    EntryLink,
    Target,
    TextRenderer,
    as_block,
    candidates,
    empty_words,
    entry_links,
    first_sentence,
    literal,
    unsafe_links,
)

IDS = {"technology": frozenset({"redis"}), "case-study": frozenset({"mail"}), "organisation": frozenset({"mail"})}
TARGETS = {
    "technology:redis": Target("Redis <3", "/technologies/redis/"),
    "case-study:mail": Target("Mail", "/case-studies/mail/"),
    "organisation:mail": Target("Mail Ltd", "/organisations/mail/"),
}


@pytest.fixture
def renderer() -> TextRenderer:
    return TextRenderer(TARGETS, IDS)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("*a* _b_ **c**", "<em>a</em> <em>b</em> <strong>c</strong>"),
        ("`a <b> *c*`", "<code>a &lt;b&gt; *c*</code>"),
        ("[a *b*](https://a.example/?x=1&y=2)",
         '<a href="https://a.example/?x=1&amp;y=2" rel="nofollow noopener">a <em>b</em></a>'),
        ("[a](mailto:a@b.example)", '<a href="mailto:a@b.example" rel="nofollow noopener">a</a>'),
        ("[[redis]]", '<a href="/technologies/redis/">Redis &lt;3</a>'),
        ("[[redis|the *cache*]]", '<a href="/technologies/redis/">the *cache*</a>'),
        ("[[case-study:mail]]", '<a href="/case-studies/mail/">Mail</a>'),
        ("*[[ organisation:mail | it ]]*", '<em><a href="/organisations/mail/">it</a></em>'),
        ("snake_case_word 2*3*4", "snake_case_word 2<em>3</em>4"),
        (r"\*a\* \[[redis]]", '*a* [[redis]]'),
        ("a\nb", "a\nb"),
        ("*a*\nb", "<em>a</em>\nb"),
        ("a\\\nb", "a\nb"),
        ("*a*\\\n  b", "<em>a</em>\nb"),
    ],
)  # fmt: skip
def test_what_is_understood(renderer: TextRenderer, text: str, html: str) -> None:
    assert renderer.html(text) == html


@pytest.mark.parametrize(
    "text",
    ["# a", "- a", "> a", "1. a", "---", "    a", "![a](https://a.example/)", "<https://a.example/>", "~~a~~", "| a |"],
)
def test_blocks_images_and_automatic_links_are_not(renderer: TextRenderer, text: str) -> None:
    assert not {"h1", "li", "blockquote", "hr", "pre", "img", "s", "table"} & {
        tag for tag, _ in tags(renderer.html(text))
    }


@pytest.mark.parametrize(
    "text", ["[[mail]]", "[[nothing]]", "[[technology:mail]]", "[[a|b|c]]", "[[]]", "[[redis", "[[a[b]]"]
)
def test_what_leads_to_no_single_entry_is_no_link(renderer: TextRenderer, text: str) -> None:
    assert list(tags(renderer.html(text))) == []


def test_of_a_link_in_a_link_the_inner_one_is_made(renderer: TextRenderer) -> None:
    html = renderer.html("[see [[redis]]](https://a.example/)")
    assert html == '[see <a href="/technologies/redis/">Redis &lt;3</a>](https://a.example/)'


ATTACKS = [
    "<script>alert(1)</script>", "*a* <script>alert(1)</script>", "`<script>alert(1)</script>`",
    "<img src=x onerror=alert(1)>*",
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java&#115;cript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a](&#x6a;avascript&colon;alert(1))", "[a](data:text/html,<script>alert(1)</script>)", "[a](vbscript:x)",
    "[a](//evil.example/)", "[a](/technologies/redis/)", "[a]( \tjavascript:alert(1))", "[a](\x01javascript:alert(1))",
    '[a](https://a.example/"onmouseover="alert(1))', "[a](https://a.example/'onclick='x)",
    '[a](https://a.example/ "title\\" onclick=\\"alert(1)")', '[[redis|<img src=x onerror=alert(1)>]]',
    '[[redis|" onclick="alert(1)]]', '[["><script>alert(1)</script>]]', "[[javascript:alert(1)|x]]",
    "*<a href=javascript:alert(1)>x</a>*", "[<b onclick=alert(1)>x</b>](https://a.example/)",
    "[a][b]\n\n[b]: javascript:alert(1)", "\\<script>alert(1)\\</script>", "[a](https:javascript:alert(1))",
]  # fmt: skip


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_come_out_inert(renderer: TextRenderer, text: str) -> None:
    for tag, attributes in tags(renderer.html(text)):
        assert tag in {"a", "em", "strong", "code"}
        assert set(attributes) <= ({"href", "rel"} if tag == "a" else set())
        assert attributes.get("href", "/technologies/redis/").startswith(("https://a.example/", "/technologies/redis/"))


def tags(html: str) -> list[tuple[str, dict[str, str]]]:
    """Return the tags in `html` with their attributes."""
    found: list[tuple[str, dict[str, str]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, {name: value or "" for name, value in attrs}))

    Reader().feed(html)
    return found


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a < b & c", "a < b & c"),
        ("*a* < `b` & [c](https://a.example/)", "a < b & c"),
        ("[[redis]] or [[redis|it]]", "Redis <3 or it"),
        ("`<script>`", "<script>"),
    ],
)
def test_plain_text_has_no_markup(renderer: TextRenderer, text: str, plain: str) -> None:
    assert renderer.plain(text) == plain


def test_the_links_of_a_text_are_found_except_in_code() -> None:
    found = list(entry_links("[[a]] *[[ b | c ]]* `[[d]]` [[]] \\[[e]] [f [[g]]](https://a.example/)"))
    assert found == [EntryLink("a", None), EntryLink("b", "c"), EntryLink("", None), EntryLink("g", None)]


def test_unsafe_links_are_found_except_in_code() -> None:
    text = "[a](javascript:x) [b](https://b.example/) [c](../c/) `[d](data:x)` [e](MAILTO:a@b.example) [f]()"
    assert list(unsafe_links(text)) == ["javascript:x", "../c/", ""]


@pytest.mark.parametrize(
    "url", ["https://u@a.example/", "https://u:p@a.example", "http://", "https:///a", "https:a", "//a"]
)
def test_a_link_without_a_host_or_with_a_password_is_unsafe(url: str, renderer: TextRenderer) -> None:
    assert list(unsafe_links(f"[a]({url}) [b](https://b.example/@c?d@e)")) == [url]
    assert renderer.html(f"[a]({url})") == "a"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[](https://a.example/)", ["a link"]),
        ("[ \u0301 ](https://a.example/)", ["a link"]),
        ("[` `](https://a.example/)", ["a piece of code", "a link"]),
        ("[[redis|\u0301]]", ["the link to `redis`"]),
        (
            "[[redis|]] [[redis| ]] [[redis]] [a](https://a.example/) [*b*](https://b.example/) `c` [[[redis]]](https://a/)",
            [],
        ),
    ],
)
def test_what_shows_nothing_is_found(text: str, found: list[str]) -> None:
    assert list(empty_words(text)) == found


def test_an_id_may_mean_entries_of_several_kinds() -> None:
    assert candidates("mail", IDS) == ["case-study:mail", "organisation:mail"]
    assert candidates("organisation:mail", IDS) == ["organisation:mail"]
    assert candidates("technology:mail", IDS) == []
    assert candidates("zigzag:mail", IDS) == []


@pytest.mark.parametrize("piece", ["[", "[[", "*", "`", "_*", "[a](", "]", "\\", "[[a|", "![", "&#"])
def test_twice_the_text_is_twice_the_work(renderer: TextRenderer, piece: str) -> None:
    """Rendering takes linear time, so that no text can stall the build."""
    once, twice = (calls(renderer, piece * (length // len(piece))) for length in (750, 1500))
    assert twice < 2.5 * once


def calls(renderer: TextRenderer, text: str) -> int:
    """Return the number of function calls needed to render `text`."""
    events: Counter[str] = Counter()
    sys.setprofile(lambda frame, event, argument: events.update([event]))
    try:
        renderer.html(text)
    finally:
        sys.setprofile(None)
    return events["call"] + events["c_call"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One cache. Two caches.", "One cache."),
        ("Version 2.0 came in 2012. It was fast.", "Version 2.0 came in 2012."),
        ("It waits, i.e. it sleeps. Then it runs.", "It waits, i.e. it sleeps."),
        ("All in one", "All in one"),
        ('What? "Nothing."', "What?"),
        ("A [[redis|cache. Really]] fast one. More.", "A [[redis|cache. Really]] fast one. More."),
    ],
)
def test_the_first_sentence_ends_where_another_begins(text: str, first: str) -> None:
    assert first_sentence(text) == first


READER = MarkdownIt("commonmark").enable(["strikethrough", "table"])
"""Another program that reads our Markdown: it knows HTML, images, autolinks, entities and more."""
TRICKY = (
    "plain, snake_case and 2 * 3", "*a* **b** `c <d>` `` e`f ``", "<b>x</b> <script>alert(1)</script> a < b",
    "&lt; &amp; AT&T &#33;", "![x](https://a.example/x.png)", "Look![[redis]]", "<https://a.example/>", "~~gone~~ ~5",
    r"\*a\* \[b](c) \\", "a_b_ _c_d __e__", "[a (b)](https://a.example/x_(y)?q=<1>&z)", "[[redis|the <cache>]]",
    "[[nobody]] and [[nobody|some *words*]]", "a\n# b\n- c", "[^note] and [x]: https://a.example/", "`` ` ``",
)  # fmt: skip


def shown(markdown: str) -> tuple[str, list[str]]:
    """Return the text and the links that `READER` shows; anything but plain markup is an error."""
    words, links = [], []
    for token in READER.parseInline(markdown)[0].children or []:
        assert token.type in {"text", "code_inline", *SIGNS, "link_open", "link_close"}, token
        words.append(token.content)
        links += [str(token.attrs["href"])] if token.type == "link_open" else []
    return "".join(words), links


@pytest.mark.parametrize("text", TRICKY)
def test_other_programs_read_the_markdown_as_we_do(text: str, renderer: TextRenderer) -> None:
    words, links = shown(renderer.markdown(text, lambda url: f"https://h.example{url}"))
    ours = html5lib.parseFragment(renderer.html(text), namespaceHTMLElements=False)
    assert words == " ".join("".join(ours.itertext()).split())
    assert links == [urljoin("https://h.example", link.get("href")) for link in ours.iter("a")]


def test_a_name_is_shown_literally() -> None:
    for text in TRICKY:
        assert shown(" ".join(literal(text).split())) == (" ".join(text.split()), [])


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "* a", "> a", "1. a", "12) a", "~~~", "--- ", "=== ", "| a |", "2016 a"]
)
def test_a_paragraph_stays_one(text: str, renderer: TextRenderer) -> None:
    tokens = READER.parse(as_block(renderer.markdown(text, str)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(tokens[1].content)[0] == text.strip()
