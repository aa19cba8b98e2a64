"""Writing to a terminal's file: in order, in the background, and never for ever."""

import os
from collections.abc import Iterator
from threading import Event

import pytest

from tui.wire.outlet import Outlet

SOON = 10.0
AT_ONCE = 0.01


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Return a pty: where the terminal reads, and where is written to."""
    master, slave = os.openpty()
    yield master, slave
    os.close(master)
    os.close(slave)


def test_it_writes_in_order_and_says_when_it_has(terminal: tuple[int, int]) -> None:
    master, slave = terminal
    written = Event()
    outlet = Outlet(slave, written.set)
    outlet.write(b"one ")
    outlet.write(b"two")

    assert outlet.drain(SOON)
    assert written.wait(SOON)
    assert os.read(master, 100) == b"one two"
    outlet.stop(SOON)


def test_a_terminal_that_reads_nothing_loses_what_it_has_not_read_but_not_the_last(terminal: tuple[int, int]) -> None:
    master, slave = terminal
    outlet = Outlet(slave, lambda: None)
    outlet.write(b"x" * 1_000_000)
    outlet.write(b"the last")

    assert not outlet.drain(AT_ONCE)
    outlet.stop(AT_ONCE)
    os.close(os.dup(master))


def test_a_terminal_that_has_gone_takes_everything() -> None:
    master, slave = os.openpty()
    os.close(master)
    outlet = Outlet(slave, lambda: None)
    outlet.write(b"nobody")

    assert outlet.drain(SOON)
    outlet.stop(SOON)
    os.close(slave)
