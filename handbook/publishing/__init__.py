"""From a built site to the folder that readers see, whatever that folder is; knows nothing of entries or of MkDocs."""
