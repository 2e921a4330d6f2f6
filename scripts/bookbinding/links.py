"""Where the links of the book lead: to a place in a chapter, or to the published site for what the book leaves out."""

from collections.abc import Callable, Iterable
from urllib.parse import urldefrag

from bookbinding.chapters import SITE, Chapter, name_of

Form = Callable[[str, str], str]


def resolve(chapters: Iterable[Chapter], form: Form, published: str) -> None:
    """Set all links; `form` makes the address of an id in a chapter, `published` is the address of the site."""
    ids = {chapter.name: ids_of(chapter) for chapter in chapters}
    for chapter in chapters:
        for element in chapter.body.iter():
            if (href := element.get("href")) and href.startswith(SITE):
                element.set("href", _address(href.removeprefix(SITE), ids, form, published.rstrip("/")))


def ids_of(chapter: Chapter) -> set[str]:
    """Return the ids in a chapter."""
    return {name for element in chapter.body.iter() if (name := element.get("id"))}


def _address(target: str, ids: dict[str, set[str]], form: Form, published: str) -> str:
    path, fragment = urldefrag(target)
    name = name_of(path)
    wanted, title = f"{name}-{fragment}", f"{name}-title"
    if wanted in ids.get(name, ()):
        return form(name, wanted)
    whole = not path.endswith("/evidence/")  # of an evidence page, the book has the sources alone
    return form(name, title) if whole and title in ids.get(name, ()) else f"{published}{target}"
