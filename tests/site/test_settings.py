"""Sites with other settings: pages omit what is not set, and do not mention GitHub if the repository is elsewhere."""

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import urljoin, urlsplit

import pytest

LayOut = Callable[..., Path]
Build = Callable[..., "CompletedProcess[str]"]
NONE = re.compile(r"\bNone\b")
"""What a template prints for a missing setting."""
GITLAB = "https://gitlab.com/somebody/handbook"
CODEBERG = "https://codeberg.org/somebody/handbook"


def nones(pages: dict[str, str]) -> dict[str, int]:
    """Return how often `None` appears on each page; two pages show Python code that has it."""
    return {path: len(NONE.findall(text)) for path, text in pages.items()}


def texts(site: Path) -> dict[str, str]:
    """Return the text of every HTML and XML file of a site by path."""
    paths = [path for pattern in ("*.html", "*.xml") for path in site.rglob(pattern)]
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.parametrize(
    "settings",
    [
        {"site_url": None},
        {"repo_url": None},
        {"copyright": None},
        {"site_url": None, "repo_url": None, "edit_uri": None, "site_description": None, "copyright": None},
    ],
    ids=lambda settings: ", ".join(settings),
)
def test_what_is_not_set_is_left_out(
    settings: dict[str, None], lay_out: LayOut, build: Build, sample_site: Path
) -> None:
    usual = texts(sample_site)
    project = lay_out("project", **settings)
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout
    found = texts(project / "site")
    assert found.keys() == usual.keys()
    assert nones(found) == nones(usual)
    assert ("og:image" in found["index.html"]) == ("site_url" not in settings)
    assert ("Source code</a>" in found["index.html"]) == ("repo_url" not in settings)
    assert "og:title" in found["index.html"]


def frame(path: str, text: str) -> str:
    """Return a page without expected mentions of GitHub: the texts on hosts, and the address of MiniSearch."""
    hosts = ("contribute/hosting/index.html", "contribute/scale/index.html")
    text = text[text.index("<footer") :] if path in hosts else text
    return text.replace("https://lucaong.github.io", "")


@pytest.mark.parametrize(("address", "edit"), [(GITLAB, "-/edit/main/docs/"), (CODEBERG, "_edit/main/docs/")])
def test_a_repository_elsewhere_is_not_said_to_be_on_github(
    address: str, edit: str, lay_out: LayOut, build: Build
) -> None:
    project = lay_out("project", repo_url=address, edit_uri=edit, site_url="https://handbook.example/")
    done = build(project, project / "site")
    assert done.returncode == 0, done.stdout
    found = texts(project / "site")
    assert [path for path, text in found.items() if "github" in frame(path, text).lower()] == []
    assert re.search(f'<a href="{address}"[^>]*>Source code</a>', found["index.html"])
    page = found["patterns/batching/index.html"]
    (link,) = re.findall(r'<p class="hs-edit"><a href="([^"]+)"', page)
    assert urljoin(link, urlsplit(link).path) == f"{address}/{edit.removesuffix('docs/')}content/patterns/batching.yml"
    assert ' <a href="../../contribute/ways/#two-minutes-one-claim" data-report>Something wrong?</a>' in page


def test_the_usual_site_says_where_it_is(sample_site: Path) -> None:
    page = texts(sample_site)["patterns/batching/index.html"]
    image = (
        '<meta property="og:image" content="https://how-it-scaled.github.io/how-it-scaled/patterns/batching/card.png">'
    )
    assert image in page
    assert re.search('<a href="https://github.com/how-it-scaled/how-it-scaled"[^>]*>Source code</a>', page)
    form = "https://github.com/how-it-scaled/how-it-scaled/issues/new?template=wrong-fact.yml"
    assert f' <a href="{form}&amp;entry=patterns/batching" data-report>Something wrong?</a>' in page
    without_file = texts(sample_site)["lessons/index.html"]
    assert f' <a href="{form}&amp;entry=/lessons/" data-report>Something wrong?</a>' in without_file
