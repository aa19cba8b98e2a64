"""What `check` tells: which record, which field, what is wrong with it, and the mend."""

from typing import Literal, NamedTuple, TypeAlias

from store.refs import Ref
from store.text import one_line

Severity: TypeAlias = Literal["error", "warning"]
"""An error cannot be right; a warning can, but somebody should look."""

_LONGEST_LINE = 400


class Problem(NamedTuple):
    """One thing that is wrong with one record. `what` and `mend` are half-sentences for the person who mends it."""

    ref: Ref
    field: str
    what: str
    mend: str
    severity: Severity = "error"

    @property
    def line(self) -> str:
        """The problem on one line that is safe to print."""
        line = one_line(f"{self.ref}: {self.field}: {self.what}; {self.mend}")
        return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…"
