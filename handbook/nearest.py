"""Suggestions for misspelt words."""

from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return `; did you mean …?` with the one to three candidates nearest to `word`, or an empty string."""
    known = list(candidates)
    near = get_close_matches(word, known, n=3, cutoff=0.7) or [name for name in known if word and word in name][:3]
    words = " or ".join(f"`{name}`" for name in near)
    return f"; did you mean {words}?" if near else ""


def one_of(candidates: Iterable[str], most: int = 12) -> str:
    """Return up to `most` candidates as a comma-separated list."""
    known = sorted(candidates)
    more = f" … ({len(known) - most} more)" if len(known) > most else ""
    return ", ".join(f"`{name}`" for name in known[:most]) + more


def unknown(found: str, name: str, known: Collection[str], remedy: str = "") -> Callable[[], str]:
    """Return a function that makes the message that `name` is not `known`, because finding the nearest word is slow."""

    def message() -> str:
        there_are = f"; there are {one_of(known, 20)}" if known else "; there are none"
        return f"{found}{did_you_mean(name, known) or remedy or there_are}"

    return message
