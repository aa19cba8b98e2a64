"""What can go wrong with a store, in one family: each error is one line that says what, where, and what to do."""


class StoreError(Exception):
    """Anything about a store that its user must be told."""


class InvalidRecord(StoreError):
    """A record that cannot be: which one, which field, and why. `others` counts the further fields that are wrong."""

    def __init__(self, ref: str, field: str, reason: str, others: int = 0) -> None:
        more = f" (and {others} more)" if others else ""
        super().__init__(f"{ref}: {field}: {reason}{more}")
        self.ref = ref
        self.field = field
        self.reason = reason
