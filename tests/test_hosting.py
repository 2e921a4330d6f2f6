"""The examples on the hosting page match handbook/policy.py."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import policy
from handbook.exports.hosting import headers_file, nginx

PAGE = Path(__file__).parents[1] / "docs" / "contribute" / "hosting.md"
EXAMPLES = {"http": "".join(f"{name}: {value}\n" for name, value in policy.headers().items()), "nginx": nginx()}


@pytest.mark.parametrize("language", EXAMPLES)
def test_the_page_on_hosting_shows_the_policy(language: str, compare: Callable[[str, Path], None]) -> None:
    block = re.compile(rf"(?<=```{language}\n).+?(?=```\n)", re.DOTALL)
    text, count = block.subn(lambda _: EXAMPLES[language], PAGE.read_text(encoding="utf-8"))
    assert count == 1
    compare(text, PAGE)


def test_nginx_sends_every_header_and_keeps_for_good_what_carries_a_hash() -> None:
    sent = dict(re.findall(r'^    add_header (\S+) "?(.*?)"? always;$', nginx(), re.MULTILINE))
    assert sent == {**policy.headers(), "Cache-Control": "$how_it_scaled_cache"}
    (kept,) = re.findall(r'~(\S+) "public, max-age=31536000, immutable";', nginx())
    assert all(re.search(kept, f"/{start}x") for start in policy.HASHED)
    assert not any(re.search(kept, path) for path in ("/index.html", "/texts.js", "/x/assets/", "/database/"))


def test_hosts_that_read_headers_from_a_file_keep_for_good_what_carries_a_hash() -> None:
    rules = dict(re.findall(r"^/(\S+)\*\n  Cache-Control: (.*)$", headers_file().text, re.MULTILINE))
    assert rules == dict.fromkeys(policy.HASHED, policy.FOR_GOOD)
