"""Removal of comments from published scripts."""

import re

from mkdocs.structure.files import File

FOLDER = "assets/js/"
VENDOR = f"{FOLDER}vendor/"
"""Libraries are published unchanged, because their comments name the licence."""
COMMENT_LINE = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
COMMENT_BLOCK = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*$", re.MULTILINE | re.DOTALL)


def is_own_script(file: File) -> bool:
    """Return whether a file is one of our own scripts."""
    path = file.src_uri
    return path.startswith(FOLDER) and path.endswith(".js") and not path.startswith(VENDOR)


def without_comments(script: str) -> str:
    """Return a script without comments on separate lines; line numbers do not change."""
    script = COMMENT_BLOCK.sub(lambda match: "\n" * match[0].count("\n"), script)
    return COMMENT_LINE.sub("", script)
