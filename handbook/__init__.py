"""The generator of How It Scaled: it turns YAML entries into pages, and does not depend on MkDocs."""
