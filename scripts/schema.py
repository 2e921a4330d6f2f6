"""Write the JSON Schemas, types, issue forms and editor settings.

Run it after a change of the models, records or vocabulary.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from handbook.doors.forms import form_files
from handbook.exports.declarations import FILE, declarations
from handbook.model.vocabulary import Vocabulary
from handbook.reading import read_library
from handbook.scaffold.snippets import vscode_files
from handbook.schema import schema_files
from handbook.shape import fit
from handbook.survey import VOCABULARY_FILE, read_file

sys.path.insert(0, str(Path(__file__).parents[1] / "hooks"))

from editor_schemas import write_editor_schemas

CONTENT, FOLDER, FORMS = Path("content"), Path("content/.schema"), Path(".github/ISSUE_TEMPLATE")
VSCODE = Path(".vscode")


def main() -> None:
    """Run the command."""
    _write(FOLDER, schema_files())
    _write(VSCODE, vscode_files())
    _write(Path(), {FILE: declarations()})
    if library := read_library(CONTENT).library:
        write_editor_schemas(CONTENT, library)
    vocabulary, _ = fit(read_file(CONTENT / VOCABULARY_FILE), Vocabulary)
    if vocabulary is None:
        sys.exit("The issue forms need the vocabulary: run `make check`.")
    _write(FORMS, form_files(vocabulary))


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)


if __name__ == "__main__":
    main()
