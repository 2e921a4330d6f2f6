"""The pages between the case studies: what only a comparison of all entries shows. None has text of its own."""
