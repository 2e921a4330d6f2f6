"""Write the generated JSON Schemas and TypeScript types; run it after a change of the models or records."""

from pathlib import Path

from handbook.exports.declarations import FILE, declarations
from handbook.schema import schema_files

FOLDER = Path("content/.schema")


def main() -> None:
    """Run the command."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(FOLDER / name)
    Path(FILE).write_text(declarations(), encoding="utf-8")
    print(FILE)


if __name__ == "__main__":
    main()
