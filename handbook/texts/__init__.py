"""The text search: finished pages → the words of each, and the files from which the search box finds them."""
