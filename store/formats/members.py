"""A JSON text read one member at a time, however long it is: one document, or one a line (JSON Lines)."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from store.formats.found import NotThisFormat

_LONGEST = 16_000_000
"""Characters of one member. It is decoded whole."""
_BLANK = " \t\r\n\x1e"
"""What stands between values; sequences (RFC 7464) have a record separator there too."""
_MEND = "fetch it again, or save it again as JSON"


class Member(NamedTuple):
    """A value, and the line of the file that it begins on, from 1.

    `key` is its name in the outermost object, or the name of the list there that it is in; empty outside of one. What
    is held by name instead, as in a table of ours, has that `name`.
    """

    line: int
    key: str
    value: Any
    name: str = ""


def members(pieces: Iterable[str], lists: Collection[str] = ()) -> Iterator[Member]:
    """Return what the outermost lists hold, and every other value that stands outermost.

    With `lists`, the outermost objects are gone into: their members come by name, and those of the lists that are named
    come one by one. NaN and infinities, which are no JSON and yet are written, come as words. Raises NotThisFormat
    where it is broken, nests too deep, or has a member that is too long.
    """
    text = _Text(pieces)
    while sign := text.next():
        if sign == "[":
            yield from _of_list(text, "")
        elif sign == "{" and lists:
            yield from _of_object(text, lists)
        else:
            yield text.member("")


def _of_list(text: "_Text", key: str) -> Iterator[Member]:
    text.take("[")
    while text.next() != "]":
        yield text.member(key)
        if text.next() != "]":
            text.take(",")
    text.take("]")


def _of_object(text: "_Text", lists: Collection[str]) -> Iterator[Member]:
    text.take("{")
    while text.next() != "}":
        key = text.member("").value
        text.take(":")
        if key in lists and text.next() == "[":
            yield from _of_list(text, key)
        elif key in lists and text.next() == "{":
            yield from (member._replace(key=key, name=member.key) for member in _of_object(text, ()))
        else:
            yield text.member(key if isinstance(key, str) else "")
        if text.next() != "}":
            text.take(",")
    text.take("}")


class _Text:
    """The text that has been read and not yet taken."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = iter(pieces)
        self._text = ""
        self._at = 0
        self._line = 1
        self._decoder = json.JSONDecoder(parse_constant=str)

    def next(self) -> str:
        """Return the sign that comes next, past what is blank; nothing at the end."""
        while True:
            while self._at < len(self._text):
                sign = self._text[self._at]
                if sign not in _BLANK:
                    return sign
                self._line += sign == "\n"
                self._at += 1
            if not self._more():
                return ""

    def take(self, sign: str) -> None:
        """Go past a sign that must come next."""
        if self.next() != sign:
            raise self._broken(f"‘{sign}’ is missing")
        self._at += 1

    def member(self, key: str) -> Member:
        """Take the value that comes next."""
        if not self.next():
            raise self._broken("it breaks off")
        line = self._line
        value, end = self._decoded()
        self._line += self._text.count("\n", self._at, end)
        self._at = end
        return Member(line, key, value)

    def _decoded(self) -> tuple[Any, int]:
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
                # A number that ends where the text does may go on, and `1` may be followed by no more than `e+` yet.
                if len(self._text) - end > 2 or not self._more():
                    return value, end
            except json.JSONDecodeError as error:
                if not self._more():
                    raise self._broken(error.msg) from None
            except RecursionError:
                raise self._broken("it nests too deep") from None
            except ValueError:
                raise self._broken("a number in it is too long") from None

    def _more(self) -> bool:
        """Read as much again as there is: what is decoded again and again costs no more than twice its length."""
        rest = self._text[self._at :]
        if len(rest) > _LONGEST:
            raise self._broken(f"what begins there has more than {_LONGEST:,} characters")
        parts, length = [rest], len(rest)
        for piece in self._pieces:
            parts.append(piece)
            length += len(piece)
            if length > 2 * len(rest):
                break
        if len(parts) == 1:
            return False
        self._text, self._at = "".join(parts), 0
        return True

    def _broken(self, how: str) -> NotThisFormat:
        return NotThisFormat(f"not JSON that can be read: line {self._line}: {how}", _MEND)
