"""Files as formats are given them, made of a text or of bytes."""

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from store.formats.found import Format, Found, Item, Skipped
from store.formats.given import Given
from store.unpacking import is_workbook


class Held:
    """A file whose bytes are these, in UTF-8 where they are text."""

    def __init__(self, content: str | bytes) -> None:
        self._content = content.encode() if isinstance(content, str) else content

    def lines(self) -> Iterator[str]:
        """Return its lines."""
        return iter(io.TextIOWrapper(self.binary(), "utf-8-sig", newline=""))

    def pieces(self) -> Iterator[str]:
        """Return its text in pieces that end anywhere."""
        text = self._content.decode("utf-8-sig")
        return (text[start : start + 7] for start in range(0, len(text), 7))

    def parts(self) -> "Iterator[tuple[str, Given]]":
        """Return the files in a zip; itself where it is none."""
        if not self._content.startswith(b"PK") or is_workbook(self.binary()):
            return iter([("", self)])
        with zipfile.ZipFile(self.binary()) as archive:
            return iter([(name, Held(archive.read(name))) for name in archive.namelist()])

    def binary(self) -> BinaryIO:
        """Return its bytes."""
        return io.BytesIO(self._content)


def items_of(form: Format, content: str | bytes) -> list[Item]:
    """Return what reading the file gives."""
    return list(form.read(Held(content)))


def found_in(form: Format, content: str | bytes) -> list[Found]:
    """Return what was found in the file; a test that asks for it skips nothing."""
    taken = items_of(form, content)
    assert [item for item in taken if isinstance(item, Skipped)] == []
    return [item for item in taken if isinstance(item, Found)]


def reasons_in(form: Format, content: str | bytes) -> list[tuple[int, str]]:
    """Return the line and reason of each record that was skipped."""
    return [(item.line, item.reason) for item in items_of(form, content) if isinstance(item, Skipped)]
