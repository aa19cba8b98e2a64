"""The terminal's answers, taken out of what the keyboard sends."""

from tui.wire.pacing import ANSWER

HOLD = 0.05
"""Seconds for which an escape that an answer may begin with is held back."""


class Answers:
    """Tells answers from keys, however reads cut them."""

    def __init__(self) -> None:
        self._held = b""
        self._let_go = b""

    @property
    def holds(self) -> bool:
        """Whether what may be the beginning of an answer is held back."""
        return bool(self._held)

    def take(self, heard: bytes, *, awaited: bool) -> tuple[bytes, int]:
        """Return what are keys, and the number of answers; a beginning is held back only while one is awaited."""
        count = 0
        if self._let_go:
            rest = ANSWER.removeprefix(self._let_go)
            self._let_go = b""
            if heard.startswith(rest):
                heard, count = heard[len(rest) :], 1
        pieces = (self._held + heard).split(ANSWER)
        keys, count = b"".join(pieces), count + len(pieces) - 1
        self._held = _beginning(pieces[-1]) if awaited else b""
        return keys[: len(keys) - len(self._held)], count

    def release(self) -> bytes:
        """Return what was held back: nothing came after it in time, so it is the escape key."""
        self._let_go, self._held = self._held, b""
        return self._let_go


def _beginning(heard: bytes) -> bytes:
    """Return the end of what was heard that an answer begins with."""
    for length in range(min(len(heard), len(ANSWER) - 1), 0, -1):
        if heard.endswith(ANSWER[:length]):
            return heard[-length:]
    return b""
