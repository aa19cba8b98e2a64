"""What a terminal answers when a program asks: an xterm of 256 colours that knows synchronised output."""

import re
from collections.abc import Iterator

_ASKED = re.compile(
    rb"\x1b\[(?P<status>[56])n|\x1b\[0?(?P<attributes>c)|\x1b\[>0?(?P<version>c)"
    rb"|\x1b\[\?(?P<mode>\d+)\$p|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
)
_SYNCHRONISED = b"2026"
_COLOURS = {b"10": b"cccc/cccc/cccc", b"11": b"0000/0000/0000"}  # of text, and behind it
_LONGEST = 32


class Answers:
    """Finds the questions in what a program writes, however it is cut into pieces."""

    def __init__(self) -> None:
        self._end = b""

    def to(self, piece: bytes) -> Iterator[bytes]:
        """Yield the answers to the questions that end in this piece."""
        if b"\x1b" not in piece and not self._end:
            return
        text = self._end + piece
        done = 0
        for asked in _ASKED.finditer(text):
            done = asked.end()
            yield _answer(asked)
        begun = text.rfind(b"\x1b", max(done, len(text) - _LONGEST))
        self._end = text[begun:] if begun >= 0 else b""


def _answer(asked: re.Match[bytes]) -> bytes:
    if asked["status"]:
        return b"\x1b[0n" if asked["status"] == b"5" else b"\x1b[1;1R"
    if asked["attributes"]:
        return b"\x1b[?62;22c"
    if asked["version"]:
        return b"\x1b[>41;390;0c"
    if asked["mode"]:
        return b"\x1b[?%b;%d$y" % (asked["mode"], 2 if asked["mode"] == _SYNCHRONISED else 0)
    return b"\x1b]%b;rgb:%b\x1b\\" % (asked["colour"], _COLOURS[asked["colour"]])
