"""The text of a page: its parts, without what is no text, and its words."""

from handbook.exports.text_records import PagePart, PageText
from handbook.texts.page import indexed, page_text, text_file

HTML = """<body><nav>Menu</nav><article data-searched>
<h1>Redis<a class="headerlink" href="#x">#</a></h1><p>An in-<b>memory</b> store.</p><svg><text>drawn</text></svg>
<section id="limits"><h3>Limits</h3><ul><li>One</li><li>core &lt;x&gt;<sup class="hs-cite">1</sup></li></ul></section>
<h2 id="empty">Empty</h2><div data-unsearched>Repeated</div>
<details id="more"><summary>More</summary><p>Cores, cores</p></details></article></body>"""


def test_parts_begin_at_places_to_which_a_result_can_lead() -> None:
    assert page_text(HTML) == PageText("Redis", (
        PagePart("", "", "Redis An in-memory store."),
        PagePart("limits", "Limits", "Limits One core <x>"),
        PagePart("empty", "Empty", "Empty"),
        PagePart("more", "More", "More Cores, cores"),
    ))  # fmt: skip


def test_a_page_without_an_article_for_the_search_has_no_text() -> None:
    assert page_text("<body><article><h1>Not found</h1></article></body>") is None


def test_words_are_counted_and_those_of_the_title_count_more() -> None:
    text = PageText("Redis cores", (PagePart("a", "Core", "core, memory"),))
    found = indexed("/x/", "<article>", text)
    assert dict(zip(found.stems.split(), found.counts, strict=True)) == {"cor": 2 + 5, "memory": 1, "redi": 5}
    assert (found.url, found.length, found.is_last) == ("/x/", 3, False)
    assert indexed("/x/", "<div data-searched-last>", text).is_last


def test_the_file_stands_beside_the_page_and_escapes_nothing_that_json_does_not() -> None:
    file = text_file("/a/b/", PageText('</script> "x"', ()))
    assert file.path == "a/b/text.js"
    assert file.text == (
        'hsData("a/b/text.js",{"title":"</script> \\"x\\"","parts":{"anchor":[],"title":[],"text":[]}})\n'
    )
