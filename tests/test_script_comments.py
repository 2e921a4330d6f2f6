"""Removal of comments from published scripts, which keeps line numbers."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "hooks"))
from script_comments import without_comments

SCRIPTS = Path(__file__).parents[1] / "docs" / "assets" / "js"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("// What it is.\nlet a = 1\n", "\nlet a = 1\n"),
        ("/** Why. */\nlet a = 1\n", "\nlet a = 1\n"),
        ("  /**\n   * Why.\n   * @param {string} a\n   */\n  f(a)\n", "\n\n\n\n  f(a)\n"),
        ("let a = 1 // two\n", "let a = 1 // two\n"),
        ("/** @type {A} */ (b)\n/** Why. */\nc\n", "/** @type {A} */ (b)\n\nc\n"),
        ('const a = "https://example.org/"\n', 'const a = "https://example.org/"\n'),
        ("const a = 6 /* six */ / 2\n", "const a = 6 /* six */ / 2\n"),
    ],
)
def test_comments_on_lines_of_their_own_go(before: str, after: str) -> None:
    assert without_comments(before) == after


def test_no_script_has_a_text_over_several_lines_that_could_be_taken_for_a_comment() -> None:
    scripts = sorted(SCRIPTS.glob("*.js"))
    assert scripts
    odd = [
        path.name for path in scripts for line in path.read_text(encoding="utf-8").splitlines() if line.count("`") % 2
    ]
    assert odd == []
