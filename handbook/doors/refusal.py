"""The refusal of a form, in words for the person who filled it."""


class RefusedFormError(Exception):
    """A form from which nothing can be made; the message says what to write."""
