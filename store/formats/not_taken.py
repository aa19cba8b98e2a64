"""An object of others of which nothing is made, and why."""

NO_LIKE, NAMELESS = "nothing in a situation is like it", "it has no name"
"""Why most that are not taken are not."""


class NotTaken(ValueError):
    """An object that nothing in a situation is like, or that lacks what its record cannot do without."""
