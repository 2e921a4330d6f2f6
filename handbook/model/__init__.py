"""The models of all kinds of entry: the single definition of what a content file may contain."""
