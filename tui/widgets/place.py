"""Where in a list the reader is."""

from typing import NamedTuple


class Place(NamedTuple):
    """The row under the cursor, and the first line shown."""

    cursor: int = 0
    top: int = 0
