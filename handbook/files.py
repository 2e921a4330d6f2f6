"""What may be wrong with a file, before anybody looks at what it says."""

from enum import Enum

from handbook.problem import Place, Problem, Rule

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20


class FileRule(Enum):
    """A rule that every file has to keep; the value is the sentence that explains it."""

    NO_VOCABULARY = "`content/vocabulary.yml` is missing, and nothing can be checked without it."
    MISPLACED_FILE = "The site does not read a file or folder, because of its place, its name or its type."
    FILE_TOO_LARGE = f"A file has more than {MAX_BYTES // 1024} KB."
    NOT_UTF_8 = "A file is saved in an encoding other than UTF-8."
    NOT_YAML = "A file is not YAML: its indentation, its quotes or a character breaks the syntax."
    EMPTY_FILE = "A file has nothing in it, or only comments."
    SEVERAL_DOCUMENTS = "A file has a line `---` that begins a second YAML document, and one file holds one entry."
    NESTED_TOO_DEEP = f"A value is nested more than {MAX_DEPTH} levels deep."
    KEY_NOT_TEXT = "A key is a list or a mapping."
    DUPLICATE_KEY = "A key appears twice in the same mapping."
    ANCHOR = "A value has an anchor (`&name`), a feature of YAML that entries may not use."
    ALIAS = "A value is an alias (`*name`), a feature of YAML that entries may not use."
    TAG = "A value has a tag (`!!str`), a feature of YAML that entries may not use."

    @property
    def rule(self) -> Rule:
        """The rule with its name as it is printed."""
        return Rule(self.name.lower().replace("_", "-"), self.value)

    def problem(self, path: str, place: Place, message: str) -> Problem:
        """Return a Problem of this rule."""
        return Problem(path, *place, message, self.rule.name)
