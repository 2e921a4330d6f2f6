"""Diagrams, charts and social cards, drawn from the data."""
