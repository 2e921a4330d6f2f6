"""Rules and limits for files, which apply before their content is validated."""

from enum import Enum

from handbook.problem import TOP, Place, Problem, Rule

MAX_BYTES = 256 * 1024
MAX_VALUES = 30_000
"""The maximum number of keys and values of a file, about twice that of a 256 KB file with ordinary texts."""
MAX_DEPTH = 20
MAX_PROBLEMS = 100
"""The maximum number of problems that are reported for one file."""


class FileRule(Enum):
    """A rule for all files; the value is the sentence that explains it."""

    NO_VOCABULARY = "`content/vocabulary.yml` is missing, and nothing can be checked without it."
    MISPLACED_FILE = "The site does not read a file or folder, because of its place, its name or its type."
    UNREADABLE_FILE = "A file or folder cannot be read."
    FILE_TOO_LARGE = f"A file has more than {MAX_BYTES // 1024} KB, or more than {MAX_VALUES:,} keys and values."
    NOT_UTF_8 = "A file is saved in an encoding other than UTF-8."
    HIDDEN_CHARACTER = "A file has a character that is invisible, or that changes how the text around it is read."
    NOT_YAML = "A file is not YAML: its indentation, its quotes or a character breaks the syntax."
    CONFLICT_MARK = "A line with `<<<<<<<`, `=======` or `>>>>>>>` is left from a conflict between two versions."
    LOOK_ALIKE = "A character only looks like one that YAML reads: curly quotes, a full-width colon, a foreign letter."
    EMPTY_FILE = "A file is empty, or has only comments."
    SEVERAL_DOCUMENTS = "A file has a line `---` that begins a second YAML document, but a file holds one entry."
    NESTED_TOO_DEEP = f"A value is nested more than {MAX_DEPTH} levels deep."
    KEY_NOT_TEXT = "A key is a list or a mapping."
    DUPLICATE_KEY = "A key appears twice in the same mapping."
    ANCHOR = "A value has an anchor (`&name`), a feature of YAML that entries may not use."
    ALIAS = "A value is an alias (`*name`), a feature of YAML that entries may not use."
    TAG = "A value has a tag (`!!str`), a feature of YAML that entries may not use."
    TEXT_CUT_SHORT = "A text without quotes contains a space and a `#`, where YAML ends it and begins a comment."
    WORDS_JOINED = "A line of a text in quotes ends in a backslash, which joins two words."
    MORE_PROBLEMS = f"A file has more than {MAX_PROBLEMS} problems; the first {MAX_PROBLEMS} are shown."

    @property
    def rule(self) -> Rule:
        """The rule, with the name that is printed."""
        return Rule(self.name.lower().replace("_", "-"), self.value)

    def problem(self, path: str, place: Place, message: str) -> Problem:
        """Return a problem that breaks this rule."""
        return Problem(path, *place, message, self.rule.name)


class RefusedError(Exception):
    """A file breaks a rule and cannot be read further."""

    def __init__(self, rule: FileRule, place: Place, message: str) -> None:
        """Keep everything that a problem needs except the path."""
        super().__init__(message)
        self.rule, self.place, self.message = rule, place, message

    def problem(self, path: str) -> Problem:
        """Return the problem of the file at `path`."""
        return self.rule.problem(path, self.place, self.message)


def refuse_large(size: int) -> None:
    """Raise a RefusedError if a file of `size` bytes is too large."""
    if size > MAX_BYTES:
        found = f"the file has {-(-size // 1024)} KB, but the limit is {MAX_BYTES // 1024} KB"
        raise RefusedError(FileRule.FILE_TOO_LARGE, TOP, f"{found}; summarise, and leave the rest to the sources")
