"""What a client says of its terminal, made fit to be used: all of it may be a lie."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.serve.account import told
from tui.wire.charset import UTF_8, charset
from tui.wire.colours import colours
from tui.wire.terminals import Abilities, abilities

USUAL, MOST = (80, 24), (640, 200)
"""Columns and lines where a client does not say, and the most that are drawn whatever it says."""
VARIABLES = frozenset({"COLORTERM", "LANG", "LC_ALL", "LC_CTYPE"})
"""All that a client may say of its surroundings; TERM comes with the terminal itself."""
LONGEST_VALUE = 64
_ASCII = "".join(map(chr, range(0x20, 0x7F)))


class ClientTerminal(NamedTuple):
    """A terminal at the other end: what TERM calls it, its columns and lines, what it can do and show."""

    name: str
    size: tuple[int, int]
    able: Abilities
    codec: str
    colours: int

    @property
    def draws(self) -> bool:
        """Whether it can move its cursor."""
        return self.name not in ("", "dumb", "unknown")


def terminal(name: str, columns: int, lines: int, said: Mapping[str, str]) -> ClientTerminal:
    """Return the terminal of a client that calls it so, and says this of its surroundings."""
    known = told(name, LONGEST_VALUE)
    environment = {**said, "TERM": known}
    return ClientTerminal(known, sized(columns, lines), abilities(known), _codec(said), colours(environment))


def sized(columns: int, lines: int) -> tuple[int, int]:
    """Return a size that can be drawn; nought is how a client says that it does not know."""
    return min(columns or USUAL[0], MOST[0]), min(lines or USUAL[1], MOST[1])


def _codec(said: Mapping[str, str]) -> str:
    """Return the codec of the client's characters; UTF-8 for one in which no terminal speaks."""
    try:
        codec = charset(said, UTF_8)
        return codec if _ASCII.encode(codec) == _ASCII.encode("ascii") else UTF_8
    except (UnicodeError, ValueError):
        return UTF_8
