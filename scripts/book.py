"""Write the handbook as a book: `book/how-it-scaled.epub` and `book/how-it-scaled.pdf`."""

import shutil
import sys
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from tqdm import tqdm

sys.path.insert(0, str(Path(__file__).parents[1] / "hooks"))

from bookbinding.chapters import Chapters, Part, count_of
from bookbinding.epub import write_epub
from bookbinding.pdf import write_pdf
from engine import elk
from handbook.checks.catalogue import find_problems
from handbook.checks.dates import latest_date
from handbook.faces import Casebook, make_casebook
from handbook.library import Library
from handbook.reading import read_library
from handbook.site import make_site

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "book"
FONTS, STYLE = ROOT / "docs" / "assets" / "fonts", Path(__file__).parent / "bookbinding" / "book.css"


def main() -> None:
    """Run the command."""
    library = _read()
    book = make_casebook(library)
    about = _about()
    with tqdm(total=count_of(book) + 3, unit="chapter", disable=None) as bar:
        site = make_site(library, engine=elk(ROOT / ".cache" / "layouts"))
        parts = tuple(Chapters(book, site, bar.update).parts())
        FOLDER.mkdir(exist_ok=True)
        _epub(deepcopy(parts), about, book)
        bar.update()
        _pdf(parts, about, bar.update)
    for path in sorted(FOLDER.iterdir()):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB")


def _read() -> Library:
    """Return the published library, or end with the list of its problems."""
    reading = read_library(Path("content"))
    problems = find_problems(reading, latest_date(datetime.now(UTC)))
    if reading.library is None or problems:
        sys.exit("\n".join(map(str, problems)))
    return reading.library.published()


def _about() -> dict[str, str]:
    """Return the title and the address of the site, from its settings, with the author and the licence."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return {
        "title": settings["site_name"],
        "description": settings["site_description"],
        "address": settings["site_url"],
        "author": f"The contributors of {settings['site_name']}",
        "rights": "Content: Creative Commons Attribution 4.0 (CC BY 4.0)",
    }


def _epub(parts: tuple[Part, ...], about: dict[str, str], book: Casebook) -> None:
    """Write the EPUB; its date is that of the latest review, so that the same content gives the same file."""
    dates = [entry.data.reviewed.latest for entry in book.library.entries() if entry.data.reviewed]
    changed = datetime.combine(max(dates, default=date(2000, 1, 1)), time(), UTC)
    style = "\n".join(line for line in STYLE.read_text(encoding="utf-8").splitlines() if "@font-face" not in line)
    write_epub(parts, style, about, changed, FOLDER / "how-it-scaled.epub")


def _pdf(parts: tuple[Part, ...], about: dict[str, str], tick: Callable[[], object]) -> None:
    with TemporaryDirectory(prefix="how-it-scaled-") as name:
        folder = Path(name)
        shutil.copy(STYLE, folder)
        shutil.copytree(FONTS, folder / "fonts")
        write_pdf(parts, about, folder, FOLDER / "how-it-scaled.pdf", tick)


if __name__ == "__main__":
    main()
