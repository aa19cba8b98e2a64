"""Keys on a slow link: one that is held down, and some that are typed fast. Whatever the link is made of."""

import time
from collections.abc import Iterator
from typing import NamedTuple

from tests.bench.marker import SETTLED, Marker
from tests.bench.screen import Picture
from tests.bench.terminal import STARTING, Terminal

QUIET = SETTLED + 1
"""Seconds without a byte after which no more comes over a link of a third of a second."""
HELD = 1.0
REPEAT = 1 / 25
"""Seconds from one repetition of a held key to the next: the cursor moves all the while, and never comes to the end."""
TYPED, APART = 16, 0.12
"""How many keys are typed, and seconds from one to the next, as by somebody who knows where to go."""
_TEXT = 22  # columns of a row's text that tell it from others


class Place(NamedTuple):
    """Where the cursor was shown, and on what: in a list that scrolls, the row alone does not tell."""

    row: int
    text: str


def tail(terminal: Terminal, marker: Marker, quiet: float = QUIET) -> float:
    """Hold a key down; return the seconds from its last repetition until the cursor stands still."""
    last = _place(terminal.picture, marker)
    released = at = time.perf_counter()
    end = at + HELD
    while at < end:
        released = terminal.write(b"j")
        at += REPEAT
        _listen_until(terminal, at)
    terminal.listen(quiet, STARTING)
    moved = released
    for shown, place in _places(terminal, marker):
        if place != last:
            moved, last = shown, place
    return moved - released


def echoes(terminal: Terminal, marker: Marker, quiet: float = QUIET) -> list[float]:
    """Type keys that go up a row each; return the seconds until the cursor was shown as far up, or farther."""
    begun = marker.line_of(terminal.picture)
    if begun is None or begun < TYPED:
        raise RuntimeError(f"there are no {TYPED} rows above the cursor")
    pressed: list[float] = []
    at = time.perf_counter()
    for _ in range(TYPED):
        pressed.append(terminal.write(b"k"))
        at += APART
        _listen_until(terminal, at)
    terminal.listen(quiet, STARTING)
    taken: list[float] = []
    for shown, place in _places(terminal, marker):
        taken += [shown - at for at in pressed[len(taken) : begun - place.row]]
    if len(taken) < TYPED:
        raise RuntimeError(f"of {TYPED} keys the cursor has obeyed {len(taken)}")
    return taken


def _places(terminal: Terminal, marker: Marker) -> Iterator[tuple[float, Place]]:
    """Yield when each piece came that was not looked at yet, and where the cursor was shown then, if anywhere."""
    found: list[Place | None] = []

    def look(picture: Picture) -> bool:
        found[:] = [_place(picture, marker)]
        return found[0] is not None

    while at := terminal.first_time(look):
        assert found[0] is not None
        yield at, found[0]


def _place(picture: Picture, marker: Marker) -> Place | None:
    row = marker.line_of(picture)
    return None if row is None else Place(row, picture.display[marker.line + row][:_TEXT])


def _listen_until(terminal: Terminal, end: float) -> None:
    while (left := end - time.perf_counter()) > 0:
        terminal.listen_once(left)
