"""One stylesheet from the theme's and ours: the rules that our pages use, and what they read."""

import gzip
import re
from pathlib import Path

from handbook.publishing.hashed_names import hashed_folder
from stylesheet import SITE, USED, rules, stylesheet

THEME = """@charset "utf-8";/*! theme } */
:root{--read:url("data:image/svg+xml;utf8,<svg a='{;}'/>");--unread:url("x;}");--chain:1;--end:var(--chain)}
a{color:var(--read)}.md-grid,.md-search .md-grid{width:1rem}
.md-grid:not(.md-nav){margin:0}.md-grid>:last-child{margin:0}
@media print{.md-search{display:none}.md-grid{display:block}}
@media screen{.md-search{top:0}}
@keyframes fact{0%{top:0}to{top:1px}}
[data-md-color-primary=red]{--red:red}[data-md-color-scheme=slate]{color:black}
"""
OWN = """/* Ours. */
.hs-x {
  content: var(--end);
}
"""


def test_the_rules_that_our_pages_use_are_kept_and_others_are_not() -> None:
    assert stylesheet([THEME], [OWN]) == (
        """:root{--read:url("data:image/svg+xml;utf8,<svg a='{;}'/>");--chain:1;--end:var(--chain)}
a{color:var(--read)}
.md-grid{width:1rem}
.md-grid:not(.md-nav){margin:0}
@media print{.md-grid{display:block}
}
[data-md-color-scheme=slate]{color:black}
.hs-x {
content: var(--end);
}
"""
    )


def test_a_rule_ends_where_its_brace_is_closed() -> None:
    text = """@import "a;b";x{content:"}"}/* } */@media y{x{z:0}w{z:'\\'}'}}"""
    assert list(rules(text)) == ['@import "a;b";', 'x{content:"}"}', "@media y{x{z:0}w{z:'\\'}'}}"]


def test_the_page_has_no_class_of_the_theme_whose_rules_were_left_out(real_site: Path) -> None:
    """Otherwise the page would look as if the theme had no rules for it: add the class to `USED`."""
    classes = {
        name
        for page in real_site.rglob("*.html")
        for found in re.findall(r'\bclass="([^"]*)"', page.read_text(encoding="utf-8"))
        for name in found.split()
        if name.startswith("md-")
    }
    assert len(classes) > 20
    assert classes - USED <= {"md-dialog", "md-dialog__inner", "md-typeset", "md-nav__icon"}, "these are always empty"


def test_the_stylesheet_is_small_and_whole(real_site: Path) -> None:
    text = (hashed_folder(real_site, "assets/css") / Path(SITE).name).read_text(encoding="utf-8")
    assert text.count("{") == text.count("}") > 500
    assert len(gzip.compress(text.encode())) < 25_000
    for part in (".md-header{", ".hs-page {", "@media print {", "@font-face"):
        assert part in text
    assert "body:has(" not in text, "it makes a browser style the whole page at each change of it"
    for folder in ("stylesheets", "javascripts"):
        assert not (real_site / "assets" / folder).exists()
