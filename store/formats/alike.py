"""Rows of which one thing is told, however many they are: what, how many, and the lines that the first begin on."""

import re
from typing import NamedTuple

from store.formats.found import Skipped
from store.refs import KINDS

_LINES_SHOWN = 3
_OF_A_RECORD = re.compile(rf"\b({'|'.join(KINDS)}):[^:]*(?=: )")
_QUOTED = re.compile(r"‘[^’]*’|(?<!\w)'[^']*'(?!\w)")
_LINE = re.compile(r"\bline \d+")


class Alike(NamedTuple):
    """What is told of some rows: how many there are, and the lines that the first begin on."""

    what: str
    lines: tuple[int, ...]
    rows: int

    @property
    def where(self) -> str:
        """The lines, as far as they help to find the rows."""
        if self.rows > 1 and len({*self.lines}) == 1:  # JSON may have all of its objects on one line
            return f"{self.rows} on line {self.lines[0]}"
        shown = ", ".join(map(str, self.lines[:_LINES_SHOWN]))
        more = self.rows - min(len(self.lines), _LINES_SHOWN)
        return f"line{'s' if self.rows > 1 else ''} {shown}" + (f" and {more} more" if more else "")

    @property
    def as_skipped(self) -> str:
        """Why they were skipped, how many, and where."""
        if self.rows == 1:
            return f"line {self.lines[0]} skipped: {self.what}"
        where = "" if len({*self.lines}) == 1 else f": {self.where}"
        return f"{self.rows} skipped: {self.what}{where}"


def sort_of(skipped: Skipped) -> str:
    """Return what a skipped row has in common with others that were skipped for one reason: all but their values."""
    if skipped.sort:
        return skipped.sort
    reason = _OF_A_RECORD.sub(r"\1:…", skipped.reason)
    return _LINE.sub("line …", _QUOTED.sub("‘…’", reason))
