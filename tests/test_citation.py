"""CITATION.cff has what its format requires, and agrees with the project's own files."""

import tomllib
from pathlib import Path

import yaml

from handbook.exports.feeds import AUTHOR, SITE

ROOT = Path(__file__).parents[1]
REQUIRED = {"cff-version", "message", "title", "authors"}


def test_the_citation_agrees_with_the_project() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert set(citation) >= REQUIRED
    assert citation["version"] == project["version"]
    assert citation["license"] == "CC-BY-4.0"
    assert citation["authors"] == [{"name": AUTHOR}]
    assert citation["title"].startswith(f"{SITE}: ")
    assert f"\nsite_url: {citation['url']}\n" in settings
    assert f"\nrepo_url: {citation['repository-code']}\n" in settings
