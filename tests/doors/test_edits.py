"""Changes of YAML files: the value changes, and nothing else does."""

import pytest

from handbook.doors.edits import EntryEdit, edited
from handbook.doors.refusal import RefusedFormError
from handbook.source import read_source

FILE = """# a comment
name: Old   # of the name
text: >-
  Two lines
  of words.

items:
  # of the items
  - {id: one, at: "x: y"}   # of one
  - id: two
    at: z
flow: {key: a, list: [1, 2]}
bare:
- p
empty: []
last: end"""
HOSTILE = (
    "plain", "", "no", "null", "1.5", "1e3", "2013", "0x1f", "~", "- a", "a: b", "a #b", "#a", "'", '"', "\\", "\\n",
    "{", "}]", "[[redis]]", "*a", "&a b", "!!str x", "%TAG", "---", "|", ">", "@x", "`x`", "a,b",
    "🚀 Łódź", "x" * 2000, "a " * 900 + "b",
)  # fmt: skip
STEPS = (
    ("name",),
    ("text",),
    ("items", 0, "at"),
    ("items", 1, "at"),
    ("flow", "key"),
    ("new",),
    ("flow", "new"),
    ("last",),
)


@pytest.mark.parametrize("steps", STEPS, ids=lambda steps: "-".join(map(str, steps)))
def test_a_text_becomes_the_value_whatever_it_contains(steps: tuple[str | int, ...]) -> None:
    """The editor compares the data before and after by itself; here the comments count."""
    for text in HOSTILE:
        new = edited(FILE, (EntryEdit(steps, text),))
        assert read_source("x", new.encode()).problems == ()
        for comment in ("# a comment", "# of the name", "  # of the items", "   # of one"):
            assert f"{comment}\n" in new


@pytest.mark.parametrize(
    ("steps", "adds", "line"),
    [
        (("items",), "first", '  # of the items\n  - {id: new, at: "a: b"}\n  - {id: one'),
        (("items",), "last", '    at: z\n  - id: new\n    at: "a: b"\nflow'),
        (("flow", "list"), "first", '[{id: new, at: "a: b"}, 1, 2]'),
        (("flow", "list"), "last", '[1, 2, {id: new, at: "a: b"}]'),
        (("bare",), "last", '- p\n- id: new\n  at: "a: b"\nempty'),
        (("empty",), "last", 'empty: [{id: new, at: "a: b"}]\n'),
        (("flow", "more"), "last", '{key: a, list: [1, 2], more: [{id: new, at: "a: b"}]}'),
        (("items", 1, "more"), "last", '    at: z\n    more: [{id: new, at: "a: b"}]\n'),
    ],
)
def test_an_item_is_added_in_the_manner_of_the_list(steps: tuple[str | int, ...], adds: str, line: str) -> None:
    change = EntryEdit(steps, {"id": "new", "at": "a: b"}, adds="first" if adds == "first" else "last")
    assert line in edited(FILE, (change,))


def test_a_long_text_keeps_its_folds() -> None:
    assert "text: >-\n  Three short words\n\nitems:" in edited(FILE, (EntryEdit(("text",), "Three short words"),))


def test_what_cannot_be_changed_is_refused() -> None:
    with pytest.raises(RefusedFormError):
        edited(FILE, (EntryEdit(("name", "part"), "x"),))
