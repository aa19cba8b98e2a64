"""A file as formats see it: its text, line by line or in pieces, or its bytes. Where it lies is not theirs to know."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol


class Given(Protocol):
    """A file that is brought in. Each way of reading it begins at its beginning; one is used at a time."""

    def lines(self) -> Iterator[str]:
        """Return its lines with their ends as they are. Raises NotThisFormat at a line beyond all measure."""

    def pieces(self) -> Iterator[str]:
        """Return its text in pieces of no meaning, none of them empty."""

    def parts(self) -> "Iterator[tuple[str, Given]]":
        """Return the files in it by name, where it is an archive of several; else itself, without a name."""

    def binary(self) -> BinaryIO:
        """Return its bytes: of a workbook, a file that can be gone through in any order."""
