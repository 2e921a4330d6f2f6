"""An order that looks like chance and is the same in every build."""

from hashlib import sha256


def chance(*names: str) -> str:
    """Return a key to sort by that depends on `names` alone, and shows nothing of them."""
    return sha256(" ".join(names).encode()).hexdigest()
