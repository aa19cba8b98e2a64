"""The server's log: a line of JSON for everything that an operator may be asked about."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from store.text import one_line
from tui.serve.errors import CannotServe

LONGEST = 100
"""Characters that are kept of what a client says of itself."""
LONGEST_TRACE = 8_000


class Account:
    """Writes lines. One that cannot be written is counted, and the next that can be says so: serving goes on."""

    def __init__(self, stream: TextIO, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._stream = stream
        self._now = now
        self._lost = 0

    @classmethod
    def in_file(cls, path: Path) -> "Account":
        """Write after what is in a file already, which only its owner may read. Raises CannotServe."""
        try:
            file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError as error:
            raise CannotServe(f"{path}: {error.strerror}; --log names a file that can be written") from None
        return cls(os.fdopen(file, "w", encoding="utf-8", buffering=1))

    def note(self, event: str, **facts: object) -> None:
        """Write a line: when, what, and the facts as they are. Text of a client has to be `told` before."""
        line = {"time": self._now().isoformat(timespec="milliseconds"), "event": event, **facts}
        if self._lost:
            line["lines_lost"] = self._lost
        try:
            self._stream.write(json.dumps(line) + "\n")
            self._stream.flush()
            self._lost = 0
        except (OSError, ValueError):  # a full disk; a stream that was closed
            self._lost += 1

    def close(self) -> None:
        """Let go of the file."""
        try:
            self._stream.close()
        except OSError:
            self._lost += 1


def told(text: str, most: int = LONGEST) -> str:
    """Return what a client said on one line, cut, and without what a terminal would obey."""
    line = one_line(text[: most * 4])
    return line if len(line) <= most else line[: most - 1] + "…"
