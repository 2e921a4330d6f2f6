"""The pages of the sample handbook match the golden pages; `pytest --rewrite` updates them."""

import shutil
from pathlib import Path

import pytest

from handbook.library import Library
from handbook.renderer import Renderer
from handbook.site import make_site

GOLDEN = Path(__file__).parents[1] / "golden"


def test_pages_are_as_expected(library: Library, request: pytest.FixtureRequest, subtests: pytest.Subtests) -> None:
    site, renderer = make_site(library), Renderer()
    made = {_name(page.url): renderer.page(page).html for page in site.pages}
    made |= {_name(redirect.url): renderer.redirect(redirect) for redirect in site.redirects}
    if request.config.getoption("--rewrite"):
        _write(made)
    expected = {path.relative_to(GOLDEN).as_posix(): path for path in GOLDEN.rglob("*.html")}
    assert sorted(made) == sorted(expected)
    for name, html in made.items():
        with subtests.test(page=name):
            assert html == expected[name].read_text(encoding="utf-8")


def _name(url: str) -> str:
    return f"{url.strip('/') or 'index'}.html"


def _write(pages: dict[str, str]) -> None:
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, html in pages.items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_text(html, encoding="utf-8")
