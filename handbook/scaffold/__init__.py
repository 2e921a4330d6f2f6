"""The text of a new entry: an example of each shape, to be replaced."""
