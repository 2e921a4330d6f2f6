"""Checks of a published folder."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from handbook.publishing.ledger import NAME, digests, read_ledger

FOREIGN = {
    ".git/HEAD": "ref: refs/heads/pages\n",
    ".htaccess": "Options -Indexes\n",
    ".well-known/security.txt": "Contact: mailto:someone@example.org\n",
    "CNAME": "handbook.example\n",
    "somebody/index.html": "a page of somebody else\n",
}
"""Files in an output folder that do not belong to the site."""
LINK = re.compile(r'(?:href|src)="([^"#?:]*)["#?]')


def add_foreign_files(folder: Path) -> None:
    """Add foreign files to an output folder, which must stay there."""
    for path, text in FOREIGN.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def not_whole(folder: Path, *sites: Path) -> str | None:
    """Return how a folder with foreign files differs from each of these sites, or None if it equals one of them."""
    differences = [_difference(folder, site) for site in sites]
    return None if None in differences else f"{folder} is no whole site: {'; '.join(map(str, differences))}"


def _difference(folder: Path, site: Path) -> str | None:
    found, wanted = digests(folder), digests(site)
    ledger = read_ledger(folder)
    if not ledger or not ledger.finished or ledger.files != wanted:
        return f"its ledger is not that of {site}"
    extra = found.keys() - wanted.keys() - ledger.kept.keys() - FOREIGN.keys()
    wrong = [path for path, content in wanted.items() if found.get(path) != content]
    return f"wrong {wrong[:3]}, left over {sorted(extra)[:3]}" if wrong or extra else None


def not_kept(folder: Path) -> str | None:
    """Return a fault that names a changed foreign file, or None."""
    for path, text in FOREIGN.items():
        if not (folder / path).is_file() or (folder / path).read_text() != text:
            return f"{folder / path} was touched"
    return None


def dead_links(folder: Path) -> str | None:
    """Return a fault that names a truncated page or a missing file, or None."""
    for page in folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if page.relative_to(folder).as_posix() in FOREIGN or page.name == "404.html":
            continue
        if not html.rstrip().endswith("</html>"):
            return f"{page} is cut off"
        for target in _targets(page, LINK.findall(html)):
            if not target.is_file():
                return f"{page} refers to {target}, which is not there"
    return None


def _targets(page: Path, links: Iterable[str]) -> Iterator[Path]:
    for link in filter(None, links):
        target = page.parent / unquote(link)
        yield target / "index.html" if link.endswith(("/", ".")) else target


def nothing_left(folder: Path) -> str | None:
    """Return a fault that names files that a build should have removed, or None."""
    left = [path.name for path in folder.glob(".hs-*") if path.name != NAME]
    return f"left behind in {folder}: {left}" if left else None
