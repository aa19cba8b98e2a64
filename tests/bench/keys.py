"""What keys cost: the time to their frame, and the bytes of it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from statistics import median
from typing import NamedTuple

from tests.bench.bench import in_turns
from tests.bench.marker import FRAME, SETTLED, Marker, learn, settle
from tests.bench.programs import Program
from tests.bench.terminal import Size, Terminal

_ROWS = 12
"""Rows that the cursor goes down and up again: as many as the shortest list shows."""
_PATIENCE = 3.0
_RESTING, _PAGES = 6, 6
_PANES = b"2345123451"


class Written(NamedTuple):
    """Bytes until a key's frame was over, and until all that follows was."""

    frame: float
    followed: float


class Moves(NamedTuple):
    """Of cursor moves: seconds from key to frame, and what each writes.

    `running` moves come one after another; `disturbed` ones just when the other panes begin to follow the one before.
    """

    running: list[float]
    disturbed: list[float]
    written: Written


def moves(programs: Sequence[Program], size: Size, processes: int, count: int) -> list[Moves]:
    """Return what so many moves cost in each of so many fresh processes of each program; bytes as medians."""
    each = in_turns(programs, processes, lambda program: _moves(program, size, count))
    return [_joined(of_one) for of_one in each]


def _moves(program: Program, size: Size, count: int) -> Moves:
    with program.on(size) as terminal:
        mover = _Mover(terminal)
        running = [mover.move() for _ in range(count)]
        terminal.listen(SETTLED)
        followed = [mover.move()[1] + _bytes_until_settled(terminal) for _ in range(_RESTING)]
        disturbed = list(_disturbed(mover, terminal))
    return Moves(
        [seconds for seconds, _ in running], disturbed, Written(median(count for _, count in running), median(followed))
    )


def _joined(each: Sequence[Moves]) -> Moves:
    written = Written(*(median(counts) for counts in zip(*(moves.written for moves in each), strict=True)))
    return Moves(
        [seconds for moves in each for seconds in moves.running],
        [seconds for moves in each for seconds in moves.disturbed],
        written,
    )


def _disturbed(mover: "_Mover", terminal: Terminal) -> Iterator[float]:
    """Move, and move again at the first sign that the panes follow; where none does, yield nothing."""
    for _ in range(_RESTING):
        mover.move()
        if not terminal.listen_once(SETTLED):
            return
        yield mover.move()[0]


class _Mover:
    """Moves a cursor down and up over the same rows, and knows where it should be."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._marker: Marker = learn(terminal)
        terminal.listen(SETTLED)
        self._ways = cycle([(b"j", 1)] * (_ROWS - 1) + [(b"k", -1)] * (_ROWS - 1))
        next(self._ways)  # learning has made the first step
        self._row = 1

    def move(self) -> tuple[float, int]:
        """Make the next move: seconds until the cursor was shown there, and bytes until that frame was over."""
        key, step = next(self._ways)
        self._row += step
        at = self._terminal.write(key)
        written = seen = 0.0
        while not seen:
            pieces = self._terminal.listen(FRAME, _PATIENCE)
            if not pieces:
                raise RuntimeError(f"a key was not answered; the cursor should be on row {self._row}")
            written += sum(len(piece.text) for piece in pieces)
            seen = self._terminal.first_time(lambda picture: self._marker.line_of(picture) == self._row) or 0.0
        self._terminal.first_time(_never)
        return seen - at, int(written)


def pages(program: Program, size: Size, processes: int) -> Written:
    """Return what turning a page writes."""

    def turned(terminal: Terminal) -> Iterator[Written]:
        for key in program.to_pages:
            terminal.write(bytes([key]))
            terminal.listen(SETTLED)
        for _ in range(_PAGES):
            yield _written(terminal, b"\x1b[6~")

    return _medians(program, size, processes, turned)


def panes(program: Program, size: Size, processes: int) -> Written:
    """Return what going to another pane writes."""

    def changed(terminal: Terminal) -> Iterator[Written]:
        for key in _PANES:
            yield _written(terminal, bytes([key]))

    return _medians(program, size, processes, changed)


def idle(program: Program, size: Size, seconds: float) -> float:
    """Return the bytes that a program writes while nobody does anything for so many seconds."""
    with program.on(size) as terminal:
        settle(terminal)
        terminal.listen(SETTLED)
        return float(_bytes_until_settled(terminal, seconds))


def letters(program: Program, size: Size, words: list[str]) -> list[float]:
    """Return the seconds from each letter typed into find to the end of its frame."""
    taken = []
    with program.on(size) as terminal:
        settle(terminal)
        for word in words:
            terminal.write(b"/")
            terminal.listen(SETTLED, _PATIENCE)
            for letter in word:
                at = terminal.write(letter.encode())
                taken.append(terminal.listen(FRAME, _PATIENCE)[-1].at - at)
            terminal.write(b"\x1b")
            terminal.listen(SETTLED, _PATIENCE)
    return taken


def _medians(program: Program, size: Size, processes: int, steps: Callable[[Terminal], Iterator[Written]]) -> Written:
    each: list[Written] = []
    for _ in range(processes):
        with program.on(size) as terminal:
            settle(terminal)
            each += steps(terminal)
    return Written(*(median(counts) for counts in zip(*each, strict=True)))


def _written(terminal: Terminal, key: bytes) -> Written:
    terminal.write(key)
    frame = sum(len(piece.text) for piece in terminal.listen(FRAME, _PATIENCE))
    if not frame:
        raise RuntimeError(f"{key!r} was not answered")
    return Written(frame, frame + _bytes_until_settled(terminal))


def _bytes_until_settled(terminal: Terminal, seconds: float = SETTLED) -> int:
    return sum(len(piece.text) for piece in terminal.listen(seconds))


def _never(_: object) -> bool:
    return False
