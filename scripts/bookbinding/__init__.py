"""The handbook as a book: its pages as chapters, bound as EPUB and as PDF."""
