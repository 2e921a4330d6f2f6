"""The fix of a whole file: all mechanical fixes in turn, until nothing changes."""

import re

from handbook.files import MAX_BYTES
from handbook.fixes.nodes import Pairs, edited, parse
from handbook.fixes.order import in_order
from handbook.fixes.quotes import quoted_values
from handbook.fixes.signs import plain_signs
from handbook.fixes.values import Fixer, own_ids
from handbook.known import Known
from handbook.model.kinds import KIND_BY_NAME, editor_comment, schema_comment
from handbook.model.vocabulary import Vocabulary

ROUNDS = 10
"""The maximum number of rounds: a fix can make the next mistake readable."""
SCHEMA = re.compile(r"\A# yaml-language-server:.*\n")
DRAFT = re.compile(r"^draft: true\b", re.MULTILINE)


def repair(content: bytes, kind: str, known: Known) -> bytes:
    """Return the `content` of a file with every mechanical mistake fixed; what is left is for a person.

    `kind` is the kind of the entry in the file, or `vocabulary`.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content
    if not text.strip() or len(content) > MAX_BYTES:
        return content
    for _ in range(ROUNDS):
        before, text = text, _repaired(text, kind, known)
        if text == before:
            break
    return text.encode()


def _repaired(text: str, kind: str, known: Known) -> str:
    text = _with_schema(_quoted(plain_signs(text)), kind)
    tree = parse(text)
    if not isinstance(tree, Pairs):
        return text
    shape = KIND_BY_NAME[kind].shape if kind in KIND_BY_NAME else Vocabulary
    fixer = Fixer(known, own_ids(tree, shape), text)
    return in_order(edited(text, fixer.edits(tree, shape)), shape)


def _quoted(text: str) -> str:
    better = quoted_values(text)
    return text if parse(text) and not parse(better) else better


def _with_schema(text: str, kind: str) -> str:
    """Return `text` with the comment that tells editors the schema, as the first line. A draft may keep its own."""
    if text.startswith(f"{editor_comment(kind)}\n") and DRAFT.search(text):
        return text
    return f"{schema_comment(kind)}\n{SCHEMA.sub('', text)}"
