"""The book as PDF, printed by the browser of the tests. A first print tells on which page each chapter begins."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

import pikepdf
from playwright.sync_api import sync_playwright

from bookbinding.chapters import Part
from bookbinding.links import resolve
from bookbinding.markup import to_text
from install_browser import LAUNCH_FLAGS, find_browser

PAGE = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB"><head><title>{title}</title>'
    '<link rel="stylesheet" href="book.css"/></head><body>{body}</body></html>'
)
FOOTER = '<p style="font: 8px sans-serif; margin: 0 auto"><span class="pageNumber"></span></p>'
Tick = Callable[[], object]


def write_pdf(parts: Sequence[Part], about: dict[str, str], folder: Path, path: Path, tick: Tick) -> None:
    """Write the book; `folder` holds book.css and its typefaces, and is where the browser reads the pages."""
    resolve([chapter for part in parts for chapter in part.chapters], lambda _, anchor: f"#{anchor}", about["address"])
    text = "".join(_part(part) for part in parts)
    numbers: Mapping[str, int] = {}
    for final in (False, True):  # the numbers of the second print move nothing, because their places have a fixed width
        body = f"{_front(about)}{_contents(parts, numbers)}{text}"
        _print(PAGE.format(title=escape(about["title"]), body=body), folder, path, outline=final)
        numbers = numbers_in(path)
        tick()
    _pack(path)


def _front(about: dict[str, str]) -> str:
    lines = "".join(f"<p>{escape(about[name])}</p>" for name in ("description", "author", "rights", "address"))
    return f'<section class="front"><h1>{escape(about["title"])}</h1>{lines}</section>'


def _contents(parts: Sequence[Part], numbers: Mapping[str, int]) -> str:
    listed = "".join(f"<li>{escape(part.title)}<ol>{_entries(part, numbers)}</ol></li>" for part in parts)
    return f'<section class="contents"><h1>Contents</h1><ol>{listed}</ol></section>'


def _entries(part: Part, numbers: Mapping[str, int]) -> str:
    return "".join(_entry(one.title, f"{one.name}-title", numbers) for one in part.chapters)


def _entry(title: str, anchor: str, numbers: Mapping[str, int]) -> str:
    return f'<li><a href="#{anchor}">{escape(title)}</a><span class="page">{numbers.get(anchor, "")}</span></li>'


def _part(part: Part) -> str:
    text = "".join(to_text(one.body) for one in part.chapters)
    return f'<section class="part"><h1>{escape(part.title)}</h1></section>{text}'


def _print(html: str, folder: Path, path: Path, outline: bool) -> None:
    page_file = folder / "book.xhtml"
    page_file.write_text(html, encoding="utf-8")
    program = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(LAUNCH_FLAGS))
        page = browser.new_page()
        page.set_default_timeout(0)
        page.goto(page_file.as_uri())
        page.pdf(
            path=path,
            format="A4",
            margin={"top": "18mm", "bottom": "18mm", "left": "16mm", "right": "16mm"},
            outline=outline,
            tagged=outline,
            print_background=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=FOOTER,
        )
        browser.close()


def numbers_in(path: Path) -> dict[str, int]:
    """Return the number of the page on which each named place of a PDF is."""
    with pikepdf.open(path) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        return {name.removeprefix("/"): numbers[place[0].objgen] for name, place in document.Root.Dests.items()}


def _pack(path: Path) -> None:
    """Pack the small objects of a PDF into compressed streams, which halves it."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
