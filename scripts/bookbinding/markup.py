"""From the HTML of a page to the XHTML of a chapter: what only a screen can use goes, folds open, links lead on."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

import html5lib

XHTML, SVG = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"
ONLY_ON_SCREEN = {"script", "form", "button", "nav", "fieldset", "input", "template", "link"}
CLASSES_ONLY_ON_SCREEN = {
    "hs-permalink", "hs-skip", "hs-player", "hs-player__step", "hs-chosen", "hs-diagram__tools", "hs-diagram__hint",
    "hs-print", "hs-breadcrumbs", "hs-next", "hs-back", "hs-upkeep",
}  # fmt: skip
NAMES_OF_IDS = ("aria-labelledby", "aria-describedby", "headers", "for")
KEPT_ATTRIBUTES = {"id", "class", "href", "title", "datetime", "lang", "dir", "scope", "colspan", "rowspan", "alt"}
HEADING = re.compile("h([1-5])")
Resolve = Callable[[str], str]

ET.register_namespace("", XHTML)
ET.register_namespace("svg", SVG)


def chapter_of(html: str, resolve: Resolve, prefix: str) -> ET.Element:
    """Return the content of a page as a `section`; `resolve` says where a link leads, and `prefix` keeps ids apart."""
    parsed = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=True)
    section = ET.Element(f"{{{XHTML}}}section", {"class": "chapter"})
    section.extend(parsed)
    _clean(section)
    for element in section.iter():
        _adapt(element, resolve, prefix)
    return section


def text_of(element: ET.Element) -> str:
    """Return the text of an element in one line."""
    return " ".join("".join(element.itertext()).split())


def find(section: ET.Element, name: str, kind: str = "") -> Iterator[ET.Element]:
    """Yield the elements with a local name, and with a class if one is given."""
    return (element for element in section.iter() if _local(element) == name and (not kind or kind in _kinds(element)))


def to_text(element: ET.Element) -> str:
    """Return an element as XML, with XHTML as the default namespace."""
    return ET.tostring(element, encoding="unicode")


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _kinds(element: ET.Element) -> list[str]:
    return element.get("class", "").split()


def _clean(parent: ET.Element) -> None:
    """Remove what only a screen can use, and keep the text after it."""
    previous: ET.Element | None = None
    for child in list(parent):
        if _goes(child):
            _keep_tail(parent, previous, child.tail or "")
            parent.remove(child)
            continue
        _unfold(child)
        _clean(child)
        previous = child


def _goes(element: ET.Element) -> bool:
    if _local(element) in ONLY_ON_SCREEN or not isinstance(element.tag, str):
        return True
    return "hidden" in element.attrib or bool(CLASSES_ONLY_ON_SCREEN & set(_kinds(element)))


def _keep_tail(parent: ET.Element, previous: ET.Element | None, tail: str) -> None:
    if previous is None:
        parent.text = (parent.text or "") + tail
    else:
        previous.tail = (previous.tail or "") + tail


def _unfold(element: ET.Element) -> None:
    """Turn a fold into a section with a heading, because paper does not open."""
    if _local(element) == "details":
        element.tag = f"{{{XHTML}}}section"
    if _local(element) == "summary":
        element.tag = f"{{{XHTML}}}p"
        element.set("class", "summary")


def _lower(element: ET.Element) -> None:
    """Lower a heading by one level, because parts of the book have the first."""
    if found := HEADING.fullmatch(_local(element)):
        element.tag = f"{{{XHTML}}}h{int(found[1]) + 1}"


def _adapt(element: ET.Element, resolve: Resolve, prefix: str) -> None:
    """Prefix the ids of an element, resolve its link and lower its heading; attributes for scripts go."""
    _lower(element)
    in_picture = str(element.tag).startswith(f"{{{SVG}}}")
    for name, value in list(element.attrib.items()):
        if name == "href":
            element.set(name, resolve(value))
        elif name == "id":
            element.set(name, prefix + value)
        elif name in NAMES_OF_IDS:
            element.set(name, " ".join(prefix + one for one in value.split()))
        elif value.startswith("url(#"):
            element.set(name, f"url(#{prefix}{value[5:]}")
        elif not (in_picture or name in KEPT_ATTRIBUTES) or name.startswith(("data-", "{")):
            del element.attrib[name]
