"""Publishing a built site into an output folder, independent of entries and MkDocs."""
