"""The views: the data of each page, immutable, sorted and with all links resolved, ready for the templates."""
