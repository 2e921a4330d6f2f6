"""Glossary terms in finished HTML: only the first appearance in prose is linked."""

import pytest

from handbook.glossary import Glossary
from handbook.model.vocabulary import GlossaryTerm


def term(name: str, *also: str, see: str = "pattern:elsewhere") -> GlossaryTerm:
    own_id = name.lower().replace(" ", "-").replace("'", "")
    return GlossaryTerm(id=own_id, name=name, also_known_as=also, what="What it means.", see=see)


GLOSSARY = Glossary(
    [
        term("log"),
        term("write-ahead log", "WAL"),
        term("hot key"),
        term("shard", see="pattern:sharding"),
        term("p99"),
        term("Little's law"),
    ]
)


def link(name: str, words: str) -> str:
    return f'<a class="hs-term" href="/glossary/#term-{name}">{words}</a>'


def marked(html: str, home: str = "pattern:here") -> str:
    return GLOSSARY.mark(html, home)


def test_only_the_first_appearance_is_linked() -> None:
    assert marked("<p>A shard.</p><p>A shard.</p>") == f"<p>A {link('shard', 'shard')}.</p><p>A shard.</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shards, each", f"{link('shard', 'Shards')}, each"),
        ("the WAL is", f"the {link('write-ahead-log', 'WAL')} is"),
        ("a write-ahead log", f"a {link('write-ahead-log', 'write-ahead log')}"),
        ("hot keys", link("hot-key", "hot keys")),
        ("by Little&#39;s law,", f"by {link('littles-law', 'Little&#39;s law')},"),
        ("(p99)", f"({link('p99', 'p99')})"),
        ("A log and a write-ahead log", f"A {link('log', 'log')} and a {link('write-ahead-log', 'write-ahead log')}"),
        ("a blog, a log-structured tree, logging, shard-aware, hot keyboard", None),
        ("&amp; &#39;log&#39;", f"&amp; &#39;{link('log', 'log')}&#39;"),
    ],
)
def test_terms_are_whole_words_in_any_form(text: str, expected: str | None) -> None:
    assert marked(text) == (expected or text)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x/">a log</a>',
        "<h2>The log</h2>",
        "<code>log</code>",
        "<svg><text>log</text><a><text>log</text></a></svg>",
        '<p class="hs-cited"><a href="#source-a">[1]</a> commit log; <b>more</b> log</p>',
        '<ol class="hs-sources"><li><p>log</p>log</li></ol>',
        '<p title="log" data-log="log"></p>',
    ],
)
def test_names_pictures_and_sources_are_left_alone(html: str) -> None:
    assert marked(html) == html
    assert marked(f"{html}<p>log</p>") == f"{html}<p>{link('log', 'log')}</p>"


def test_the_entry_that_explains_a_term_does_not_link_it() -> None:
    assert marked("<p>A shard and a log.</p>", "pattern:sharding") == f"<p>A shard and a {link('log', 'log')}.</p>"
