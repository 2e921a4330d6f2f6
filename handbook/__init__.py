"""The generator of How It Scaled: YAML case studies in, pages out. It imports nothing of MkDocs."""
