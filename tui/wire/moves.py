"""The shortest ways for a cursor to go."""

from typing import NamedTuple

from tui.wire.terminals import Abilities


class Spot(NamedTuple):
    """A cell, from 0. `x` is None where the row is known and the column is not."""

    x: int | None
    y: int


def move(start: Spot | None, x: int, y: int, able: Abilities) -> str:
    """Return the shortest sequence that puts the cursor there, wherever it is when `start` is None."""
    if start == (x, y):
        return ""
    ways = [_absolute(x, y)]
    if start is not None:
        if start.y == y:
            ways += _along(start.x, x, able)
        elif start.y < y:
            down = _down(y - start.y, able)
            ways += [down + way for way in ([""] if start.x == x else _along(start.x, x, able))]
            if y == start.y + 1:
                ways += ["\r\n" + way for way in ([""] if x == 0 else _along(0, x, able))]
        elif start.x == x:
            ways.append(_counted(start.y - y, "A"))
    return min(ways, key=len)


def _down(count: int, able: Abilities) -> str:
    """Return what goes down in the same column. VT is a line feed to which no tty adds a return."""
    down = _counted(count, "B")
    return "\v" * count if able.feeds_lines and count < len(down) else down


def _absolute(x: int, y: int) -> str:
    if x == 0:
        return f"\x1b[{y + 1}H" if y else "\x1b[H"
    return f"\x1b[{y + 1};{x + 1}H"


def _along(start: int | None, x: int, able: Abilities) -> list[str]:
    ways = ["\r"] if x == 0 else []
    if able.erases_cells:
        ways.append(f"\x1b[{x + 1}G")
    if start is None:
        return ways
    if x > start:
        return [*ways, _counted(x - start, "C")]
    return [*ways, "\b" * (start - x), _counted(start - x, "D")]


def _counted(count: int, final: str) -> str:
    return f"\x1b[{count}{final}" if count > 1 else f"\x1b[{final}"
