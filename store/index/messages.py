"""Messages between two processes of this program, through a pipe: whatever `marshal` can tell, behind its length."""

import marshal
import os
from typing import Any

_LENGTH = 8
_PLAIN = 2
"""The version of `marshal` that does not look for what is said twice, which takes longer than to say it twice."""


def send(pipe: int, message: Any) -> None:  # noqa: ANN401 - whatever `marshal` can tell
    """Send a message. Raises OSError where nobody listens any more."""
    told = marshal.dumps(message, _PLAIN)
    left = memoryview(len(told).to_bytes(_LENGTH, "little") + told)
    while left:
        left = left[os.write(pipe, left) :]


def receive(pipe: int) -> Any:  # noqa: ANN401 - whatever was sent
    """Wait for a message and return it. Raises EOFError where nobody is left who could send one."""
    length = int.from_bytes(_read(pipe, _LENGTH), "little")
    return marshal.loads(_read(pipe, length))  # noqa: S302 - from this very program


def _read(pipe: int, length: int) -> bytes:
    parts: list[bytes] = []
    while length:
        part = os.read(pipe, length)
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
