"""The pages that a change touches: those that appear, vanish or change, and the pairs of lessons that contradict."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.library import Library
from handbook.links import contradictions, lesson_id
from handbook.renderer import SitePage
from handbook.site import make_site
from handbook.views.sections import PageView


@dataclass(frozen=True, slots=True)
class Touched:
    """The addresses of pages, and the pairs of lessons, each as two addresses `case:lesson`."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]
    new_pairs: tuple[tuple[str, str], ...]
    gone_pairs: tuple[tuple[str, str], ...]


def touched(old: Library, new: Library) -> Touched:
    """Return what differs between the sites of two libraries without problems. Views are compared, not HTML."""
    before, after = ({page.url: page for page in make_site(library).pages} for library in (old, new))
    pairs, pairs_now = set(_pairs(old)), set(_pairs(new))
    return Touched(
        new=tuple(url for url in after if url not in before),
        gone=tuple(url for url in before if url not in after),
        changed=tuple(url for url, page in after.items() if url in before and _shown(before[url]) != _shown(page)),
        new_pairs=tuple(sorted(pairs_now - pairs)),
        gone_pairs=tuple(sorted(pairs - pairs_now)),
    )


def _shown(page: SitePage) -> tuple[str, str, PageView]:
    return page.title, page.description, page.view()


def _pairs(library: Library) -> Iterator[tuple[str, str]]:
    for pair in contradictions(library):
        one, other = (":".join(lesson_id(lesson)) for lesson in pair)
        yield one, other
