"""What keeps a server from starting: one line that says what, where, and what to do."""

from store.errors import StoreError


class CannotServe(StoreError):
    """The server cannot be as it was asked to be."""
