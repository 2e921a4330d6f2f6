"""Write the JSON Schemas, types and issue forms; run it after a change of the models, records or vocabulary."""
"""Write the generated JSON Schemas, types and editor settings; run it after a change of the models or records."""

import sys
from pathlib import Path

from handbook.doors.forms import form_files
from handbook.exports.declarations import FILE, declarations
from handbook.model.vocabulary import Vocabulary
from handbook.library import read_library
from handbook.scaffold.snippets import vscode_files
from handbook.schema import schema_files
from handbook.shape import fit
from handbook.survey import VOCABULARY_FILE, read_file

CONTENT, FOLDER, FORMS = Path("content"), Path("content/.schema"), Path(".github/ISSUE_TEMPLATE")
sys.path.insert(0, str(Path(__file__).parents[1] / "hooks"))

from editor_schemas import write_editor_schemas

FOLDER = Path("content/.schema")
VSCODE = Path(".vscode")


def main() -> None:
    """Run the command."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(FOLDER / name)
    VSCODE.mkdir(exist_ok=True)
    for name, text in vscode_files().items():
        (VSCODE / name).write_text(text, encoding="utf-8")
        print(VSCODE / name)
    if library := read_library(Path("content")).library:
        write_editor_schemas(Path("content"), library)
    Path(FILE).write_text(declarations(), encoding="utf-8")
    print(FILE)
    _write_forms()


def _write_forms() -> None:
    vocabulary, _ = fit(read_file(CONTENT / VOCABULARY_FILE), Vocabulary)
    if vocabulary is None:
        sys.exit("The issue forms need the vocabulary: run `make check`.")
    for name, text in form_files(vocabulary).items():
        (FORMS / name).write_text(text, encoding="utf-8")
        print(FORMS / name)


if __name__ == "__main__":
    main()
