"""A change of the content in words: what it means, entry by entry, and which pages it touches."""
