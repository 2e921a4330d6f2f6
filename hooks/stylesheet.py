"""One stylesheet for all pages: the rules of the theme that our pages use, then our own."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

SITE = "assets/css/site.css"
THEME = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
LEFT_OUT = ("assets/stylesheets/", "assets/javascripts/")
"""Folders of the theme: its rules are joined with ours, and its scripts serve a search and menus that we lack."""
# fmt: off
USED = frozenset({
    "js", "no-js", "headerlink", "md-container", "md-content", "md-content__inner", "md-ellipsis", "md-footer",
    "md-grid", "md-header", "md-header__button", "md-header__inner", "md-header__option", "md-icon", "md-main",
    "md-main__inner", "md-nav", "md-nav--secondary", "md-nav__item", "md-nav__link", "md-nav__link--active",
    "md-nav__list", "md-nav__title", "md-option", "md-overlay", "md-sidebar", "md-sidebar--secondary",
    "md-sidebar__inner", "md-sidebar__scrollwrap", "md-skip", "md-toggle",
})
# fmt: on
"""The classes of the theme that our pages have and that its rules are to style."""
LAST = ":last-child"
"""With such a rule of the theme, a browser styles all of a long page again when it has read the end."""
TOKEN = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]""", re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTOR_END = re.compile(r",(?![^()\[]*[)\]])")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
OTHER_COLOURS = re.compile(r"\[data-md-color-(?:primary|accent)=(?!custom)")
READ = re.compile(r"var\(\s*(--[\w-]+)")
EMPTY = re.compile(r"^[^{}\n]*\{\}\n", re.MULTILINE)
DECLARED = re.compile(r"""(?<=[{;])(--[\w-]+):((?:"(?:[^"\\]|\\.)*"|[^;{}"])*);?""")


def join_styles(files: Files, config: MkDocsConfig) -> None:
    """Replace the stylesheets of the theme and of mkdocs.yml by one."""
    own = [_taken(files, str(path)) for path in config.extra_css]
    theme = [path.read_text(encoding="utf-8") for path in _of_theme(config)]
    for file in [file for file in files if file.src_uri.startswith(LEFT_OUT)]:
        files.remove(file)
    files.append(File.generated(config, SITE, content=stylesheet(theme, own)))
    config.extra_css = [SITE]


def _taken(files: Files, path: str) -> str:
    file = files.get_file_from_path(path)
    assert file, f"mkdocs.yml lists {path}, which does not exist"
    files.remove(file)
    return file.content_string


def _of_theme(config: MkDocsConfig) -> Iterator[Path]:
    for pattern in THEME:
        yield next(path for folder in config.theme.dirs for path in sorted(Path(folder).glob(pattern)))


def stylesheet(theme: Iterable[str], own: Iterable[str]) -> str:
    """Return the rules of `theme` that can match our pages, then `own`, without comments."""
    ours = "".join(re.sub(r"\s*\n\s*", "\n", COMMENT.sub("", text)) for text in own)
    return _without_unused("\n".join(kept(text) for text in theme), ours) + ours.lstrip()


def kept(text: str) -> str:
    """Return the rules of a stylesheet whose selectors name only classes in `USED`."""
    return "".join(_kept_rule(rule) for rule in rules(text))


def _kept_rule(rule: str) -> str:
    head, brace, body = rule.partition("{")
    if head.startswith(("@media", "@supports")):
        inner = kept(body[:-1])
        return f"{head}{{{inner}}}\n" if inner else ""
    if head.startswith("@"):
        return "" if head.startswith(("@charset", "@keyframes")) else f"{rule}\n"
    selectors = [selector for selector in SELECTOR_END.split(head) if _is_used(selector)]
    return f"{','.join(selectors)}{brace}{body}\n" if selectors else ""


def _is_used(selector: str) -> bool:
    is_ours = USED.issuperset(CLASS.findall(selector)) and LAST not in selector
    return is_ours and not OTHER_COLOURS.search(selector)


def rules(text: str) -> Iterator[str]:
    """Yield the top-level rules of a stylesheet, without comments."""
    text = COMMENT.sub("", text)
    start = depth = 0
    for token in TOKEN.finditer(text):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth == 0 and token[0] in ("}", ";"):
            yield text[start : token.end()].strip()
            start = token.end()


def _without_unused(theme: str, own: str) -> str:
    """Return the theme's rules without custom properties that nothing reads, of which most are icons."""
    read = set(READ.findall(theme + own))
    shorter = DECLARED.sub(lambda found: found[0] if found[1] in read else "", theme)
    return EMPTY.sub("", theme) if shorter == theme else _without_unused(shorter, own)
