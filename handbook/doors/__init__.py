"""The doors for people without a clone: issue forms, and what becomes of a filled form."""
