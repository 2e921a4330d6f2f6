"""Checks the addresses of sources: which there are, what they answer, and what was already asked."""
