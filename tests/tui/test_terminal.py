"""On a real terminal: what is written to it, byte by byte, and how it is left."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.bench.programs import Programs
from tests.bench.terminal import Size, Terminal
from tests.situations import small
from tests.tui.hostile import OBEYED, write_hostile

SMALL = Size(80, 24)
PATIENCE = 30.0
ANSWERING = 5.0
"""Seconds that the first byte after a key may take; some keys have nothing to write."""
QUIET = 0.25
"""Seconds without a byte that are taken for rest: twice what a cursor in the Index waits."""
LIVE = b"\x1b[?2004h"
"""What Textual's driver asks for last when it takes the terminal over: from then on keys are read."""
SEQUENCE = re.compile(
    rb"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b(?P<other>[^\[\]])"
)
COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}


@contextmanager
def sitting(
    home: Path,
    store: Path | None = None,
    options: Sequence[str] = (),
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Terminal]:
    """Open the program on a pty, and wait for its first screen."""
    program = Programs(home).sitroom(store)
    program = program._replace(command=(*program.command, *options), environment={**program.environment, **environment})
    with program.on(SMALL) as terminal:
        while not (b"Factions" in terminal.said and LIVE in terminal.said):
            assert terminal.listen_once(PATIENCE), terminal.said
        terminal.listen(QUIET)
        yield terminal


def press(terminal: Terminal, keys: bytes) -> bytes:
    """Press keys together; return what is written until it rests."""
    terminal.write(keys)
    return b"".join(piece.text for piece in terminal.listen(QUIET, ANSWERING))


def text(terminal: Terminal) -> str:
    return "\n".join(terminal.picture.display)


def leave(terminal: Terminal) -> int:
    """Quit; return the exit code."""
    terminal.write(b"q")
    assert terminal.wait(PATIENCE)
    assert terminal.status is not None
    return os.waitstatus_to_exitcode(terminal.status)


def colours(said: bytes) -> set[int]:
    """Return the colours that are asked for, as SGR numbers them."""
    asked: set[int] = set()
    for match in SEQUENCE.finditer(said):
        if match["csi"] and match["csi"].endswith(b"m"):
            asked |= {int(number) for number in re.split(rb"[;:]", match["csi"][:-1]) if number}
    return asked & COLOURS


def test_it_opens_obeys_keys_and_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with sitting(tmp_path) as terminal:
        assert "sitroom · Sirte 2016" in terminal.picture.display[0]
        assert "Islamic State in Libya" in text(terminal)
        press(terminal, b"j\r")
        assert "[2 Profile]" in terminal.picture.display[1]
        press(terminal, b"\x7f")
        assert "[1 Index]" in terminal.picture.display[1]
        press(terminal, b"/misrata\r")
        assert "Misrata" in text(terminal)
        press(terminal, b"\x1b[B\x1b[A?")
        assert "Help" in text(terminal)
        press(terminal, b"\x1b")
        assert leave(terminal) == 0
        assert terminal.modes_now() == terminal.modes
        ending = terminal.said[-200:]
        assert b"\x1b[?1049l" in ending
        assert b"\x1b[?25h" in ending
        assert b"\x1b[?1000l" in ending
        assert terminal.said.rindex(b"\x1b[?1049l") > terminal.said.rindex(b"\x1b[?1049h")


def test_idle_it_writes_nothing_and_a_cursor_move_costs_few_bytes(tmp_path: Path) -> None:
    with sitting(tmp_path) as terminal:
        press(terminal, b"3")
        assert not terminal.listen_once(1.5)
        cost = [len(press(terminal, b"j")) for _ in range(4)]
        assert max(cost) < 1_500, cost


def test_without_colour_no_colour_is_sent(tmp_path: Path) -> None:
    with sitting(tmp_path, environment={"NO_COLOR": "1"}) as terminal:
        press(terminal, b"j\r")
        press(terminal, b"/sirte")
        press(terminal, b"\x1b")
        press(terminal, b"s")
        press(terminal, b"\x1bt\x1b")
        press(terminal, b"\x10")
        press(terminal, b"\x1b")
        assert leave(terminal) == 0
        assert colours(terminal.said) == set()


@pytest.mark.parametrize(
    "environment",
    [{"TERM": "screen"}, {"TERM": "linux"}, {"TERM": "vt100", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"}],
    ids=str,
)
def test_it_works_on_other_terminals_and_in_other_languages(tmp_path: Path, environment: dict[str, str]) -> None:
    with sitting(tmp_path, environment=environment) as terminal:
        press(terminal, b"\r")
        assert "Islamic State in Libya" in text(terminal)
        assert "[2 Profile]" in terminal.picture.display[1]
        assert leave(terminal) == 0
        assert terminal.modes_now() == terminal.modes


def test_without_a_mouse_the_terminal_keeps_it(tmp_path: Path) -> None:
    with sitting(tmp_path, options=["--no-mouse"]) as terminal:
        assert leave(terminal) == 0
        assert b"\x1b[?1000h" not in terminal.said
        assert b"\x1b[?1006h" not in terminal.said


def test_a_store_full_of_escapes_writes_none_of_its_own(tmp_path: Path) -> None:
    with sitting(tmp_path, write_hostile(tmp_path / "hostile.json")) as terminal:
        for keys in (b"lG", b"lG", b"\rG", b"3G", b"4", b"5Gs", b"\x1b", b"/sic", b"\x1b"):
            press(terminal, keys)
        assert leave(terminal) == 0
        said = terminal.said
        for match in SEQUENCE.finditer(said):
            # Textual's own: the shape of the mouse's pointer. No title, no clipboard.
            assert match["osc"] is None or match["osc"].startswith(b"22;"), match
            assert match["other"] is None, match
            assert match["csi"] is None or match["csi"][-1:] in b"mHhlpunABCDGJKXdLM", match
        # What only moves the cursor the program may write itself.
        plain = re.sub("[\r\b\v]", "", SEQUENCE.sub(b"", said).decode())
        assert not OBEYED.search(plain)
        assert said.count(b"\x1b[?1049l") == 1


def test_only_a_copy_sends_to_the_clipboard(tmp_path: Path) -> None:
    with sitting(tmp_path, small(tmp_path / "town.json")) as terminal:
        assert b"\x1b]52" not in terminal.said
        assert b"\x1b]52;c;" in press(terminal, b"3jjy")
        assert leave(terminal) == 0
