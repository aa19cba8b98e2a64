"""Another process of this very program."""

import os
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def running(module: str) -> tuple[str, ...]:
    """Return the command that runs a module of ours. Not from the current folder, where anything may lie called so."""
    return (sys.executable, "-P", "-m", module)


def begin(command: Sequence[str], keeping: Collection[int] = ()) -> "subprocess.Popen[bytes]":
    """Begin a process that reads from a pipe and writes to one, with these files of ours open.

    A terminal that hangs up does not end it before it has tidied up.
    """
    return subprocess.Popen(  # noqa: S603 - this very program
        command,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        pass_fds=keeping,
        env={**os.environ, "PYTHONPATH": os.fspath(_ROOT)},
    )
