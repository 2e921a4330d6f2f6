"""Scripts as they are published: comments are for those who write a script, not for those who load it."""

import re

from mkdocs.structure.files import File

FOLDER = "assets/js/"
VENDOR = f"{FOLDER}vendor/"
"""Libraries are published as they come: their comments name the licence."""
COMMENT_LINE = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
COMMENT_BLOCK = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*$", re.MULTILINE | re.DOTALL)


def is_own_script(file: File) -> bool:
    """Tell whether a file is a script of ours."""
    path = file.src_uri
    return path.startswith(FOLDER) and path.endswith(".js") and not path.startswith(VENDOR)


def without_comments(script: str) -> str:
    """Return a script without the comments that stand on lines of their own; every line keeps its number."""
    script = COMMENT_BLOCK.sub(lambda match: "\n" * match[0].count("\n"), script)
    return COMMENT_LINE.sub("", script)
