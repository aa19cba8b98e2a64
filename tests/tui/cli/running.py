"""Runs the program as people do: as a process with pipes, or on a terminal of its own."""

import fcntl
import os
import pty
import shlex
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PROGRAM = (sys.executable, "-c", "from tui.cli import main; main()")
CURSOR_HIDDEN, CURSOR_SHOWN = "\x1b[?25l", "\x1b[?25h"
_PROJECT = str(Path(__file__).resolve().parents[3])


def environment(**changed: str) -> dict[str, str]:
    """Return this process's environment with the project to import from, and with some of it changed."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "PYTHONIOENCODING")}
    return kept | {"PYTHONPATH": _PROJECT, "TERM": "xterm-256color"} | changed


def run(*words: str | Path | bytes, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end, without a terminal."""
    return subprocess.run(
        (*PROGRAM, *words),
        env=environment() if env is None else env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


def run_in_shell(line: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which `sitroom` is the program."""
    function = f'sitroom() {{ {shlex.join(PROGRAM)} "$@"; }}\n'
    return subprocess.run(
        ("bash", "-c", function + line),
        env=environment() if env is None else env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


class Sitting(NamedTuple):
    """What a terminal was sent by a command that has ended, and the exit code."""

    code: int
    screen: str


def on_terminal(
    *words: str | Path, columns: int = 80, seen: tuple[str, bytes] | None = None, env: Mapping[str, str] | None = None
) -> Sitting:
    """Run a command on a terminal; `seen` is a text upon which these keys are pressed, once."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        (*PROGRAM, *words),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment() if env is None else env,
        preexec_fn=_sit_down,
    )
    os.close(slave)
    sent = _watched(master, seen)
    return Sitting(process.wait(60), sent.replace("\r\n", "\n"))


def _sit_down() -> None:
    """Make the terminal the one that the process is controlled from, so that Ctrl-C in it interrupts."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _watched(master: int, seen: tuple[str, bytes] | None) -> str:
    sent = b""
    while piece := _read(master):
        sent += piece
        if seen and seen[0].encode() in sent:
            os.write(master, seen[1])
            seen = None
    os.close(master)
    return sent.decode()


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65_536)
    except OSError:  # Linux says so when the last program has left the terminal
        return b""
